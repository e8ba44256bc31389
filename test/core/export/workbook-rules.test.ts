import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import JSZip from 'jszip';
import sharp from 'sharp';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {appendExport} from '../../../source/core/export/append/append.ts';
import {chosenSet, presetNames} from '../../../source/core/export/column-sets.ts';
import {excelWorkbook} from '../../../source/core/export/excel/workbook.ts';
import {tableOf} from '../../../source/core/export/rows.ts';
import {writeExport} from '../../../source/core/export/write.ts';
import {messages} from '../../../source/text/index.ts';
import {person} from '../../support/records.ts';
import {refusedByExcel} from '../../support/workbook-rules.ts';
import {contentOf, together} from './content-of.ts';
import {today} from './sample-record.ts';

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'rules-'));
});
afterEach(() => rm(folder, {recursive: true, force: true}));

const languages = [messages('en').exported, messages('zh').exported];

/** Names with what XML, formulas and sheets do not take. */
const hostile = ['<b>&amp;"', ']]>', "=1+1'", '_x0041_', '\u0001\ud800', 'x'.repeat(40_000), '😀 名', ' a  b '];

const records = hostile.map((text, index) =>
	person(`/pictures/${index}${text.slice(0, 5)}.jpg`, {surname_english: text, passport_number: `X${index}`}),
);

const notRead = [{source: 'a & <b>.jpg', message: '"x"', next: "it's", recognizedAt: ''}];

test.each(languages)('every preset is a workbook that Excel opens without a word', async words => {
	for (const columns of presetNames) {
		for (const some of [records, records.slice(0, 1)]) {
			const {content} = await contentOf(some, {format: 'excel', words, columns, today, notRead});
			expect(await refusedByExcel(content as Buffer), columns).toEqual([]);
		}
	}
});

test('so are heads that a person typed, heads in both languages, pictures, and rows on several sheets', async () => {
	const [words] = languages as [(typeof languages)[0]];
	const heads = chosenSet([
		{key: 'status', head: '<a & "b">'},
		{key: 'validity', head: 'y'.repeat(400)},
		{key: 'expiry_date', head: "it's"},
	]);
	const jpeg = await sharp({create: {width: 30, height: 40, channels: 3, background: 'red'}})
		.jpeg()
		.toBuffer();
	for (const more of [
		{columns: heads},
		{headWords: languages},
		{photos: async () => ({page: jpeg, portrait: jpeg})},
		{photos: async () => ({page: 'gone', portrait: 'no-place'}) as const},
	]) {
		const {content} = await contentOf(records, {format: 'excel', words, today, notRead, ...more});
		expect(await refusedByExcel(content as Buffer)).toEqual([]);
	}
	const table = tableOf(records, {words, columns: 'default', today});
	const photos = async () => ({page: jpeg, portrait: jpeg});
	expect(
		await refusedByExcel(await together(excelWorkbook(table, words, 'iso', notRead, {longest: 4, photos}))),
	).toEqual([]);
});

test('so is one that rows were added to', async () => {
	const [words] = languages as [(typeof languages)[0]];
	const path = join(folder, 'list.xlsx');
	const options = {words, today, path, format: 'excel', notRead} as const;
	await writeExport(records.slice(0, 3), {...options, ifExists: 'replace'});
	await appendExport(records, {...options, notRead: [], languages});
	await appendExport([...records, person('/pictures/a & <b>.jpg', {passport_number: 'Y1'})], {
		...options,
		notRead: [],
		languages,
	});
	expect(await refusedByExcel(await readFile(path))).toEqual([]);
});

test('what Excel refuses is seen', async () => {
	const {content} = await contentOf(records.slice(2, 4), {format: 'excel', words: languages[0]!, today});
	const changed = async (part: string, from: string | RegExp, to: string) => {
		const zip = await JSZip.loadAsync(content as Buffer);
		const xml = await zip.file(part)!.async('string');
		expect(xml.replace(from, to)).not.toBe(xml);
		zip.file(part, xml.replace(from, to));
		return await refusedByExcel(await zip.generateAsync({type: 'uint8array'}));
	};
	const sheet = 'xl/worksheets/sheet1.xml';
	const faults: readonly Parameters<typeof changed>[] = [
		['xl/workbook.xml', 'name="Issues"', 'name="Pass:ports"'],
		['xl/workbook.xml', 'name="Issues"', 'name="passports"'],
		['xl/workbook.xml', 'name="Issues"', `name="${'x'.repeat(32)}"`],
		['[Content_Types].xml', /<Override PartName="\/xl\/styles.xml"[^>]*>/, ''],
		['[Content_Types].xml', '/xl/worksheets/sheet2.xml', '/xl/worksheets/sheet9.xml'],
		['xl/_rels/workbook.xml.rels', 'worksheets/sheet2.xml', 'worksheets/sheet9.xml'],
		[sheet, '<row r="3">', '<row r="2">'],
		[sheet, 'r="B3"', 'r="A3"'],
		[sheet, / s="\d+"/, ' s="99"'],
		[sheet, 'LEFT(', '=LEFT('],
		[sheet, /dxfId="\d+"/, 'dxfId="99"'],
		[sheet, 'priority="1"', 'priority="0"'],
		[sheet, '</sheetData>', '</sheetdata>'],
		[sheet, /<conditionalFormatting sqref="[^"]*"/, '<conditionalFormatting sqref="C3:C2"'],
		[sheet, /<autoFilter[^>]*>/, ''],
	];
	for (const fault of faults.slice(0, -1)) expect(await changed(...fault), `${fault[1]} → ${fault[2]}`).not.toEqual([]);
	expect(await changed(sheet, /(<autoFilter[^>]*>)([\s\S]*)(<pageMargins)/, '$2$1$3')).not.toEqual([]);
	expect(await refusedByExcel(content as Buffer)).toEqual([]);
});

test('printed, every sheet is as wide as a page and has its heads on each', async () => {
	const {content} = await contentOf(records, {format: 'excel', words: languages[1]!, today, notRead});
	const zip = await JSZip.loadAsync(content as Buffer);
	const book = await zip.file('xl/workbook.xml')!.async('string');
	const {passports, issues, notRead: missing, summary} = languages[1]!.sheets;
	for (const [index, name] of [passports, issues, missing, summary].entries()) {
		expect(book).toContain(`localSheetId="${index}">&apos;${name}&apos;!$1:$1</definedName>`);
		const sheet = await zip.file(`xl/worksheets/sheet${index + 1}.xml`)!.async('string');
		expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>');
		expect(sheet).toMatch(/<pageSetup [^>]*orientation="landscape"[^>]*fitToHeight="0"/);
	}
});
