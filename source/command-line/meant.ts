import {localEngine, remoteEngine} from '../core/engines/choice.ts';
import {closest} from './closest.ts';
import type {CommandName, OptionName} from './options.ts';

/** What other programs call our commands. */
const commandWords: Readonly<Record<string, readonly string[]>> = {
	recognize: ['read', 'scan', 'ocr', 'extract', 'parse', 'recognise', 'run', 'watch'],
	validate: ['check', 'verify', 'mrz'],
	export: ['write', 'convert', 'excel', 'xlsx', 'csv', 'report'],
	purge: ['clean', 'clear', 'delete', 'remove', 'rm'],
	config: ['configure', 'settings', 'setup', 'set', 'login'],
	completion: ['completions', 'complete', 'man'],
	demo: ['try', 'sample', 'samples'],
	'--version': ['version'],
} satisfies Readonly<Partial<Record<CommandName | '--version', readonly string[]>>>;

/** What other programs call our options; of several meanings the first that a command has counts. */
const optionWords: Readonly<Record<string, readonly string[]>> = {
	'--dir': ['folder', 'directory', 'input-dir', 'from-dir', 'recursive', 'path'],
	'--from-dir': ['folder', 'directory', 'input-dir', 'path', 'dir', 'from'],
	'--file': ['image', 'picture', 'photo', 'img', 'input', 'input-file', 'filename'],
	'--url': ['uri', 'link', 'from-url'],
	'--base64 -': ['stdin', 'b64'],
	'--output-format': ['format', 'out-format', 'type'],
	'--output-format table': ['table', 'pretty', 'human'],
	'--output-format ndjson': ['ndjson', 'jsonl', 'json-lines', 'stream'],
	'--format': ['output-format', 'type'],
	'--format excel': ['excel', 'xlsx', 'xls'],
	'--format csv': ['csv'],
	'--output': ['out', 'output-file', 'out-file', 'outfile', 'to', 'save', 'save-to', 'destination', 'file'],
	[`--engine ${localEngine}`]: [localEngine, 'local', 'no-cloud', 'no-network', 'no-upload'],
	[`--engine ${remoteEngine}`]: [remoteEngine, 'cloud', 'online', 'remote'],
	'--max-calls': ['limit', 'max', 'budget', 'calls', 'max-cost'],
	'--concurrency': ['jobs', 'parallel', 'threads', 'workers', 'max-workers'],
	'--again': ['force', 'reread', 'refresh', 'no-cache', 'overwrite', 'rescan'],
	'--no-save': ['no-sidecar', 'no-write', 'nosave'],
	'--yes': ['force', 'assume-yes', 'no-confirm', 'confirm'],
	'--no-input': ['non-interactive', 'batch', 'no-interactive', 'no-prompt'],
	'--lang': ['language', 'locale'],
	'--config-dir': ['config-path', 'config-folder'],
	'--key': ['api-key', 'apikey', 'ocr-key'],
	'--secret': ['api-secret', 'ocr-secret', 'password'],
	'--secret-stdin': ['password-stdin', 'stdin'],
	'--endpoint': ['server', 'host', 'base-url', 'api-url'],
	'--older-than': ['age', 'before', 'older'],
	'--dry-run': ['simulate', 'preview', 'what-if', 'dryrun', 'list'],
	'--only': ['fields', 'select'],
	'--fields': ['only', 'select', 'columns', 'field'],
	'--quiet': ['silent', 'no-progress'],
	'--output-format brief': ['brief', 'short', 'compact', 'summary'],
	'--delimiter': ['separator', 'sep'],
	'--once': ['unique', 'dedupe', 'deduplicate'],
	'--no-color': ['no-colour', 'monochrome', 'plain'],
	'NODE_DEBUG=passport-ocr': ['verbose', 'debug', 'log-level', 'trace'],
};

/** What other programs call our values. */
const valueWords: Readonly<Record<string, readonly string[]>> = {
	excel: ['xlsx', 'xls', 'spreadsheet'],
	ndjson: ['jsonl', 'json-lines', 'jsonlines'],
	table: ['text', 'human', 'pretty'],
	[localEngine]: ['local', 'free', 'mrz'],
	[remoteEngine]: ['cloud', 'online', 'netocr'],
	both: ['all'],
	zh: ['cn', 'zh-cn', 'zh_cn', 'chinese'],
	en: ['english', 'en-us', 'en_us'],
	slash: ['dmy', 'dd/mm/yyyy'],
	iso: ['ymd', 'yyyy-mm-dd'],
};

const named = (word: string, words: Readonly<Record<string, readonly string[]>>): readonly string[] =>
	Object.keys(words).filter(name => words[name]!.includes(word.toLowerCase()));

/** The command that another program's word means. */
export const commandMeant = (word: string): string | undefined => named(word, commandWords)[0];

/** The option, with its value where there is one, that a name of another program means. */
export const optionMeant = (name: string, allowed: readonly OptionName[]): string | undefined =>
	named(name, optionWords).find(
		meant => !meant.startsWith('--') || allowed.includes(meant.slice(2).split(' ')[0] as OptionName),
	);

/** The choice that a value was likely meant to be. */
export const valueMeant = (value: string, choices: readonly string[]): string | undefined =>
	named(value, valueWords).find(meant => choices.includes(meant)) ?? closest(value, choices);
