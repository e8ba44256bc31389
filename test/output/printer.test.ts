import {describe, expect, it} from 'vitest';
import {jsonText} from '../../source/core/records/json/json-text.ts';
import type {Outcome} from '../../source/core/records/record.ts';
import {createPrinter} from '../../source/output/printer.ts';
import {outcomeJson} from '../../source/output/results.ts';
import {messages} from '../../source/text/index.ts';
import {recordOf, today} from '../support/records.ts';

const how = {
	day: {today, trip: undefined},
	language: 'en',
	messages: messages('en'),
	fields: undefined,
	nameOf: (path: string) => path,
} as const;

const read = (path: string): Outcome => ({kind: 'read', record: recordOf(path), from: 'engine', milliseconds: 1});
const failed: Outcome = {
	kind: 'failed',
	failure: {path: 'two\nlines.jpg', code: 'NO_PASSPORT_FOUND', details: {path: 'two\nlines.jpg'}},
	milliseconds: 1,
};

const printed = (outcomes: readonly Outcome[], single = false): string => {
	let text = '';
	const printer = createPrinter(part => (text += part), 'json', single, how);
	printer.all(outcomes);
	return text;
};

describe('results as JSON', () => {
	it('are written one by one, as the same text that all of them together are', () => {
		for (const outcomes of [[], [read('a.jpg')], [read('a.jpg'), failed, read('b.jpg')]]) {
			expect(printed(outcomes)).toBe(`${jsonText(outcomes.map(outcome => outcomeJson(outcome, how)))}\n`);
		}
	});

	it('are an object for one picture that was asked for, and nothing where it has none', () => {
		expect(printed([read('a.jpg')], true)).toBe(`${jsonText(outcomeJson(read('a.jpg'), how))}\n`);
		expect(printed([], true)).toBe('');
	});
});
