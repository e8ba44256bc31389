import {utimesSync} from 'node:fs';
import {chmod, readdir, readFile, stat, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import exceljs from 'exceljs';
import JSZip from 'jszip';
import {describe, expect, test} from 'vitest';
import {appendExport} from '../../../../source/core/export/append/append.ts';
import {chosenSet} from '../../../../source/core/export/column-sets.ts';
import type {PassportRecord} from '../../../../source/core/records/record.ts';
import {appendedLines} from '../../../../source/text/appended.ts';
import {messages} from '../../../../source/text/index.ts';
import {asOwner, noPermissions} from '../../../support/as-owner.ts';
import {cardRecord} from '../../../support/documents.ts';
import {append, bookIn, kim, languages, lee, listFolder, options, person, roy, words} from './list-folder.ts';

const {folder, written} = listFolder();

test('pictures that were asked for are not in rows that are added, and that is said', async () => {
	const path = await written([lee], 'list.xlsx');
	const photos = async function* () {};
	const added = await append(path, [lee, kim], {photos});
	for (const language of ['en', 'zh'] as const) {
		expect(appendedLines(added, messages(language))).toContain(messages(language).commands.export.noPhotosAdded);
	}
	expect(appendedLines(await append(path, [lee, kim], {photos}), messages('en'))).toEqual([]);
	expect(appendedLines(await append(path, [roy]), messages('en'))).toEqual([]);
});

test.each(['csv', 'xlsx'])(
	'a list with custom heads is added to with the columns that have them: %s',
	async extension => {
		const columns = chosenSet([
			{key: 'passport_number', head: 'Pass'},
			{key: 'surname_english', head: 'Familie'},
			{key: 'sex'},
		]);
		const path = await written([lee], `own.${extension}`, {columns});
		expect(await append(path, [lee, kim], {columns})).toMatchObject({added: 1, listed: 1});
		expect(await append(path, [lee, kim], {columns})).toMatchObject({added: 0, listed: 2, isChanged: false});
		// Without them nothing says what the heads mean, and the file stays.
		await expect(append(path, [lee, kim, roy])).rejects.toMatchObject({code: 'NOT_A_LIST'});
	},
);

test('a picture that was read since is not named as not read any more, those of other names are', async () => {
	const unread = (source: string) => ({source, message: 'blurred', next: 'again', recognizedAt: ''});
	const path = await written([lee], 'list.xlsx', {notRead: [unread('KIM.jpg'), unread('far.jpg'), unread('ROY.jpg')]});
	const sheet = async () => {
		const found = (await bookIn(path)).getWorksheet('Not read')!;
		return Array.from({length: found.rowCount - 1}, (_, index) => found.getRow(index + 2).getCell(1).text);
	};
	await append(path, [lee, kim], {notRead: [unread('new.jpg')]});
	expect(await sheet()).toEqual(['far.jpg', 'ROY.jpg', 'new.jpg']);
	// Of two pictures with one name one is still not read.
	const again = await append(path, [lee, kim, roy], {notRead: [unread('ROY.jpg')]});
	expect([again.added, await sheet()]).toEqual([1, ['far.jpg', 'ROY.jpg', 'new.jpg']]);
	// No passport is new, but a picture has been read.
	const other = {...lee, path: '/pictures/far.jpg'};
	expect(await append(path, [lee, kim, roy, other])).toMatchObject({added: 0, isChanged: true});
	expect(await sheet()).toEqual(['new.jpg']);
	expect(await append(path, [lee, kim, roy, other])).toMatchObject({added: 0, isChanged: false});
});

describe.each(['csv', 'xlsx'])('a list as %s', extension => {
	test('gets those who are missing, and no passport twice', async () => {
		const path = await written([lee, kim], `list.${extension}`);
		expect(await append(path, [kim, lee, roy])).toMatchObject({added: 1, listed: 2, differing: [], others: []});
		const content = await readFile(path);
		expect(await append(path, [roy, kim, lee])).toMatchObject({added: 0, listed: 3});
		expect((await readFile(path)).equals(content)).toBe(true);
	});

	test('says who has a new passport since, which gets a row of its own; an older one gets none', async () => {
		const path = await written([lee, kim], `list.${extension}`);
		const renewed = person('LEE', {passport_number: 'NEW777', expiry_date: '2040-01-01'}, 'new.jpg');
		const older = person('KIM', {passport_number: 'OLD777', expiry_date: '2027-01-01'}, 'old.jpg');
		expect(await append(path, [renewed, older])).toMatchObject({
			added: 1,
			others: [
				{row: 2, listed: 'XLEE', read: 'NEW777', isNewer: true},
				{row: 3, listed: 'XKIM', read: 'OLD777', isNewer: false},
			],
		});
	});

	test('names the row of a former picture, whose file was read as another passport, and keeps it', async () => {
		const path = await written([lee, kim], `list.${extension}`);
		const replaced = {...roy, path: lee.path};
		const added = await append(path, [replaced, kim]);
		const former = [{row: 2, name: 'LEE ANNA MARIA', file: 'LEE.jpg', read: 'ROY ANNA MARIA'}];
		expect(added).toMatchObject({added: 1, listed: 1, former});
		for (const language of ['en', 'zh'] as const) {
			expect(appendedLines(added, messages(language)).join(' ')).toMatch(/2.*LEE.*LEE\.jpg.*ROY/);
		}
		expect(await append(path, [replaced, kim])).toMatchObject({added: 0, listed: 2, former: []});
		// Where both are read, two pictures have one name.
		const other = await written([lee], `other.${extension}`);
		expect(await append(other, [lee, {...roy, path: '/elsewhere/LEE.jpg'}])).toMatchObject({added: 1, former: []});
	});

	test('keeps its values where others were read, and says both', async () => {
		const path = await written([lee, kim], `list.${extension}`);
		const differing = [{row: 3, fields: [{field: 'given_name_english', listed: 'ANNA MARIA', read: 'ANNE'}]}];
		expect(await append(path, [person('KIM', {given_name_english: 'ANNE'})])).toMatchObject({added: 0, differing});
	});

	const browning = person('BROWNING', {passport_number: 'ZE000509', given_name_english: 'HOLLY', sex: 'M'});
	const martin = person('MARTIN', {passport_number: 'ZE000509', given_name_english: 'SARAH'});
	const cole = person('COLE', {passport_number: 'ZE000509', given_name_english: 'JIM', birth_date: '1980-01-02'});

	test.each([
		['in their order', [browning, lee, martin, cole], [browning, martin, cole]],
		['in another order', [cole, browning, lee, martin], [martin, cole, browning]],
		['one of them alone', [browning, lee, martin, cole], [martin]],
		['with two pictures of one', [browning, lee, martin], [martin, browning, {...martin, path: '/pictures/two.jpg'}]],
	])('with several rows of one number has each passport in its own row: %s', async (_, listed, read) => {
		const path = await written(listed, `list.${extension}`);
		expect(await append(path, read)).toMatchObject({added: 0, listed: read.length, differing: []});
	});

	test('compares a passport with the row of its number that agrees best, and says what differs there', async () => {
		const path = await written([browning, lee, martin], `list.${extension}`);
		const misread = person('MARTIN', {passport_number: 'ZE000509', given_name_english: 'SARA'}, 'other.jpg');
		const fields = [{field: 'given_name_english', listed: 'SARAH', read: 'SARA'}];
		const differing = [{row: 4, name: 'MARTIN SARA', fields}];
		for (const read of [[misread], [misread, browning], [browning, misread], [misread, misread]]) {
			const expected = read.filter(one => one === misread).flatMap(() => differing);
			expect((await append(path, read)).differing).toEqual(expected);
		}
	});

	test('compares no two passports with one row where another fits, by the file that a row names', async () => {
		const path = await written([browning, lee, martin], `list.${extension}`);
		// Both are more like row 4; one is of the file that row 2 names.
		const [one, other] = ['BROWNING.jpg', 'other.jpg'].map(file =>
			person('MARTINE', {passport_number: 'ZE000509', given_name_english: file[0]!}, file),
		) as [PassportRecord, PassportRecord];
		for (const read of [
			[one, other],
			[other, one],
		]) {
			const {differing} = await append(path, read);
			expect(differing.map(({row, name}) => `${row} ${name}`)).toEqual(
				read.map(record => (record === one ? '2 MARTINE B' : '4 MARTINE o')),
			);
		}
		expect((await append(path, [one, {...other, path: one.path}])).differing.map(({row}) => row)).toEqual([2, 4]);
	});

	test('has a passport in the row of its person where the number of that was corrected', async () => {
		const path = await written([browning, person('MARTIN', {passport_number: 'ZE000510'})], `list.${extension}`);
		const misread = person('MARTIN', {passport_number: 'ZE000509'});
		const fields = [{field: 'passport_number', listed: 'ZE000510', read: 'ZE000509'}];
		expect(await append(path, [browning, misread])).toMatchObject({added: 0, differing: [{row: 3, fields}]});
	});

	test('without a row for one of two passports of one number compares both with the row there is', async () => {
		const path = await written([lee, browning], `list.${extension}`);
		const {added, listed, differing} = await append(path, [martin, browning]);
		expect([added, listed, differing.map(({row, name}) => `${row} ${name}`)]).toEqual([0, 2, ['3 MARTIN SARAH']]);
	});

	test('takes the same day of expiry of the same person for the same passport, whose number was corrected', async () => {
		const path = await written([lee], `list.${extension}`);
		const misread = person('LEE', {passport_number: 'XL33'});
		const fields = [{field: 'passport_number', listed: 'XLEE', read: 'XL33'}];
		expect(await append(path, [misread])).toMatchObject({added: 0, differing: [{row: 2, fields}]});
	});

	test.each(['default', 'tour-list', 'visa-group', 'brief', 'original'] as const)(
		'with the columns %s in any language keeps its columns, its language and its numbers',
		async columns => {
			for (const headWords of [[words], [languages[1]!], languages]) {
				const path = await written([lee, kim], `list.${extension}`, {columns, words: headWords[0], headWords});
				expect(await append(path, [roy, lee])).toMatchObject({added: 1, listed: 1, differing: []});
				const whole = await written([lee, kim, roy], `whole.${extension}`, {columns, words: headWords[0], headWords});
				if (extension === 'csv') expect(await readFile(path, 'utf8')).toBe(await readFile(whole, 'utf8'));
				else {
					const [one, other] = [await bookIn(path), await bookIn(whole)];
					const sheets = (book: exceljs.Workbook) =>
						book.worksheets.map(sheet => sheet.getSheetValues().map(row => JSON.stringify(row)));
					expect(sheets(one)).toEqual(sheets(other));
				}
			}
		},
	);

	test('with a day of which a part is unknown has it as it is', async () => {
		const known = {birth_date: '1974', expiry_date: '2031-05'};
		const path = await written([person('LEE', known), kim], `list.${extension}`);
		expect(await append(path, [person('LEE', known)])).toMatchObject({added: 0, differing: []});
	});

	test('that is a link stays one', async () => {
		const path = await written([lee], `list.${extension}`);
		const link = join(folder(), `link.${extension}`);
		await symlink(path, link);
		expect(await append(link, [kim])).toMatchObject({added: 1});
		expect(await readFile(link)).toEqual(await readFile(path));
		expect((await readdir(folder())).sort()).toEqual([`link.${extension}`, `list.${extension}`]);
	});

	test('that another program has open is left as it is', async () => {
		const path = await written([lee], `list.${extension}`);
		await writeFile(join(folder(), `~$list.${extension}`), '');
		await expect(append(path, [kim])).rejects.toMatchObject({code: 'NOT_WRITABLE', details: {reason: 'EBUSY'}});
	});

	test('that is no list of passports is refused, and left as it is', async () => {
		const path = join(folder(), `list.${extension}`);
		const book = new exceljs.Workbook();
		book.addWorksheet('Bills').addRows([
			['Date', 'Sum'],
			['2026-01-01', 12],
		]);
		if (extension === 'csv') await book.csv.writeFile(path);
		else await book.xlsx.writeFile(path);
		const before = await readFile(path);
		await expect(append(path, [kim])).rejects.toMatchObject({code: 'NOT_A_LIST', details: {reason: 'heads'}});
		expect(await readFile(path)).toEqual(before);
	});
});

test.each(['json', 'ndjson', 'docs-sabre'] as const)('a list as %s is none to add to', async format => {
	const path = join(folder(), 'list.txt');
	await writeFile(path, 'x');
	const adding = appendExport([kim], {...options, format, path, languages});
	await expect(adding).rejects.toMatchObject({code: 'NOT_A_LIST', details: {path, reason: 'format'}});
});

test('a workbook that cannot be read is none to add to, and stays', async () => {
	const path = join(folder(), 'list.xlsx');
	const empty = await new JSZip().file('a.txt', 'x').generateAsync({type: 'nodebuffer'});
	for (const bytes of [Buffer.from('text'), empty]) {
		await writeFile(path, bytes);
		await expect(append(path, [kim])).rejects.toMatchObject({
			code: 'NOT_A_LIST',
			details: {path, reason: 'unreadable'},
		});
		expect(await readFile(path)).toEqual(bytes);
	}
});

test('the mode of the file stays', async () => {
	const path = await written([lee], 'list.csv');
	const {mode} = await stat(path);
	await append(path, [kim]);
	expect((await stat(path)).mode).toBe(mode);
});

test.skipIf(noPermissions)('a write-protected list gets no rows, and stays protected', async () => {
	const path = await written([lee], 'list.csv');
	const before = await readFile(path);
	await chmod(path, 0o444);
	const adding = asOwner(folder(), () => append(path, [kim]));
	await expect(adding).rejects.toMatchObject({code: 'NOT_WRITABLE', details: {path, reason: 'READ_ONLY'}});
	expect([await readFile(path), (await stat(path)).mode & 0o777]).toEqual([before, 0o444]);
});

test('a list that changes while it is compared is not written', async () => {
	const path = await written([lee], 'list.csv');
	const before = await readFile(path);
	const touching: Iterable<PassportRecord> = {
		*[Symbol.iterator]() {
			utimesSync(path, new Date(1), new Date(1));
			yield kim;
		},
	};
	const adding = appendExport(touching, {...options, format: 'csv', path, languages});
	await expect(adding).rejects.toMatchObject({code: 'NOT_WRITABLE', details: {reason: 'CHANGED'}});
	expect(await readFile(path)).toEqual(before);
});

test.each(['list.csv', 'list.xlsx'])('a list with a card knows its own heads again: %s', async name => {
	const path = await written([lee, cardRecord('/pictures/card.jpg')], name);
	const {added} = await appendExport([lee, kim], {
		...options,
		format: path.endsWith('.csv') ? 'csv' : 'excel',
		languages,
		path,
	});
	expect(added).toBe(1);
});
