import type {Alignment, ConditionalFormattingOptions} from 'exceljs';
import stringWidth from 'string-width';
import {type Cell, textCell} from '../cell.ts';
import {type DateStyle, numberFormats} from '../dates.ts';
import type {NotRead} from '../not-read.ts';
import {cellsOf, type Table} from '../rows.ts';
import type {ExportWords} from '../words.ts';
import {addRow, type CellKind, columnLetters} from './cells.ts';
import {legendColours, listColours} from './colours.ts';
import {columnWidths} from './column-widths.ts';
import {issueRows} from './issue-rows.ts';
import {keptRows} from './kept-rows.ts';
import {type PhotoReader, type SheetPhotos, writePhotos} from './photos.ts';
import {type SheetLook, type StreamedWorkbook, streamedWorkbook, type WrittenRows} from './stream.ts';
import {counted, listSummary} from './summary.ts';
import {type OtherRowThread, writtenRows} from './threads.ts';

const widthOptions = {
	widthOf: stringWidth,
	// Two for the margins, two more in the head for the arrow of the filter.
	beside: {head: 4, text: 2},
	// Wider columns push the rest off the screen.
	widest: 48,
} as const;

/** Characters that are legible beside each other on a page in landscape. */
const widestPage = 200;

/** How a sheet is printed: on as few pages beside each other as are legible, with the heads on each. */
const printed = (widths: readonly number[]) =>
	({
		orientation: 'landscape',
		fitToWidth: Math.ceil(widths.reduce((sum, width) => sum + width, 0) / widestPage),
		fitToHeight: 0,
		printTitlesRow: '1:1',
	}) as const;

/** Rows of a sheet of Excel, the head among them. */
const rowsOfSheet = 1_048_576;

type WorkbookOptions = {
	/** Rows of a sheet, the head among them. */
	readonly longest?: number;
	readonly photos?: PhotoReader | undefined;
	readonly other?: OtherRowThread | undefined;
};

/**
 * A table as a workbook, part by part: what is text stays text (`@`), days are real dates, and nothing is ever a formula.
 * Rows that a sheet cannot hold are in further sheets. Pictures without a passport have a sheet of their own, when there
 * are any. The last sheet counts, in the colours of the first, so that it says what they mean.
 */
export const excelWorkbook = (
	table: Table,
	words: ExportWords,
	dates: DateStyle = 'iso',
	notRead: readonly NotRead[] = [],
	{longest = rowsOfSheet, photos, other}: WorkbookOptions = {},
): AsyncGenerator<Uint8Array> =>
	streamedWorkbook(async book => {
		const {write, styles} = sheetWriter(book, dates, longest);
		const issues = keptRows(styles, dates, longest);
		const summary = listSummary(table, words);
		const place = (key: string): number => table.columns.findIndex(column => column.key === key);
		const letters = (key: string) => (place(key) < 0 ? undefined : columnLetters(place(key)));
		const pictures = photos && (await writePhotos(book, table, photos, {words, longest}));
		await write({
			name: words.sheets.passports,
			heads: table.heads,
			sample: () => cellsOf(table.sample()),
			pictures,
			*rows() {
				for (const {cells, source} of table.rows()) {
					if (source) {
						for (const row of issueRows(source)) issues.add(row);
						summary.add(key => counted[key]!(source));
					}
					yield cells;
				}
			},
			written:
				other && table.parted && !pictures && table.count < longest
					? () => [writtenRows(table.parted!, {styles, dates, words, other, issues, summary})]
					: undefined,
			colours: rows => listColours(letters, rows, words),
		});
		await pictures?.finish();
		await write({
			name: words.sheets.issues,
			heads: words.issueHead,
			*sample() {
				for (const {source} of table.sample()) if (source) yield* issueRows(source);
			},
			written: issues.sheets,
		});
		if (notRead.length > 0) {
			const rows = notRead.map(notReadRow);
			await write({name: words.sheets.notRead, heads: words.notReadHead, sample: () => rows, rows: () => rows});
		}
		const counts = summary.rows();
		await write({
			name: words.sheets.summary,
			heads: words.summaryHead,
			sample: () => counts,
			rows: () => counts,
			colours: rows => legendColours(key => table.heads[place(key)], rows, words),
		});
	});

type SheetContent = {
	readonly name: string;
	readonly heads: readonly string[];
	/** Rows for the widths of the columns. */
	readonly sample: () => Iterable<readonly Cell[]>;
	readonly rows?: () => Iterable<readonly Cell[]>;
	/** The rows of each sheet, where they are written already. */
	readonly written?: (() => Iterable<Iterable<WrittenRows> | AsyncIterable<WrittenRows>>) | undefined;
	/** In columns behind the others. */
	readonly pictures?: SheetPhotos | undefined;
	/** Of a sheet with so many rows, the head among them. */
	readonly colours?: (rows: number) => readonly ConditionalFormattingOptions[];
};

function sheetWriter(book: StreamedWorkbook, dates: DateStyle, longest: number) {
	// A head begins at the left; a number that ends at the right would touch the text beside it.
	const stylesOf = ({wrapText, ...more}: Partial<Alignment>): Readonly<Record<CellKind, number>> => ({
		text: book.style({numFmt: '@', alignment: wrapText ? {wrapText, ...more} : more}),
		date: book.style({numFmt: numberFormats[dates], alignment: {horizontal: 'left', ...more}}),
		number: book.style({alignment: {horizontal: 'right', indent: 1, ...more}}),
	});
	const usualStyles = stylesOf({});
	const write = async ({name, heads: usual, sample, rows, written, pictures, colours}: SheetContent): Promise<void> => {
		const heads = [...usual, ...(pictures?.heads ?? [])];
		const widths = [...columnWidths(usual, sample(), {...widthOptions, dates}), ...(pictures?.widths ?? [])];
		// Beside a picture there is room for lines; a long text would run on below the pictures.
		const styles = pictures ? stylesOf({vertical: 'middle', wrapText: true}) : usualStyles;
		const look = (number: number): SheetLook => ({
			name: number === 1 ? name : `${name} ${number}`,
			heads,
			widths,
			headStyle: {font: {name: 'Calibri', family: 2, size: 11, bold: true}},
			drawing: number === 1 ? pictures?.drawing : undefined,
			options: {views: [{state: 'frozen', ySplit: 1}], pageSetup: printed(widths)},
			finish(sheet, count) {
				// A long text in the last column reaches beyond it, and would be printed on pages of its own.
				sheet.pageSetup.printArea = `A1:${columnLetters(heads.length - 1)}${count}`;
				sheet.autoFilter = {from: {row: 1, column: 1}, to: {row: count, column: heads.length}};
				for (const format of colours?.(count) ?? []) sheet.addConditionalFormatting(format);
			},
		});
		let number = 1;
		if (written) {
			for (const sheet of written()) await book.sheet(look(number++), sheet);
			return;
		}
		let at = 0;
		const iterator = (rows?.() ?? [])[Symbol.iterator]();
		let next = iterator.next();
		do {
			let row = 1;
			await book.sheet(look(number++), function* (xml) {
				for (; !next.done && row < longest; next = iterator.next()) {
					const cells = pictures ? [...next.value, ...pictures.cells(at++)] : next.value;
					yield addRow(xml, ++row, cells, dates, kind => styles[kind], pictures?.rowHeight);
				}
			});
		} while (!next.done);
	};
	return {write, styles: usualStyles};
}

export const notReadRow = ({source, message, next = ''}: NotRead): readonly Cell[] => [
	textCell(source),
	textCell(message),
	textCell(next),
];
