import {expect, test} from 'vitest';
import {actionOf} from '../../source/command-line/action.ts';
import {closest} from '../../source/command-line/closest.ts';
import {commandNames, optionNames, options, optionsOf} from '../../source/command-line/options.ts';
import {flag, number, parse, text, texts} from '../../source/command-line/parse.ts';

const nothingExists = () => false;

const problem = (...words: readonly string[]): Record<string, unknown> => {
	try {
		parse(words, nothingExists);
	} catch (error) {
		return (error as {details: Record<string, unknown>}).details;
	}

	throw new Error('was understood');
};

test('distinguishes a command from paths', () => {
	expect(parse(['recognize', 'a.jpg'], nothingExists)).toMatchObject({command: 'recognize', words: ['a.jpg']});
	expect(parse(['./recognize'], nothingExists)).toMatchObject({command: '', words: ['./recognize']});
	expect(parse(['--', 'recognize'], nothingExists)).toMatchObject({command: '', words: ['recognize']});
	expect(parse(['--lang', 'zh', 'export'], nothingExists)).toMatchObject({command: 'export', words: []});
	expect(parse(['pictures'], nothingExists)).toMatchObject({command: '', words: ['pictures']});
});

test('takes values, flags and repeated options', () => {
	const args = parse(['recognize', '--file', 'a', '--file=b', '--again', '--concurrency', '3'], nothingExists);
	expect(texts(args, 'file')).toEqual(['a', 'b']);
	expect(flag(args, 'again')).toBe(true);
	expect(flag(args, 'strict')).toBe(false);
	expect(number(args, 'concurrency')).toBe(3);
	expect(text(args, 'engine')).toBeUndefined();
});

test('knows standard input from an option that was forgotten', () => {
	expect(text(parse(['recognize', '--base64', '-'], nothingExists), 'base64')).toBe('-');
	expect(problem('recognize', '--file', '--again')).toMatchObject({problem: 'missing-value', option: '--file'});
	expect(text(parse(['export', '--output=-x.csv'], nothingExists), 'output')).toBe('-x.csv');
});

test('says what was meant', () => {
	expect(problem('recogize')).toMatchObject({problem: 'unknown-command', suggestion: 'recognize'});
	expect(problem('hlep')).toMatchObject({problem: 'unknown-command', suggestion: 'help'});
	expect(problem('recognize', '--ouput-format', 'json')).toMatchObject({suggestion: '--output-format'});
	expect(problem('export', '--fromdir', 'd')).toMatchObject({suggestion: '--from-dir'});
	expect(problem('recognize', '--frobnicate')).not.toHaveProperty('suggestion');
	expect(closest('exprot', commandNames)).toBe('export');
});

test('a mistyped command that is the name of a file is that file', () => {
	expect(parse(['exports'], path => path === 'exports')).toMatchObject({command: '', words: ['exports']});
});

test('an option of another command is none of this one', () => {
	expect(problem('purge', '--from-dir', 'd')).toMatchObject({problem: 'unknown-option', suggestion: '--dir'});
	const ofExport = {problem: 'unknown-option', option: '--dates', belongs: 'export'};
	expect(problem('recognize', '--dates', 'iso')).toMatchObject(ofExport);
});

test.each([
	[['recognize', '--engine', 'magic'], 'bad-value'],
	[['recognize', '--concurrency', '0'], 'bad-value'],
	[['recognize', '--concurrency', 'two'], 'bad-value'],
	[['recognize', '--shard', '0/3'], 'bad-value'],
	[['recognize', '--again=yes'], 'needless-value'],
	[['recognize', '--base64', 'x', '--dir', 'd'], 'conflict'],
	[['export', '--delimiter', 'ab', '--output', 'o'], 'bad-value'],
	[['purge', '--older-than', 'yesterday'], 'bad-value'],
	[['recognize', '--lang', 'fr'], 'bad-value'],
] as const)('%j is wrong: %s', (words, name) => {
	expect(problem(...words)).toMatchObject({problem: name});
});

