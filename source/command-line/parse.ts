import {parseArgs} from 'node:util';
import {AppError} from '../core/errors.ts';
import {closest} from './closest.ts';
import {commandMeant, optionMeant, valueMeant} from './meant.ts';
import {
	type CommandName,
	commandNames,
	commands,
	type OptionName,
	optionNames,
	optionOf,
	options,
	optionsOf,
} from './options.ts';

export type Arguments = {
	readonly command: CommandName;
	/** What followed the command without a name. */
	readonly words: readonly string[];
	/** Options that were given; a flag has no values. */
	readonly values: ReadonlyMap<OptionName, readonly string[]>;
};

export const flag = ({values}: Arguments, name: OptionName): boolean => values.has(name);

/** All values of an option that may be repeated. */
export const texts = ({values}: Arguments, name: OptionName): readonly string[] => values.get(name) ?? [];

/** The value of an option; the last one counts. */
export const text = (args: Arguments, name: OptionName): string | undefined => texts(args, name).at(-1);

export const number = (args: Arguments, name: OptionName): number | undefined => {
	const value = text(args, name);
	return value === undefined ? undefined : Number(value);
};

/** Characters; no option of this or another program is longer. */
const longestName = 28;

const usage = (problem: string, details: Readonly<Record<string, string>>): AppError =>
	new AppError('USAGE', {problem, ...details});

type OptionToken = {name: string; rawName: string; value: string | undefined; inlineValue: boolean | undefined};

/**
 * A command line, checked against the table of options.
 *
 * @param exists Whether a file or folder of that name is there: it is what a word means that is no command.
 * @throws AppError USAGE {problem, …}
 */
export function parse(argv: readonly string[], exists: (path: string) => boolean): Arguments {
	const {tokens} = parseArgs({
		args: [...argv],
		strict: false,
		allowPositionals: true,
		tokens: true,
		options: Object.fromEntries(
			optionNames.map(name => {
				const {type, short} = options[name];
				return [name, {type: type === 'flag' ? 'boolean' : 'string', multiple: true, ...(short ? {short} : {})}];
			}),
		),
	});
	const said = tokens.flatMap(token => (token.kind === 'positional' ? [token.value] : []));
	// `help recognize`, as many programs have it.
	const help = said[0] === 'help' && tokens[0]?.kind !== 'option-terminator' && !exists('help');
	const words = help ? said.slice(1) : said;
	const command = commandOf(words[0], tokens[0]?.kind === 'option-terminator' ? undefined : exists);
	const given = tokens.flatMap(token => (token.kind === 'option' ? [token as OptionToken] : []));
	const values = new Map<OptionName, string[]>(help ? [['help', []]] : []);
	for (const token of given) {
		const name = knownOption(token, command);
		const list = values.get(name) ?? [];
		values.set(name, list);
		if (options[name].type !== 'flag') list.push(checkedValue(token, name, command));
		else if (token.inlineValue) throw usage('needless-value', {option: token.rawName, for: command});
	}

	// A request for help is answered whatever else is given.
	const rest = command === '' ? words : words.slice(1);
	if (!values.has('help')) {
		checkTogether(command, values);
		if (values.has('json')) values.set(jsonOption(command), ['json']);
		checkWords(command, rest, values);
	}
	return {command, words: rest, values};
}

function commandOf(word: string | undefined, exists: ((path: string) => boolean) | undefined): CommandName {
	if (word === undefined || !exists) return '';
	const name = commandNames.find(name => name === word);
	if (name) return name;
	// A path may be missing, too, but `recogize` is rather a command.
	const isWord = /^[\w-]+$/.test(word) && !exists(word);
	const meant = isWord ? (commandMeant(word) ?? closest(word, [...commandNames, 'help'])) : undefined;
	if (meant) throw usage('unknown-command', {command: word, suggestion: meant});
	return '';
}

function knownOption({name, rawName}: OptionToken, command: CommandName): OptionName {
	const allowed = optionsOf(command);
	const known = allowed.find(option => option === name);
	if (known) return known;
	const near = closest(name, allowed);
	const suggestion = optionMeant(name, allowed) ?? (near && `--${near}`);
	const others = commandNames.filter(other => commands[other].options.some(option => option === name));
	throw usage('unknown-option', {
		// A value that was written to its option may be a secret.
		option: rawName.length > longestName ? `${rawName.slice(0, 8)}…` : rawName,
		for: command,
		...(suggestion ? {suggestion} : others.length > 0 ? {belongs: others.join(', ')} : {}),
	});
}

/** Whether an option of a command takes a value. */
export function isFit(command: CommandName, name: OptionName, value: string): boolean {
	const {type, choices, least, pattern, open} = optionOf(command, name);
	if (type === 'choice') return open === true || choices!.includes(value);
	if (type === 'number') return /^\d{1,9}$/.test(value) && Number(value) >= (least ?? 0);
	return pattern?.test(value) ?? true;
}

function checkedValue({value, inlineValue, rawName}: OptionToken, name: OptionName, command: CommandName): string {
	const {choices} = optionOf(command, name);
	// What looks like the next option is one: the value was forgotten.
	if (value === undefined || value === '' || (!inlineValue && /^-./.test(value))) {
		throw usage('missing-value', {option: rawName, name, for: command});
	}

	if (!isFit(command, name, value)) {
		const suggestion = choices && valueMeant(value, choices);
		throw usage('bad-value', {option: rawName, name, value, for: command, ...(suggestion ? {suggestion} : {})});
	}
	return value;
}

/** What `--json` is short for. */
const jsonOption = (command: CommandName): OptionName =>
	commands[command].options.includes('format') ? 'format' : 'output-format';

/** What may be meant as the list that is to be written, and is no folder. */
const spreadsheet = /\.(?:xlsx|csv|tsv)$/i;

/** A word that a command would pass over is wrong: `purge group` must not purge the current folder. */
function checkWords(command: CommandName, [word]: readonly string[], values: ReadonlyMap<OptionName, unknown>): void {
	const info = commands[command];
	// A shell puts all names that fit `--batch-input *.json` behind it.
	if (word === undefined || info.arguments || info.actions || values.has('batch-input')) return;
	const has = (name: OptionName): boolean => info.options.includes(name);
	const isList = has('output') && !values.has('output') && spreadsheet.test(word);
	const meant = isList ? 'output' : (['dir', 'from-dir'] as const).find(has);
	throw usage('extra-argument', {
		command,
		value: word,
		for: command,
		...(meant ? {suggestion: `--${meant} ${word}`} : {}),
	});
}

function checkTogether(command: CommandName, values: ReadonlyMap<OptionName, readonly string[]>): void {
	for (const name of values.keys()) {
		const other = options[name].excludes?.find(other => values.has(other as OptionName));
		if (other) throw usage('conflict', {option: `--${name}`, other: `--${other}`, for: command});
	}
}
