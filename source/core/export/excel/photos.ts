import type {PassportRecord} from '../../records/record.ts';
import {type Cell, none, textCell} from '../cell.ts';
import type {Table} from '../rows.ts';
import type {ExportWords} from '../words.ts';
import type {StreamedWorkbook} from './stream.ts';

/** Why a picture, or the portrait in it, is not in the list. */
export type PhotoProblem = keyof ExportWords['photoProblems'];

/** Two JPEG files of a passport, or why there is none. */
export type Photos = {
	readonly page: Uint8Array | PhotoProblem;
	readonly portrait: Uint8Array | PhotoProblem;
};

/** Reads them; it does not throw. */
export type PhotoReader = (record: PassportRecord) => Promise<Photos>;

/** Rows that have pictures: a package with more files than that opens slowly, or not at all. */
const mostRows = 20_000;

const kinds = ['page', 'portrait'] as const;

/** Points of a row with pictures, and pixels of the room of each picture in it. */
const rowHeight = 60;
const room = {page: {width: 112, height: 76}, portrait: {width: 64, height: 76}} as const;

/** The pictures of a list: they are written before its rows are, so that none is kept in memory. */
export type SheetPhotos = {
	readonly heads: readonly string[];
	readonly rowHeight: number;
	/** The cells of a row of the table, from 0: empty below a picture, a word where there is none. */
	readonly cells: (row: number) => readonly Cell[];
	/** As the sheet names it. */
	readonly drawing: string;
	/** Widths of the columns, in characters. */
	readonly widths: readonly number[];
	/** Writes where the pictures are. */
	readonly finish: () => Promise<void>;
};

type Placed = {readonly row: number; readonly kind: 0 | 1; readonly width: number; readonly height: number};

/** Writes the pictures of the first rows of a table into a workbook; `firstColumn` is the column of the first, from 0. */
export async function writePhotos(
	book: StreamedWorkbook,
	table: Table,
	read: PhotoReader,
	{words, longest}: {readonly words: ExportWords; readonly longest: number},
): Promise<SheetPhotos> {
	const placed: Placed[] = [];
	const problems: PhotoProblem[][] = [];
	let row = 0;
	for (const {source} of table.rows()) {
		if (row >= Math.min(mostRows, longest - 1)) break;
		const photos = source ? await read(source.record) : undefined;
		for (const [kind, name] of kinds.entries()) {
			const photo = photos?.[name];
			const size = photo instanceof Uint8Array ? jpegSize(photo) : undefined;
			if (photo instanceof Uint8Array && size) {
				await book.part(mediaName(row, kind), photo, 'jpeg');
				placed.push({row, kind: kind as 0 | 1, ...size});
			} else {
				problems[row] ??= [];
				problems[row]![kind] = typeof photo === 'string' ? photo : 'gone';
			}
		}
		row++;
	}
	const count = row;
	const first = table.columns.length;
	return {
		heads: kinds.map(kind => words.photoHeads[kind]),
		rowHeight,
		cells: at =>
			kinds.map((_, kind) => {
				const problem = at < count ? problems[at]?.[kind] : 'too-many';
				return problem ? textCell(words.photoProblems[problem]) : none;
			}),
		drawing: '../drawings/drawing1.xml',
		widths: kinds.map(kind => room[kind].width / 7 + 1),
		async finish() {
			await book.part('xl/drawings/drawing1.xml', drawingXml(placed, first), 'drawing');
			await book.part('xl/drawings/_rels/drawing1.xml.rels', relationsXml(placed), 'rels');
		},
	};
}

const mediaName = (row: number, kind: number): string => `xl/media/${kinds[kind]}${row + 1}.jpeg`;

/** Width and height of a JPEG, from its frame. */
function jpegSize(bytes: Uint8Array): {readonly width: number; readonly height: number} | undefined {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	for (let at = 2; at + 9 < bytes.length; at += 2 + view.getUint16(at + 2)) {
		const marker = bytes[at + 1]!;
		if (bytes[at] !== 0xff) return undefined;
		if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
			return {height: view.getUint16(at + 5), width: view.getUint16(at + 7)};
		}
	}
	return undefined;
}

/** English Metric Units of a pixel (ECMA-376 part 1, 20.1.2.1). */
const unitsOfPixel = 9525;

const namespaces =
	'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" ' +
	'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
	'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The pictures in their cells (ECMA-376 part 1, 20.5.2.24): they move with the cell and keep their size. */
function* drawingXml(placed: readonly Placed[], first: number): Iterable<string> {
	yield `${declaration}<xdr:wsDr ${namespaces}>`;
	for (const [index, {row, kind, width, height}] of placed.entries()) {
		const most = room[kinds[kind]];
		const scale = Math.min(most.width / width, most.height / height);
		const [cx, cy] = [width, height].map(side => Math.round(side * scale * unitsOfPixel));
		const id = index + 1;
		yield `<xdr:oneCellAnchor><xdr:from><xdr:col>${first + kind}</xdr:col><xdr:colOff>19050</xdr:colOff><xdr:row>${row + 1}</xdr:row><xdr:rowOff>19050</xdr:rowOff></xdr:from><xdr:ext cx="${cx}" cy="${cy}"/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${id}" name="${kinds[kind]} ${row + 1}"/><xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId${id}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor>`;
	}
	yield '</xdr:wsDr>';
}

function* relationsXml(placed: readonly Placed[]): Iterable<string> {
	yield `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`;
	const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';
	for (const [index, {row, kind}] of placed.entries()) {
		yield `<Relationship Id="rId${index + 1}" Type="${type}" Target="../${mediaName(row, kind).slice(3)}"/>`;
	}
	yield '</Relationships>';
}
