import {expect, test} from 'vitest';
import {errorLines, errorText} from '../../source/command-line/errors.ts';
import type {ErrorDetails} from '../../source/core/errors.ts';
import {languages, messages} from '../../source/text/index.ts';

const withFile: readonly (readonly [string, ErrorDetails])[] = [
	['FILE_NOT_FOUND', {}],
	['NOT_READABLE', {reason: 'EACCES'}],
	['NOT_A_FILE', {what: 'fifo'}],
	['NOT_AN_IMAGE', {seems: 'text'}],
	['DAMAGED_IMAGE', {format: 'jpeg'}],
	['UNSUPPORTED_IMAGE', {format: 'HEIC'}],
	['TOO_LARGE', {bytes: 9e7, limit: 6e7}],
	['TOO_LARGE', {width: 20000, height: 10000}],
	['TOO_SMALL', {width: 90, height: 60}],
	['NO_PICTURES', {}],
	['NO_PASSPORT_FOUND', {}],
	['NO_PASSPORT_FOUND', {passports: 3}],
	['OTHER_DOCUMENT', {shape: 'TD1'}],
	['NOT_WRITABLE', {reason: 'EROFS'}],
	['FOREIGN_FILE', {}],
];

test.each(languages.flatMap(language => withFile.map(([code, details]) => [language, code, details] as const)))(
	'%s %s names the file and a next step',
	(language, code, details) => {
		const {message, nextSteps} = errorText(code, {path: 'guest 12.jpg', ...details}, messages(language));
		expect(message).toContain('guest 12.jpg');
		expect(message).not.toMatch(/undefined|NaN/);
		expect(nextSteps.length).toBeGreaterThan(0);
	},
);

test('reads well without details', () => {
	for (const language of languages) {
		for (const [code] of withFile)
			expect(errorLines(code, {}, messages(language)).join(' ')).not.toMatch(/undefined|NaN|""|“”/);
	}
});

test('says what the system has against a file in words, and what helps against that', () => {
	for (const language of languages) {
		for (const code of ['NOT_READABLE', 'NOT_WRITABLE']) {
			for (const reason of ['EACCES', 'ENOSPC', 'EISDIR', 'EROFS', 'EBUSY'])
				expect(errorText(code, {path: 'a.xlsx', reason}, messages(language)).message).not.toContain(reason);
		}
	}
	const full = errorText('NOT_WRITABLE', {path: 'a.xlsx', reason: 'ENOSPC'}, messages('en'));
	expect(full.message).toBe('"a.xlsx" cannot be written (the disk is full).');
	expect(full.nextSteps.join(' ')).not.toContain('open in another program');
	expect(errorText('NOT_WRITABLE', {reason: 'EWHATEVER'}, messages('en')).message).toContain('EWHATEVER');
});

test('a folder where a file is meant is called one, and its own option is named', () => {
	for (const language of languages) {
		const read = errorText('NOT_READABLE', {path: 'march', reason: 'EISDIR'}, messages(language));
		expect(read.message).toMatch(/is a folder, not a file|是文件夹，不是文件/);
		expect(read.nextSteps.join(' ')).toContain('--from-dir');
	}
});

test('a name that is not UTF-8 is to be changed; the file is there', () => {
	const {message, nextSteps} = errorText('FILE_NOT_FOUND', {path: '\ufffd\ufffd.jpg'}, messages('en'));
	expect(message).not.toContain('does not exist');
	expect(nextSteps.join(' ')).toContain('Rename');
});

test('the app does not speak of quotes, which only a command line needs', () => {
	for (const language of languages)
		expect(
			messages(language)
				.errors.nextInApp('FILE_NOT_FOUND', {path: 'a.jpg'}, id => id)
				.join(' '),
		).not.toMatch(/quote|引号/);
});

test("a number that is the service's own is said with the service's words", () => {
	expect(errorText('-5', {path: 'a.jpg', message: '余额不足'}, messages('en')).message).toContain('余额不足');
});

test('what a file is called cannot act on the terminal', () => {
	expect(errorText('NOT_AN_IMAGE', {path: 'a\u001b[2J\u202e.jpg'}, messages('en')).message).not.toMatch(
		/[\u001b\u202e]/,
	);
});

test('a usage error says what the option takes', () => {
	const words = (details: ErrorDetails) => errorText('USAGE', details, messages('en')).message;
	expect(words({problem: 'bad-value', option: '--engine', name: 'engine', value: 'x'})).toContain('offline');
	expect(words({problem: 'bad-value', option: '--shard', name: 'shard', value: 'x'})).toContain('1/4');
	expect(words({problem: 'missing-value', option: '--file', name: 'file'})).toBe('--file needs a value: F.');
});
