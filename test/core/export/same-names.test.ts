// Two pictures of one name in two folders are distinguished in every place of a list.
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import exceljs from 'exceljs';
import {expect, test} from 'vitest';
import {recordStore} from '../../../source/command-line/record-store.ts';
import {excelPart} from '../../../source/core/export/excel/part.ts';
import {tableOf} from '../../../source/core/export/rows.ts';
import {writeExport} from '../../../source/core/export/write.ts';
import {rivalsIn} from '../../../source/core/review/related-records.ts';
import {withConflicts} from '../../../source/core/review/with-conflicts.ts';
import {messages} from '../../../source/text/index.ts';
import {misprinted, person, reading, recordOf, today} from '../../support/records.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const folder = '/home/anna/in';
const read = ['smith/p.jpg', 'jones/p.jpg', 'alone.jpg', 'smith/scan.pdf#2'].map(name =>
	recordOf(`${folder}/${name}`, {reading: reading(misprinted)}),
);
const notRead = ['jones/scan.pdf', 'smith/bad.jpg', 'jones/bad.jpg', 'other.jpg'].map(name => ({
	path: `${folder}/${name}`,
	source: name.replace(/.*\//, ''),
	message: 'blurred',
	recognizedAt: '',
}));
const names = ['smith/p.jpg', 'jones/p.jpg', 'alone.jpg', 'smith/scan.pdf#2'];

const write = async (
	options: Partial<Parameters<typeof writeExport>[1]> & {readonly format: 'excel' | 'csv' | 'json'},
) => {
	const path = join(temporaryFolder(), 'list');
	await writeExport(read, {words: messages('en').exported, ifExists: 'replace', today, notRead, path, ...options});
	return path;
};

test.each(['en', 'zh'] as const)('each sheet of a workbook in %s names the picture', async language => {
	const words = messages(language).exported;
	const book = new exceljs.Workbook();
	await book.xlsx.readFile(await write({format: 'excel', words}));
	const texts = (sheet: string, column: number) =>
		(book.getWorksheet(sheet)!.getColumn(column).values as string[]).slice(2);
	expect(texts(words.sheets.passports, 2)).toEqual(names);
	const issues = texts(words.sheets.issues, 2);
	expect([...new Set(issues)]).toEqual(names);
	expect(texts(words.sheets.notRead, 1)).toEqual(['jones/scan.pdf', 'smith/bad.jpg', 'jones/bad.jpg', 'other.jpg']);
	const everything = JSON.stringify(book.worksheets.map(sheet => sheet.getSheetValues()));
	expect(everything).not.toContain('anna');
});

test('CSV names the picture; what programs read, and the columns of the original skill, have the name alone', async () => {
	const csv = await readFile(await write({format: 'csv'}), 'utf8');
	expect(
		csv
			.split('\n')
			.slice(1, 5)
			.map(line => line.split(',')[1]),
	).toEqual(names);
	expect(csv).not.toContain('anna');
	const json = JSON.parse(await readFile(await write({format: 'json'}), 'utf8')) as {source_image: string}[];
	const alone = ['p.jpg', 'p.jpg', 'alone.jpg', 'scan.pdf#2'];
	expect(json.map(row => row.source_image)).toEqual(alone);
	const original = await readFile(await write({format: 'csv', columns: 'original', notRead: []}), 'utf8');
	expect(
		original
			.split('\n')
			.slice(1, 5)
			.map(line => line.split(',')[0]),
	).toEqual(alone);
});

test('another thread names the pictures as this one does', () => {
	const store = recordStore();
	for (const record of read) store.add(record);
	const apart = store.names(notRead.map(({path}) => path));
	const words = messages('en').exported;
	const placed = store.placed();
	const list = {
		*[Symbol.iterator]() {
			for (const [, record] of placed) yield record;
		},
		parts: () => placed.parts(() => undefined, true),
	};
	const {parted} = tableOf(list, {words, columns: 'default', today, names: apart});
	const [part] = parted!.parts();
	const styles = {text: 1, date: 2, number: 3};
	const question = {part: part!, first: 0, layout: parted!.layout, dates: 'iso', styles, language: 'en'} as const;
	// Sent to a thread, and back.
	const made = excelPart(question, words, structuredClone(parted!.names));
	const xml = Buffer.from(made.xml).toString('utf8');
	for (const name of names) expect(xml).toContain(`>${name}<`);
	expect([...new Set(made.issues.map(([, file]) => file))]).toEqual(names);
});

test('of a long list only the pictures of one name are held', () => {
	const store = recordStore();
	for (const record of read) store.add(record);
	expect([...store.names([])]).toEqual([
		[`${folder}/smith/p.jpg`, 'smith/p.jpg'],
		[`${folder}/jones/p.jpg`, 'jones/p.jpg'],
	]);
	expect(store.names([`${folder}/x/alone.jpg`]).get(`${folder}/x/alone.jpg`)).toBe('x/alone.jpg');
});

test('an issue about another picture names it apart', () => {
	const placed = (path: string, sex: string) => ({...person('x', {sex}), path: `${folder}/${path}`});
	const all = [placed('smith/p.jpg', 'F'), placed('jones/p.jpg', 'M')];
	expect(rivalsIn(all, all[0]!)).toHaveLength(1);
	const said = all.map(record =>
		withConflicts(all, record).passport.issues.find(({code}) => code === 'other-picture-differs'),
	);
	expect(said.map(issue => issue?.params?.file)).toEqual(['jones/p.jpg', 'smith/p.jpg']);
});
