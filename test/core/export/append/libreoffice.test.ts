import {execFile, spawnSync} from 'node:child_process';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {promisify} from 'node:util';
import {expect, test} from 'vitest';
import {splitCsv} from '../../../../source/core/export/append/csv/split-csv.ts';
import {cellText} from '../../../../source/core/export/cell.ts';
import {excelWorkbook} from '../../../../source/core/export/excel/workbook.ts';
import {tableOf} from '../../../../source/core/export/rows.ts';
import {messages} from '../../../../source/text/index.ts';
import {person} from '../../../support/records.ts';
import {temporaryFolder} from '../../../support/temporary-folder.ts';
import {together} from '../content-of.ts';
import {today} from '../sample-record.ts';

const run = promisify(execFile);
const isInstalled = spawnSync('soffice', ['--version']).status === 0;

/** Comma, quotes around every text, UTF-8, from the first row, cells as they are shown. */
const csvFilter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false';

/** Texts that spreadsheets are known to change. */
const hostile = [
	'00264023',
	'12E45678',
	'5E1234567',
	'MAR1',
	'1-2',
	'1/2',
	'TRUE',
	'#N/A',
	'NULL',
	'1.10',
	'１２３',
	'=1+1',
	'+49',
	'-7',
	'@SUM(A1)',
	"'quoted",
	'a "b", c; d',
	`<b>&amp;</b> ]]> '`,
	'  two  spaces  ',
	'_x0041_',
	'娜娜 · 阮氏 · นภา',
	'محمد عبد الله',
	'👩‍👧 e\u0301',
	'x'.repeat(32_767),
];

const partial = ['1974', '1974-08', '1900-01-01', '1901-01-01', '2000-02-29', '2099-12-31', '0001-01-01'];

const records = [
	...hostile.map((text, index) =>
		person(`/pictures/${index}.jpg`, {surname_english: text, passport_number: text, given_name_english: `${index}`}),
	),
	...partial.map((day, index) =>
		person(`/pictures/day ${index}.jpg`, {birth_date: day, expiry_date: day, passport_number: `L${index}`}),
	),
];

/** Converts a workbook by LibreOffice with a profile of its own. */
async function convert(path: string, to: string, folder: string): Promise<void> {
	const profile = pathToFileURL(join(folder, 'profile')).href;
	const from = [`-env:UserInstallation=${profile}`, '--headless', '--norestore'];
	await run('soffice', [...from, '--convert-to', to, '--outdir', join(folder, 'out'), path], {timeout: 240_000});
}

test.skipIf(!isInstalled)(
	'LibreOffice has every value of a workbook as it was written',
	{timeout: 300_000},
	async () => {
		const folder = temporaryFolder();
		const path = join(folder, 'list.xlsx');
		const words = messages('en').exported;
		const table = tableOf(records, {words, columns: 'default', today});
		const rows = [...table.rows()].map(({cells}) => cells.map(cell => cellText(cell)));
		await mkdir(join(folder, 'out'));
		await writeFile(path, await together(excelWorkbook(table, words)));

		await convert(path, csvFilter, folder);
		const csv = (await readFile(join(folder, 'out', 'list.csv'), 'utf8')).replace(/^\ufeff/, '');
		expect([...splitCsv(csv, ',')]).toEqual([[...table.heads], ...rows]);

		await convert(path, 'xlsx:Calc MS Excel 2007 XML', folder);
		const reader = fileURLToPath(new URL('../../../support/read-workbook.mjs', import.meta.url));
		const {stdout} = await run(process.execPath, [reader, join(folder, 'out', 'list.xlsx')], {maxBuffer: 2 ** 28});
		const [list] = JSON.parse(stdout) as readonly {readonly data: readonly (readonly unknown[])[]}[];
		const asText = (value: unknown): string =>
			value === null ? '' : typeof value === 'object' ? (value as {readonly day: string}).day : String(value);
		expect(list!.data.map(row => row.map(asText))).toEqual([[...table.heads], ...rows]);
	},
);
