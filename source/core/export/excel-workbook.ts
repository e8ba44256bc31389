import type {Worksheet} from 'exceljs';
import stringWidth from 'string-width';
import {sourceImage} from '../records/legacy-keys.ts';
import {type Cell, cellText, numberCell, textCell} from './cell.ts';
import type {CellTone, RowSource} from './columns.ts';
import {type DateStyle, numberFormats} from './dates.ts';
import {type CellKind, rowXml} from './excel-cells.ts';
import {type StreamedWorkbook, streamedWorkbook} from './excel-stream.ts';
import type {NotRead} from './not-read.ts';
import {packedRows} from './packed-rows.ts';
import type {Table} from './rows.ts';
import type {ExportWords} from './words.ts';

/** Columns wider than this push the rest off the screen. */
const widest = 48;

/** Rows of a sheet of Excel, the head among them. */
const rowsOfSheet = 1_048_576;

/**
 * A table as a workbook, part by part: what is text stays text (`@`), days are real dates, and nothing is ever a formula.
 * Rows that a sheet cannot hold are in further sheets. Pictures without a passport have a sheet of their own, when there
 * are any.
 */
export const excelWorkbook = (
	table: Table,
	words: ExportWords,
	dates: DateStyle = 'iso',
	notRead: readonly NotRead[] = [],
	longest = rowsOfSheet,
): AsyncGenerator<Uint8Array> =>
	streamedWorkbook(async book => {
		const write = sheetWriter(book, dates, longest);
		const issues = packedRows();
		await write({
			name: words.sheets.passports,
			heads: table.columns.map(({head}) => head(words)),
			sample: table.sample.map(({cells}) => cells),
			*rows() {
				for (const {cells, source} of table.rows()) {
					if (source) for (const row of issueRows(source)) issues.add(row);
					yield {cells, tone: source && (column => table.columns[column]!.tone?.(source))};
				}
			},
		});
		await write({
			name: words.sheets.issues,
			heads: words.issueHead,
			sample: table.sample.flatMap(({source}) => (source ? issueRows(source) : [])),
			*rows() {
				for (const cells of issues.rows()) yield {cells};
			},
		});
		if (notRead.length === 0) return;
		await write({
			name: words.sheets.notRead,
			heads: words.notReadHead,
			sample: notRead.map(notReadRow),
			*rows() {
				for (const one of notRead) yield {cells: notReadRow(one)};
			},
		});
	});

type SheetRow = {
	readonly cells: readonly Cell[];
	readonly tone?: ((column: number) => CellTone | undefined) | undefined;
};

type SheetContent = {
	readonly name: string;
	readonly heads: readonly string[];
	/** Rows for the widths of the columns. */
	readonly sample: readonly (readonly Cell[])[];
	readonly rows: () => Iterable<SheetRow>;
};

/** Excel's own styles "Bad" and "Neutral": background and text. */
const tones: Readonly<Record<CellTone, readonly [fill: string, font: string]>> = {
	bad: ['FFFFC7CE', 'FF9C0006'],
	neutral: ['FFFFEB9C', 'FF9C5700'],
};

function sheetWriter(book: StreamedWorkbook, dates: DateStyle, longest: number) {
	const style = cellStyles(book, dates);
	return async ({name, heads, sample, rows}: SheetContent): Promise<void> => {
		const widths = columnWidths(heads, sample, dates);
		const iterator = rows()[Symbol.iterator]();
		let next = iterator.next();
		let number = 1;
		do {
			let row = 1;
			await book.sheet(
				{
					name: number === 1 ? name : `${name} ${number}`,
					heads,
					widths,
					headStyle: {font: {bold: true}},
					options: {views: [{state: 'frozen', ySplit: 1}]},
					finish: (sheet, count) => filter(sheet, count, heads.length),
				},
				(function* () {
					for (; !next.done && row < longest; next = iterator.next()) {
						const {cells, tone} = next.value;
						yield rowXml(++row, cells, dates, (column, kind) => style(kind, tone?.(column)));
					}
				})(),
			);
			number++;
		} while (!next.done);
	};
}

function filter(sheet: Worksheet, rows: number, columns: number): void {
	sheet.autoFilter = {from: {row: 1, column: 1}, to: {row: rows, column: columns}};
}

/** Two for the margins, two more in the head for the arrow of the filter. */
const columnWidths = (
	heads: readonly string[],
	rows: readonly (readonly Cell[])[],
	dates: DateStyle,
): readonly number[] =>
	heads.map((title, index) =>
		rows.reduce(
			(width, row) => Math.min(widest, Math.max(width, stringWidth(cellText(row[index]!, dates)) + 2)),
			Math.min(widest, stringWidth(title) + 4),
		),
	);

function cellStyles(book: StreamedWorkbook, dates: DateStyle): (kind: CellKind, tone: CellTone | undefined) => number {
	const formats: Readonly<Record<CellKind, object>> = {
		text: {numFmt: '@'},
		date: {numFmt: numberFormats[dates]},
		number: {},
	};
	const known = new Map<string, number>();
	return (kind, tone) => {
		const name = tone === undefined ? kind : `${kind} ${tone}`;
		const before = known.get(name);
		if (before !== undefined) return before;
		const index = book.style({...formats[kind], ...(tone ? colours(tone) : {})});
		known.set(name, index);
		return index;
	};
}

const colours = (tone: CellTone) => {
	const [fill, font] = tones[tone];
	return {fill: {type: 'pattern', pattern: 'solid', fgColor: {argb: fill}}, font: {color: {argb: font}}} as const;
};

const issueRows = ({record, index, words}: RowSource): Cell[][] =>
	record.passport.issues.map(issue => [
		numberCell(index + 1),
		textCell(sourceImage(record.path)),
		textCell(issue.field ? words.fields[issue.field] : ''),
		textCell(words.describe(issue)),
	]);

const notReadRow = ({source, message, next = ''}: NotRead): readonly Cell[] => [
	textCell(source),
	textCell(message),
	textCell(next),
];
