import {PassThrough, Readable, type Writable} from 'node:stream';
import type exceljs from 'exceljs';
import {ByteText} from '../byte-text.ts';

/** What exceljs 4.4.0 has and does not declare: its version is pinned, and a test reads the result with another library. */
type Internals = {
	readonly zip: {
		on(event: 'error', listener: (error: Error) => void): void;
		once(event: 'entry', listener: () => void): void;
		append(content: string | Uint8Array | Readable, entry: {readonly name: string; readonly store?: boolean}): void;
	};
	readonly styles: {addStyleModel(style: Partial<exceljs.Style>): number};
};
type SheetInternals = {
	readonly _sheetRelsWriter: {addRelationship(relation: {readonly Type: string; readonly Target: string}): string};
	/** Called where the drawing of a sheet has its place (ECMA-376 part 1, 18.3.1.99). */
	_writeLegacyData(): void;
	/** `uncork` passes on what is held back; `pipes` has the entry of the archive alone. */
	readonly stream: {uncork(): void; write(text: string): void; readonly pipes: readonly [Writable]};
};

export type SheetLook = {
	readonly name: string;
	readonly heads: readonly string[];
	readonly widths: readonly number[];
	readonly headStyle: Partial<Pick<exceljs.Style, 'font' | 'fill' | 'alignment'>>;
	readonly options?: Partial<exceljs.AddWorksheetOptions>;
	/** The part with the pictures on the sheet, as the sheet names it. */
	readonly drawing?: string | undefined;
	/** Called with the number of its rows, the head among them, before the sheet is closed. */
	readonly finish?: (sheet: exceljs.Worksheet, rows: number) => void;
};

/** Writes the XML of the rows below the head, which is row 1, one at each step. */
type RowWriter = (xml: ByteText) => Iterable<void>;

/** Rows that are written already. */
export type WrittenRows = {readonly xml: Uint8Array; readonly count: number};

/** A workbook that is written while it is made: sheet after sheet, row after row. */
export type StreamedWorkbook = {
	/** Returns the index of a style, for the attribute `s` of a cell. */
	readonly style: (style: Partial<exceljs.Style>) => number;
	readonly sheet: (
		look: SheetLook,
		rows: RowWriter | Iterable<WrittenRows> | AsyncIterable<WrittenRows>,
	) => Promise<void>;
	/** Writes another part of the package; not while a sheet is written. */
	readonly part: (name: string, content: Uint8Array | Iterable<string>, type: PartType) => Promise<void>;
};

/** The kind of a part, for the list of them. */
type PartType = 'jpeg' | 'rels' | 'drawing';

const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What the list of parts says of pictures on sheets: exceljs does not know of them. */
const typeOf = (name: string, type: PartType): string => {
	if (type === 'jpeg') return '<Default Extension="jpeg" ContentType="image/jpeg"/>';
	if (type === 'rels') return '';
	const kind = 'application/vnd.openxmlformats-officedocument.drawing+xml';
	return `<Override PartName="/${name}" ContentType="${kind}"/>`;
};

/**
 * Yields the file of a workbook, part by part, while `fill` writes it; it waits wherever the reader is slower.
 *
 * exceljs writes the package, the styles and what surrounds the rows. A row of its own takes three times as long as one
 * whose XML is written by `addRow`.
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
		zip: {zlib: {level: 1, chunkSize: 1 << 18}},
	} as Partial<exceljs.stream.xlsx.WorkbookStreamWriterOptions>);
	workbook.creator = 'passport-ocr-tui';
	workbook.lastModifiedBy = workbook.creator;
	const {zip, styles} = workbook as unknown as Internals;
	zip.on('error', error => file.destroy(error));
	const types = new Set<string>();
	const append = zip.append.bind(zip);
	zip.append = (content, entry) =>
		append(
			entry.name === '[Content_Types].xml'
				? `${content}`.replace('</Types>', `${[...types].join('')}</Types>`)
				: content,
			entry,
		);
	const book: StreamedWorkbook = {
		style: style => styles.addStyleModel(style),
		sheet: (look, rows) => writeSheet(workbook, look, rows, closed),
		async part(name, content, type) {
			types.add(typeOf(name, type));
			const written = new Promise<void>(resolve => zip.once('entry', resolve));
			// What is compressed already is stored.
			append(content instanceof Uint8Array ? content : Readable.from(content), {name, store: type === 'jpeg'});
			await Promise.race([written, closed]);
		},
	};
	const filling = fill(book)
		.then(() => workbook.commit())
		.catch(error => void file.destroy(error));
	yield* file as AsyncIterable<Uint8Array>;
	await filling;
}

/** Bytes that are passed on at once. */
const partLength = 1 << 18;

async function writeSheet(
	workbook: exceljs.stream.xlsx.WorkbookWriter,
	{name, heads, widths, headStyle, options, drawing, finish}: SheetLook,
	rows: RowWriter | Iterable<WrittenRows> | AsyncIterable<WrittenRows>,
	closed: Promise<never>,
): Promise<void> {
	const sheet = workbook.addWorksheet(name, options);
	for (const [index, width] of widths.entries()) sheet.getColumn(index + 1).width = width;
	const head = sheet.addRow([...heads]);
	head.eachCell(cell => Object.assign(cell, headStyle));
	head.commit();
	const inside = sheet as unknown as SheetInternals;
	const {stream} = inside;
	if (drawing !== undefined) {
		const id = inside._sheetRelsWriter.addRelationship({Type: `${relation}/drawing`, Target: drawing});
		inside._writeLegacyData = () => stream.write(`<drawing r:id="${id}"/>`);
	}
	stream.uncork();
	const [entry] = stream.pipes;
	const part = new ByteText();
	let count = 1;
	// The sheet itself takes whatever it is given and holds it in memory; its entry in the archive says when it is ready.
	const pass = async (bytes: Uint8Array) => {
		await Promise.race([new Promise(resolve => void entry.write(bytes, resolve)), closed]);
	};
	if (typeof rows === 'function') {
		for (const _ of rows(part)) {
			count++;
			if (part.length >= partLength) await pass(part.take());
		}
		await pass(part.take());
	} else {
		for await (const {xml, count: more} of rows) {
			count += more;
			await pass(xml);
		}
	}
	finish?.(sheet, count);
	sheet.commit();
}
