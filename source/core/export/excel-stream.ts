import {PassThrough, type Writable} from 'node:stream';
import type exceljs from 'exceljs';

/** What exceljs 4.4.0 has and does not declare: its version is pinned, and a test reads the result with another library. */
type Internals = {
	readonly zip: {on(event: 'error', listener: (error: Error) => void): void};
	readonly styles: {addStyleModel(style: Partial<exceljs.Style>): number};
};
type SheetInternals = {
	/** `uncork` passes on what is held back; `pipes` has the entry of the archive alone. */
	readonly stream: {uncork(): void; readonly pipes: readonly [Writable]};
};

export type SheetLook = {
	readonly name: string;
	readonly heads: readonly string[];
	readonly widths: readonly number[];
	readonly headStyle: Partial<Pick<exceljs.Style, 'font' | 'fill' | 'alignment'>>;
	readonly options?: Partial<exceljs.AddWorksheetOptions>;
	/** Called with the number of its rows, the head among them, before the sheet is closed. */
	readonly finish?: (sheet: exceljs.Worksheet, rows: number) => void;
};

/** A workbook that is written while it is made: sheet after sheet, row after row. */
export type StreamedWorkbook = {
	/** Returns the index of a style, for the attribute `s` of a cell. */
	readonly style: (style: Partial<exceljs.Style>) => number;
	/** Writes a sheet. `rows` are the XML of the rows below the head, which is row 1. */
	readonly sheet: (look: SheetLook, rows: Iterable<string>) => Promise<void>;
};

/**
 * Yields the file of a workbook, part by part, while `fill` writes it; it waits wherever the reader is slower.
 *
 * exceljs writes the package, the styles and what surrounds the rows. A row of its own takes three times as long as one
 * whose XML is written by `rowXml`.
 */
export async function* streamedWorkbook(fill: (book: StreamedWorkbook) => Promise<void>): AsyncGenerator<Uint8Array> {
	const {default: WorkbookWriter} = await import('exceljs/lib/stream/xlsx/workbook-writer.js');
	const file = new PassThrough({highWaterMark: 1 << 18});
	const closed = new Promise<never>((_, reject) => {
		file.once('close', () => reject(new Error('the file was closed')));
	});
	closed.catch(() => {});
	const workbook = new WorkbookWriter({
		stream: file,
		useStyles: true,
		// Of the heads alone: the texts of rows are in their cells.
		useSharedStrings: true,
		zip: {zlib: {level: 1}},
	} as Partial<exceljs.stream.xlsx.WorkbookStreamWriterOptions>);
	workbook.creator = 'passport-ocr-tui';
	workbook.lastModifiedBy = workbook.creator;
	const {zip, styles} = workbook as unknown as Internals;
	zip.on('error', error => file.destroy(error));
	const book: StreamedWorkbook = {
		style: style => styles.addStyleModel(style),
		sheet: (look, rows) => writeSheet(workbook, look, rows, closed),
	};
	const filling = fill(book)
		.then(() => workbook.commit())
		.catch(error => void file.destroy(error));
	yield* file as AsyncIterable<Uint8Array>;
	await filling;
}

/** Characters that are passed on at once. */
const partLength = 1 << 16;

async function writeSheet(
	workbook: exceljs.stream.xlsx.WorkbookWriter,
	{name, heads, widths, headStyle, options, finish}: SheetLook,
	rows: Iterable<string>,
	closed: Promise<never>,
): Promise<void> {
	const sheet = workbook.addWorksheet(name, options);
	for (const [index, width] of widths.entries()) sheet.getColumn(index + 1).width = width;
	const head = sheet.addRow([...heads]);
	head.eachCell(cell => Object.assign(cell, headStyle));
	head.commit();
	const {stream} = sheet as unknown as SheetInternals;
	stream.uncork();
	const [entry] = stream.pipes;
	let part = '';
	let count = 1;
	// The sheet itself takes whatever it is given and holds it in memory; its entry in the archive says when it is ready.
	const pass = async () => {
		const bytes = Buffer.from(part);
		part = '';
		await Promise.race([new Promise(resolve => void entry.write(bytes, resolve)), closed]);
	};
	for (const row of rows) {
		part += row;
		count++;
		if (part.length >= partLength) await pass();
	}
	await pass();
	finish?.(sheet, count);
	sheet.commit();
}
