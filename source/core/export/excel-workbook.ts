import type {Row, Worksheet} from 'exceljs';
import stringWidth from 'string-width';
import {sourceImage} from '../records/legacy-keys.ts';
import {type Cell, cellText, textCell} from './cell.ts';
import type {CellTone} from './columns.ts';
import {type DateStyle, numberFormats} from './dates.ts';
import type {NotRead} from './not-read.ts';
import type {Table} from './rows.ts';
import type {ExportWords} from './words.ts';

/** Excel's calendar begins in 1900, with a 29 February that never was. */
const firstYear = 1901;

/** Columns wider than this push the rest off the screen. */
const widest = 48;

/**
 * A table as a workbook: what is text stays text (`@`), days are real dates, and nothing is ever a formula. Pictures
 * without a passport have a sheet of their own, when there are any.
 */
export async function excelWorkbook(
	table: Table,
	words: ExportWords,
	dates: DateStyle = 'iso',
	notRead: readonly NotRead[] = [],
): Promise<Uint8Array> {
	const {default: exceljs} = await import('exceljs');
	const workbook = new exceljs.Workbook();
	const heads = table.columns.map(({head}) => head(words));
	const sheet = workbook.addWorksheet(words.sheets.passports);
	fill(sheet, heads, table.rows, dates);
	colour(sheet, table);
	fill(workbook.addWorksheet(words.sheets.issues), words.issueHead, issueRows(table, words), dates);
	if (notRead.length > 0) {
		fill(workbook.addWorksheet(words.sheets.notRead), words.notReadHead, notReadRows(notRead), dates);
	}
	return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function fill(sheet: Worksheet, heads: readonly string[], rows: readonly (readonly Cell[])[], dates: DateStyle): void {
	const head = sheet.addRow([...heads]);
	head.font = {bold: true};
	for (const cells of rows) setRow(sheet.addRow([]), cells, dates);
	sheet.views = [{state: 'frozen', ySplit: 1}];
	sheet.autoFilter = {from: {row: 1, column: 1}, to: {row: rows.length + 1, column: heads.length}};
	for (const [index, title] of heads.entries()) {
		const widths = rows.map(row => stringWidth(cellText(row[index]!, dates)));
		// Two for the margins, two more in the head for the arrow of the filter.
		sheet.getColumn(index + 1).width = Math.min(
			widest,
			Math.max(stringWidth(title) + 4, ...widths.map(width => width + 2)),
		);
	}
}

/** Excel's own styles "Bad" and "Neutral": background and text. */
const tones: Readonly<Record<CellTone, readonly [fill: string, font: string]>> = {
	bad: ['FFFFC7CE', 'FF9C0006'],
	neutral: ['FFFFEB9C', 'FF9C5700'],
};

function colour(sheet: Worksheet, {columns, sources}: Table): void {
	for (const [position, {tone}] of columns.entries()) {
		for (const [index, source] of sources.entries()) {
			const name = tone?.(source);
			if (!name) continue;
			const cell = sheet.getCell(index + 2, position + 1);
			const [fill, font] = tones[name];
			cell.fill = {type: 'pattern', pattern: 'solid', fgColor: {argb: fill}};
			cell.font = {color: {argb: font}};
		}
	}
}

function setRow(row: Row, cells: readonly Cell[], dates: DateStyle): void {
	for (const [index, cell] of cells.entries()) {
		const place = row.getCell(index + 1);
		if (cell.kind === 'number') {
			place.value = cell.number;
		} else if (cell.kind === 'date' && cell.date.year >= firstYear) {
			place.value = new Date(Date.UTC(cell.date.year, cell.date.month - 1, cell.date.day));
			place.numFmt = numberFormats[dates];
		} else {
			place.numFmt = '@';
			if (cell.kind !== 'none') place.value = cellText(cell, dates);
		}
	}
}

const issueRows = ({sources}: Table, words: ExportWords): Cell[][] =>
	sources.flatMap(({record, index}) =>
		record.passport.issues.map(issue => [
			{kind: 'number', number: index + 1} as const,
			textCell(sourceImage(record.path)),
			textCell(issue.field ? words.fields[issue.field] : ''),
			textCell(words.describe(issue)),
		]),
	);

const notReadRows = (notRead: readonly NotRead[]): Cell[][] =>
	notRead.map(({source, message, next = ''}) => [textCell(source), textCell(message), textCell(next)]);
