import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import JSZip from 'jszip';
import {expect, test} from 'vitest';
import {recordStore} from '../../../source/command-line/record-store.ts';
import type {PartedRecords} from '../../../source/core/export/excel/record-parts.ts';
import {excelWorkbook} from '../../../source/core/export/excel/workbook.ts';
import {tableOf} from '../../../source/core/export/rows.ts';
import {withoutRejected} from '../../../source/core/export/write.ts';
import {packagePath} from '../../../source/core/package-root.ts';
import type {PassportRecord} from '../../../source/core/records/record.ts';
import {messages} from '../../../source/text/index.ts';
import {cardRecord} from '../../support/documents.ts';
import {misprinted, reading, recordOf, today} from '../../support/records.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';
import {together} from './content-of.ts';

const words = messages('zh').exported;
const worker = packagePath('dist', 'row-worker.js');

/** Rows of a part: fewer than a list has, so that there are enough parts for two threads. */
const rowsOfPart = 50;
/** More rows than are made before another thread starts. */
const many = 2000;

const kinds: readonly PassportRecord[] = [
	recordOf('proven.jpg'),
	recordOf('misprinted.jpg', {reading: reading(misprinted)}),
	cardRecord('card.jpg'),
	{...recordOf('rejected.jpg'), review: {state: 'rejected', edits: {}, confirmed: []}},
];

const store = recordStore();
for (let index = 0; index < many; index++) {
	const kind = kinds[(index * 7) % 5] ?? kinds[0]!;
	store.add({...kind, path: `/pictures/李 & é_x0041_ ${index}.jpg`, sha256: String(index).padStart(64, '0')});
}

/** Some are left out, and some are written otherwise than they are kept. */
const change = (place: number) => {
	if (place % 13 === 0) return () => undefined;
	if (place % 17 > 0) return undefined;
	return (record: PassportRecord): PassportRecord => ({
		...record,
		review: {...record.review, at: '2026-11-22T07:00:00Z'},
	});
};

const placed = store.placed(records => [...records].reverse());

const records: PartedRecords = {
	*[Symbol.iterator]() {
		for (const [place, record] of placed) {
			const made = change(place);
			const one = made ? made(record) : record;
			if (one) yield one;
		}
	},
	*parts(withRejected) {
		for (const {lines} of placed.parts(change, withRejected)) {
			const all = lines.split('\n');
			for (let at = 0; at < all.length; at += rowsOfPart) {
				const some = all.slice(at, at + rowsOfPart);
				yield {lines: some.join('\n'), count: some.length};
			}
		}
	},
};

async function sheetsOf(list: PartedRecords, options: Parameters<typeof excelWorkbook>[4] = {}): Promise<string[]> {
	const table = tableOf(list, {words, columns: 'default', today});
	const {files} = await JSZip.loadAsync(await together(excelWorkbook(table, words, 'iso', [], options)));
	const names = Object.keys(files).filter(name => name.startsWith('xl/worksheets/sheet'));
	return await Promise.all(names.sort().map(name => files[name]!.async('string')));
}

const byOne = await sheetsOf(withoutRejected({[Symbol.iterator]: () => records[Symbol.iterator]()}));

const threadOf = (script: string): string => {
	const file = join(temporaryFolder(), 'thread.cjs');
	if (script !== '') writeFileSync(file, script);
	return file;
};

test('two threads write what one writes', async () => {
	expect(byOne).toHaveLength(3);
	expect(await sheetsOf(withoutRejected(records), {other: {file: worker, language: 'zh'}})).toEqual(byOne);
	const withRejected = await sheetsOf({[Symbol.iterator]: () => records[Symbol.iterator]()});
	expect(withRejected).not.toEqual(byOne);
	expect(await sheetsOf(records, {other: {file: worker, language: 'zh'}})).toEqual(withRejected);
});

test('rows come from the other thread, too', async () => {
	const answer = "{xml: Buffer.from('<!--other-->'), issues: [], tally: {all: 0, counts: new Map()}}";
	const script = `const {parentPort} = require('node:worker_threads'); parentPort.on('message', () => parentPort.postMessage(${answer}))`;
	const [rows] = await sheetsOf(withoutRejected(records), {other: {file: threadOf(script), language: 'zh'}});
	expect(rows).toContain('<!--other-->');
	expect(rows).toContain('<row r="3">');
});

test.each([
	['is not there', ''],
	['ends at once', 'process.exit(1)'],
	[
		'fails in the middle',
		"require('node:worker_threads').parentPort.on('message', () => { throw new Error('out of memory') })",
	],
])('a second thread that %s changes nothing of what is written', async (_, script) => {
	expect(await sheetsOf(withoutRejected(records), {other: {file: threadOf(script), language: 'zh'}})).toEqual(byOne);
});

test('rows that one sheet does not hold are written by one thread', async () => {
	const longest = 1000;
	const one = await sheetsOf(withoutRejected({[Symbol.iterator]: () => records[Symbol.iterator]()}), {longest});
	expect(one).toHaveLength(5);
	expect(await sheetsOf(withoutRejected(records), {longest, other: {file: worker, language: 'zh'}})).toEqual(one);
});

test('a workbook that is not read to its end leaves no thread behind', async () => {
	const table = tableOf(withoutRejected(records), {words, columns: 'default', today});
	let length = 0;
	for await (const bytes of excelWorkbook(table, words, 'iso', [], {other: {file: worker, language: 'zh'}})) {
		length += bytes.length;
		if (length > 1000) break;
	}
	await expect.poll(() => process.getActiveResourcesInfo()).not.toContain('MessagePort');
});