test('a word that is none of the actions is answered with those that are, and never repeated', () => {
	const refused = (...words: readonly string[]) => {
		try {
			return actionOf(parse(words, nothingExists));
		} catch (error) {
			return (error as {details: Record<string, unknown>}).details;
		}
	};
	expect(refused('completion', 'tcsh')).toMatchObject({problem: 'unknown-choice', choices: 'bash, zsh, fish, man'});
	expect(refused('schema', 'exprot')).toMatchObject({suggestion: 'export'});
	expect(JSON.stringify(refused('config', 'hunter2'))).not.toContain('hunter2');
});

test('a word that a command would pass over is refused, and what was meant is said', () => {
	expect(problem('purge', 'group')).toMatchObject({problem: 'extra-argument', suggestion: '--dir group'});
	expect(problem('export', 'group', '-o', 'x.csv')).toMatchObject({suggestion: '--from-dir group'});
	expect(problem('export', '--append', 'list.xlsx')).toMatchObject({suggestion: '--output list.xlsx'});
	expect(problem('export', 'old.csv', '-o', 'x.csv')).toMatchObject({suggestion: '--from-dir old.csv'});
	expect(problem('demo', 'group')).not.toHaveProperty('suggestion');
	const files = parse(['export', '--batch-input', 'a.json', 'b.json', '-o', 'x.csv'], nothingExists);
	expect(files.words).toEqual(['b.json']);
});

test('help may be asked for with a word, unless a file is called so', () => {
	expect(flag(parse(['help'], nothingExists), 'help')).toBe(true);
	const args = parse(['--lang', 'zh', 'help', 'recognize'], nothingExists);
	expect([args.command, flag(args, 'help')]).toEqual(['recognize', true]);
	expect(parse(['help'], path => path === 'help')).toMatchObject({command: '', words: ['help']});
});

test('help is given whatever else is missing', () => {
	expect(flag(parse(['recognize', '--help', '--base64', 'x', '--dir', 'd'], nothingExists), 'help')).toBe(true);
});

test('every option belongs to a command, and no two share a short name', () => {
	const used = new Set(['', ...commandNames].flatMap(name => optionsOf(name as '')));
	expect(optionNames.filter(name => !used.has(name))).toEqual([]);
	const short = optionNames.flatMap(name => options[name].short ?? []);
	expect(new Set(short).size).toBe(short.length);
});

test.each([
	[['recognize', '--folder', 'd'], '--dir'],
	[['export', '--folder', 'd'], '--from-dir'],
	[['recognize', '--format', 'table'], '--output-format'],
	[['recognize', '--cloud'], '--engine xiangyun'],
	[['recognize', '--force'], '--again'],
	[['purge', '--force'], '--yes'],
	[['export', '--xlsx'], '--format excel'],
	[['export', '--format', 'xlsx'], 'excel'],
	[['recognize', '--engine', 'cloud'], 'xiangyun'],
	[['recognize', '--engine', 'Offline'], 'offline'],
	[['recognize', '--output-format', 'jsonl'], 'ndjson'],
	[['recognize', '--lang', 'zh-CN'], 'zh'],
	[['recognize', '--verbose'], 'NODE_DEBUG=passport-ocr'],
	[['scan', 'a.jpg'], 'recognize'],
	[['verify'], 'validate'],
	[['delete'], 'purge'],
	[['version'], '--version'],
] as const)('%j: what other programs call it is understood as %s', (words, suggestion) => {
	expect(problem(...words)).toMatchObject({suggestion});
});

test('what is suggested is understood', async () => {
	const {optionMeant} = await import('../../source/command-line/meant.ts');
	const words = ['folder', 'format', 'force', 'excel', 'stdin', 'to', 'fields', 'server', 'language', 'list', 'age'];
	for (const command of commandNames) {
		for (const word of words) {
			const [option] = optionMeant(word, optionsOf(command))?.split(' ') ?? [];
			if (option !== undefined) expect(optionsOf(command).map(name => `--${name}`)).toContain(option);
		}
	}
});

test('--json is short for the format, and excludes another', () => {
	expect(text(parse(['recognize', 'a.jpg', '--json'], nothingExists), 'output-format')).toBe('json');
	expect(text(parse(['validate', '--json'], nothingExists), 'output-format')).toBe('json');
	expect(text(parse(['export', '--json'], nothingExists), 'format')).toBe('json');
	expect(problem('recognize', '--json', '--output-format', 'table')).toMatchObject({problem: 'conflict'});
	expect(problem('export', '--json', '--format', 'csv')).toMatchObject({problem: 'conflict'});
});
