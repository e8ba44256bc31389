import {agePattern} from '../core/age.ts';
import {engineChoices} from '../core/engines/choice.ts';
import {presetNames} from '../core/export/column-sets.ts';
import {dateStyles} from '../core/export/dates.ts';
import {namedFormats} from '../core/export/formats.ts';
import {countryStyles, nameStyles} from '../core/export/list-style.ts';
import {documentClasses} from '../core/passport/model/document.ts';

/**
 * The one table of options and commands: parsing, help, "did you mean", conflicts and the environment are made from it.
 * The words are in `text/`; one that is missing does not compile.
 */
export type OptionInfo = {
	readonly type: 'flag' | 'text' | 'number' | 'choice';
	/** The placeholder of the value in the help. */
	readonly value?: string;
	readonly short?: string;
	/** For `text`: it is the path of a file or folder, which a shell can complete. */
	readonly path?: 'file' | 'folder';
	/** For `choice`. */
	readonly choices?: readonly string[];
	/** For `choice`: other values are possible; the command checks them. */
	readonly open?: true;
	/** May be given several times. */
	readonly multiple?: true;
	/** The environment variable that replaces it. */
	readonly env?: string;
	/** For `text`: what a value has to look like. */
	readonly pattern?: RegExp;
	/** For `number`. */
	readonly least?: number;
	/** Options that cannot be given with it. */
	readonly excludes?: readonly string[];
};

/** Some of the names, with commas between. */
const listOf = (names: readonly string[]): RegExp => {
	const one = `(?:${names.join('|')})`;
	return new RegExp(`^${one}(?:,${one})*$`);
};

