import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import exceljs from 'exceljs';
import {expect, test} from 'vitest';
import {knownList} from '../../../../source/core/export/append/known-list.ts';
import {columnSet} from '../../../../source/core/export/column-sets.ts';
import {columnsByKey} from '../../../../source/core/export/columns.ts';
import {messages} from '../../../../source/text/index.ts';
import {append, bookIn, languages, lee, listFolder, roy, words} from './list-folder.ts';

const {folder} = listFolder();

async function listOf(name: string, rows: readonly (readonly string[])[]): Promise<string> {
	const path = join(folder(), name);
	const quoted = (text: string) => (/[\n,]/.test(text) ? `"${text}"` : text);
	if (name.endsWith('.csv')) await writeFile(path, `${rows.map(row => row.map(quoted).join(',')).join('\n')}\n`);
	else {
		const book = new exceljs.Workbook();
		book.addWorksheet('Group').addRows(rows.map(row => [...row]));
		await book.xlsx.writeFile(path);
	}
	return path;
}

const ways = [
	['in small letters', ['passport number', 'surname', 'given names']],
	['in capitals', ['PASSPORT NUMBER', 'SURNAME', 'GIVEN NAMES']],
	['on two lines', ['Passport\nnumber', 'Surname', 'Given\r\nnames']],
	['with spaces', [' Passport  number ', 'Surname\u00a0', 'Given names']],
	['without spaces', ['PassportNumber', 'Surname', 'Givennames']],
	['in wide letters', ['Ｐａｓｓｐｏｒｔ number', 'Surname', 'Given names']],
	['in both languages on two lines', ['Passport number\n护照号码', 'Surname\n姓', 'Given names\n名']],
] as const;

test.each(['list.csv', 'list.xlsx'].flatMap(name => ways.map(([way, heads]) => ({name, way, heads}))))(
	'the heads of $name may be written $way',
	async ({name, heads}) => {
		const path = await listOf(name, [heads, ['XLEE', 'LEE', 'ANNA MARIA']]);
		expect(await append(path, [lee, roy])).toMatchObject({added: 1, listed: 1, leftEmpty: []});
		if (name.endsWith('.csv')) expect(await readFile(path, 'utf8')).toMatch(/\nXROY,ROY,ANNA MARIA\n$/);
		else expect((await bookIn(path)).worksheets[0]!.getRow(3).values).toEqual([undefined, 'XROY', 'ROY', 'ANNA MARIA']);
	},
);

test("a person's own column whose head is nearly one of this program stays empty beside that one", async () => {
	const path = await listOf('list.csv', [
		['passport number', 'Passport number', 'Surname'],
		['OLD1', 'XLEE', 'LEE'],
	]);
	expect(await append(path, [lee, roy])).toMatchObject({added: 1, listed: 1, leftEmpty: ['passport number']});
	expect(await readFile(path, 'utf8')).toMatch(/\n,XROY,ROY\n$/);
});

test('each head of every language means the same column letter by letter as in small letters', () => {
	const columns = [...columnsByKey.values()];
	for (const one of languages) {
		const heads = columns.map(column => column.head(one));
		const keys = (texts: readonly string[]) => knownList(texts, [one])!.columns.map(column => column?.key);
		expect(keys(heads.map(head => head.toLowerCase()))).toEqual(keys(heads));
	}
	const original = columnSet('original').columns.map(column => column.head(words));
	expect(knownList(original, languages)).toMatchObject({asOriginal: true});
	expect(knownList(original.slice(0, 4), languages)?.asOriginal).toBe(knownList(original, languages)?.asOriginal);
});

test.each(['list.csv', 'list.xlsx'])('the message about %s names the heads and the one that is missing', async name => {
	const said = async (...rows: readonly (readonly string[])[]) => {
		const error = await append(await listOf(name, rows), [roy]).catch(error => error);
		expect(error).toMatchObject({code: 'NOT_A_LIST', details: {reason: 'heads'}});
		return (['en', 'zh'] as const).map(language => {
			const {errors} = messages(language);
			return [errors.what(error.code, error.details), ...errors.next(error.code, error.details)].join('\n');
		});
	};
	const [en, zh] = await said(['Group of May'], ['Surname', 'Given names', 'Document no.'], ['LEE', 'ANNA', 'XLEE']);
	expect(en).toContain('"Surname", "Given names", "Document no."');
	expect(en).toContain('none of them is that of the passport number ("Passport number")');
	expect(zh).toContain('“Surname”、“Given names”、“Document no.”');
	expect(zh).toContain('“护照号码”');
	const [alone] = await said(['Passport number', 'Room'], ['XLEE', '101']);
	expect(alone).toContain('"Passport number", "Room"');
	expect(alone).toContain('only the passport number');
	// A row of values may be that of a person: it is not repeated.
	const [none, nothing] = await said(['XLEE', 'LEE', 'ANNA'], ['XKIM', 'KIM', 'BEA']);
	expect(none).toContain('none of its first 20 rows');
	expect(none).not.toContain('LEE"');
	expect(nothing).toContain('前 20 行');
});
