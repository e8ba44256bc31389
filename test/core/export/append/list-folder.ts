import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import exceljs from 'exceljs';
import {afterEach, beforeEach, expect} from 'vitest';
import {appendExport} from '../../../../source/core/export/append/append.ts';
import {writeExport} from '../../../../source/core/export/write.ts';
import type {FieldKey} from '../../../../source/core/passport/model/fields.ts';
import type {PassportRecord} from '../../../../source/core/records/record.ts';
import {messages} from '../../../../source/text/index.ts';
import {sampleRecord, today} from '../sample-record.ts';

export const words = messages('en').exported;
export const languages = [words, messages('zh').exported];
export const options = {words, today} as const;

/** A new folder for each test of a file, and lists that are written into it. */
export function listFolder() {
	let folder = '';
	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), 'append-'));
	});
	afterEach(() => rm(folder, {recursive: true, force: true}));
	return {
		folder: () => folder,
		async written(records: readonly PassportRecord[], name: string, more = {}): Promise<string> {
			const format = name.endsWith('.csv') ? 'csv' : 'excel';
			const path = join(folder, name);
			return (await writeExport(records, {...options, format, path, ifExists: 'replace', ...more})).path;
		},
	};
}

type Values = Readonly<Partial<Record<FieldKey, string>>>;

/** A passport of another person, as read; its second line is its own. */
export function person(name: string, values: Values = {}, file = `${name}.jpg`): PassportRecord {
	const record = sampleRecord({path: `/pictures/${file}`});
	const all: Values = {surname_english: name, passport_number: `X${name}`, ...values};
	const fields = record.passport.fields.map(field => ({...field, value: all[field.key] ?? field.value}));
	return {
		...record,
		passport: {...record.passport, fields, lines: [record.passport.lines[0]!, `${all.passport_number}<LINE`]},
	};
}

export const [lee, kim, roy] = ['LEE', 'KIM', 'ROY'].map(name => person(name)) as [
	PassportRecord,
	PassportRecord,
	PassportRecord,
];

export const append = async (path: string, records: readonly PassportRecord[], more = {}) =>
	await appendExport(records, {
		...options,
		format: path.endsWith('.csv') ? 'csv' : 'excel',
		path,
		languages,
		...more,
	});

export const bookIn = async (path: string): Promise<exceljs.Workbook> =>
	await new exceljs.Workbook().xlsx.readFile(path);

/** A column of the first sheet by its head, as texts below it. */
export const columnIn = (book: exceljs.Workbook, head: string): readonly string[] => {
	const sheet = book.worksheets[0]!;
	const heads = (sheet.getRow(1).values as readonly string[]).slice(1);
	const place = heads.indexOf(head) + 1;
	expect(place).toBeGreaterThan(0);
	return Array.from({length: sheet.rowCount - 1}, (_, index) => sheet.getRow(index + 2).getCell(place).text);
};