const table = {
	file: {type: 'text', value: 'F', path: 'file', multiple: true, excludes: ['base64']},
	dir: {type: 'text', value: 'D', path: 'folder', multiple: true, excludes: ['base64']},
	base64: {type: 'text', value: 'TEXT'},
	url: {type: 'text', value: 'U', excludes: ['file', 'dir', 'base64']},
	'allow-private': {type: 'flag'},
	'output-format': {type: 'choice', choices: ['json', 'table', 'ndjson', 'brief', 'csv']},
	fields: {type: 'text', value: 'NAMES', pattern: /^[a-z_]+(?:,[a-z_]+)*$/},
	json: {type: 'flag', excludes: ['output-format', 'format']},
	'no-save': {type: 'flag'},
	index: {type: 'choice', choices: ['on', 'off']},
	'no-printed': {type: 'flag', excludes: ['visual']},
	visual: {type: 'flag'},
	documents: {type: 'text', value: 'KINDS', pattern: listOf(documentClasses)},
	engine: {type: 'choice', choices: engineChoices},
	endpoint: {type: 'text', value: 'URL', env: 'PASSPORT_OCR_ENDPOINT'},
	again: {type: 'flag'},
	'max-calls': {type: 'number', value: 'N', least: 0},
	concurrency: {type: 'number', value: 'N', least: 1},
	pages: {type: 'text', value: 'A-B', pattern: /^[1-9]\d{0,4}(?:-[1-9]\d{0,4})?$/},
	shard: {type: 'text', value: 'I/N', pattern: /^(?:auto|[1-9]\d{0,3}\/[1-9]\d{0,3})$/},
	watch: {type: 'flag', excludes: ['file', 'base64', 'url', 'shard']},
	'stdin-list': {type: 'flag', excludes: ['file', 'dir', 'base64', 'url', 'shard', 'pages', 'watch']},
	strict: {type: 'flag'},
	'from-dir': {type: 'text', value: 'D', path: 'folder', multiple: true},
	'batch-input': {type: 'text', value: 'F', path: 'file', multiple: true},
	input: {type: 'text', value: 'F', path: 'file', multiple: true},
	format: {type: 'choice', choices: namedFormats},
	output: {type: 'text', short: 'o', value: 'O', path: 'file', excludes: ['watch', 'stdin-list']},
	columns: {type: 'choice', choices: presetNames, open: true},
	'save-columns': {type: 'text', value: 'NAME', pattern: /^\p{L}[\p{L}\p{N}_-]*$/u},
	template: {type: 'text', value: 'FILE', path: 'file', excludes: ['format', 'columns', 'only', 'append', 'header']},
	set: {type: 'text', value: 'NAME=VALUE', multiple: true},
	header: {type: 'choice', choices: ['en', 'zh', 'both']},
	names: {type: 'choice', choices: nameStyles},
	countries: {type: 'choice', choices: countryStyles},
	only: {type: 'text', value: 'NAMES', pattern: /^[a-z]+(?:,[a-z]+)*$/},
	dates: {type: 'choice', choices: dateStyles},
	delimiter: {type: 'text', value: 'C', pattern: /^(?:[^"\r\n\uFEFF]|\\t)$/u},
	'country-letters': {type: 'choice', choices: ['2', '3']},
	'single-name': {type: 'text', value: 'TEXT', pattern: /^[A-Za-z]+(?: [A-Za-z]+)*$/},
	rejected: {type: 'flag'},
	once: {type: 'flag'},
	append: {type: 'flag'},
	families: {type: 'flag'},
	'with-optional': {type: 'flag'},
	photos: {type: 'flag', excludes: ['append', 'template']},
	'excel-safe': {type: 'flag'},
	config: {type: 'text', value: 'F', path: 'file', excludes: ['key', 'secret', 'secret-stdin']},
	to: {type: 'text', value: 'DIR', path: 'folder'},
	key: {type: 'text', value: 'K'},
	secret: {type: 'text', value: 'S', excludes: ['secret-stdin']},
	'secret-stdin': {type: 'flag'},
	person: {type: 'text', value: 'WHO'},
	'older-than': {type: 'text', value: 'AGE', pattern: agePattern},
	keep: {type: 'text', value: 'AGE', pattern: agePattern},
	'valid-for': {type: 'text', value: 'SPAN', pattern: /^\d{1,3}[dmy]$/},
	on: {type: 'text', value: 'DATE', pattern: /^\d{4}-\d\d-\d\d$/},
	until: {type: 'text', value: 'DATE', pattern: /^\d{4}-\d\d-\d\d$/},
	schengen: {type: 'flag'},
	'dry-run': {type: 'flag', excludes: ['yes']},
	yes: {type: 'flag', short: 'y'},
	'no-input': {type: 'flag'},
	quiet: {type: 'flag', short: 'q'},
	plain: {type: 'flag'},
	resume: {type: 'flag'},
	lang: {type: 'choice', choices: ['en', 'zh'], env: 'PASSPORT_OCR_LANG'},
	'no-color': {type: 'flag'},
	'config-dir': {type: 'text', value: 'P', path: 'folder', env: 'PASSPORT_OCR_CONFIG_DIR'},
	help: {type: 'flag', short: 'h'},
	version: {type: 'flag', short: 'V'},
} as const satisfies Record<string, OptionInfo>;

export type OptionName = keyof typeof table;

export const options: Readonly<Record<OptionName, OptionInfo>> = table;

export const optionNames = Object.keys(table) as readonly OptionName[];

/** Every command has these. */
const commonOptions: readonly OptionName[] = ['quiet', 'no-input', 'lang', 'no-color', 'config-dir', 'help'];

export type CommandInfo = {
	readonly options: readonly OptionName[];
	/** What may follow without a name, as the help shows it. */
	readonly arguments?: string;
	/** Choices of an option, where it has fewer here. */
	readonly choices?: Readonly<Record<string, readonly string[]>>;
	/** Words that must follow it. */
	readonly actions?: readonly string[];
};

/** What a passport must be valid for. */
const tripOptions = ['valid-for', 'on', 'until', 'schengen'] as const;

const commandTable = {
	'': {
		options: [
			'resume',
			'watch',
			'engine',
			'no-printed',
			'visual',
			'documents',
			'endpoint',
			...tripOptions,
			'keep',
			'plain',
			'version',
		],
		arguments: 'paths…',
	},
	recognize: {
		options: [
			'file',
			'dir',
			'base64',
			'url',
			'allow-private',
			'output-format',
			'output',
			'fields',
			'json',
			'no-save',
			'index',
			'engine',
			'no-printed',
			'visual',
			'documents',
			'endpoint',
			'config',
			'again',
			'max-calls',
			'concurrency',
			'pages',
			'shard',
			'watch',
			'stdin-list',
			'strict',
			...tripOptions,
			'keep',
			'yes',
		],
		arguments: 'paths…',
		choices: {'output-format': ['json', 'table', 'ndjson', 'brief']},
	},
	export: {
		options: [
			'from-dir',
			'batch-input',
			'input',
			'format',
			'json',
			'output',
			'columns',
			'save-columns',
			'template',
			'set',
			'header',
			'names',
			'countries',
			'only',
			'dates',
			'delimiter',
			'excel-safe',
			'append',
			'families',
			'with-optional',
			'photos',
			'country-letters',
			'single-name',
			'rejected',
			'once',
			...tripOptions,
		],
	},
	validate: {
		options: ['file', 'output-format', 'output', 'json', 'documents', 'strict', ...tripOptions],
		arguments: 'LINE1 LINE2',
		choices: {'output-format': ['json', 'table', 'ndjson', 'csv']},
	},
	config: {
		options: ['key', 'secret', 'secret-stdin', 'config', 'endpoint', 'yes', 'output-format', 'json'],
		arguments: 'NAME VALUE',
		actions: ['load', 'save', 'test', 'reset', 'get', 'set', 'keys', 'forget'],
		choices: {'output-format': ['table', 'json']},
	},
	demo: {options: ['plain']},
	purge: {options: ['dir', 'older-than', 'person', 'dry-run', 'yes']},
	schema: {options: [], actions: ['recognize', 'brief', 'validate', 'export', 'error']},
	skill: {options: ['to']},
	mcp: {options: ['dir']},
	completion: {options: [], actions: ['bash', 'zsh', 'fish', 'man']},
} as const satisfies Record<string, CommandInfo>;

/** `''` is the guided session. */
export type CommandName = keyof typeof commandTable;

export const commands: Readonly<Record<CommandName, CommandInfo>> = commandTable;

export const commandNames = Object.keys(commandTable).filter(Boolean) as readonly CommandName[];

/** An option as a command takes it. */
export const optionOf = (command: CommandName, name: OptionName): OptionInfo => {
	const choices = commands[command].choices?.[name];
	return choices ? {...options[name], choices} : options[name];
};

/** All options of a command, its own first. */
export const optionsOf = (command: CommandName): readonly OptionName[] => [
	...commands[command].options,
	...commonOptions,
];
