import {posix} from 'node:path';
import type JSZip from 'jszip';
import {AppError} from '../../../errors.ts';
import {isoOfSerial} from '../../excel/cells.ts';
import {type Addition, type IsHead, mostAbove, type OpenList} from '../open-list.ts';
import {daysOf} from '../words/read-day.ts';
import {macDays, withRows} from './added-rows.ts';
import {type BookSheet, oldRow, textsOf} from './book-sheet.ts';
import {bookStyles} from './book-styles.ts';
import {chosenSheet, isProtected, isReserved} from './choose-sheet.ts';
import {countFormulas, formulasBelow, hasValue, recomputed, removeChain, sharedCell} from './formulas.ts';
import {asFurther, furtherIn, furtherSheet} from './further-xml.ts';
import {mergedCells, overlapped, placeBelow, placeInTable} from './place-below.ts';
import {
	attribute,
	type CellRange,
	extendedIn,
	parseSheet,
	rangeOf,
	type SheetXml,
	sharedTexts,
	sheetWith,
	type XmlRow,
} from './sheet-xml.ts';

const rowsOfSheet = 1_048_576;

const stylesPart = 'xl/styles.xml';

/**
 * A workbook as a list. Rows are put into the XML of its sheets; every other part of the package stays byte for byte, so
 * that a person's columns, formats, charts and further sheets are kept.
 *
 * @throws AppError NOT_A_LIST {path, reason}
 */
export async function openWorkbook(
	bytes: Buffer,
	path: string,
	isHead: IsHead,
	ownSheets: readonly string[],
): Promise<OpenList> {
	const unreadable = () => new AppError('NOT_A_LIST', {path, reason: 'unreadable'});
	const {default: library} = await import('jszip');
	const zip = await library.loadAsync(bytes).catch(() => {
		throw unreadable();
	});
	const book = await textOf(zip, 'xl/workbook.xml');
	if (book === undefined) throw unreadable();
	const sheets = await sheetsIn(zip, book);
	// Days of a workbook of an old Mac begin in 1904.
	const isOldMac = /<workbookPr\b[^>]*date1904=["'](?:1|true)["']/.test(book);
	const fitting = sheets.flatMap(sheet => {
		const head = headRow(sheet.xml, isHead);
		return head ? [{...sheet, head}] : [];
	});
	if (fitting.length === 0)
		throw new AppError('NOT_A_LIST', {path, reason: sheets.length === 0 ? 'unreadable' : 'heads'});
	const sheet = chosenSheet(fitting, ownSheets);
	if (!sheet) throw new AppError('NOT_A_LIST', {path, reason: 'sheets', sheets: fitting.map(({name}) => name)});
	const {head} = sheet;
	const rows = rowsBelow(sheet.xml, head);
	const end = rows.at(-1)?.number ?? head.number;
	const tables = await tablesOf(zip, sheet.path);
	const hasHeads = ({range: {from, to}}: SheetTable) => from.row <= head.number && to.row >= head.number;
	const blocks = [
		...mergedCells(sheet.xml.behind),
		...tables.filter(table => !hasHeads(table)).map(({range}) => range),
	];
	const heads = {
		row: head.number,
		places: textsOf(head).flatMap((text, place) => (text.trim() === '' ? [] : [place])),
	};
	const placeFor = (added: Addition['rows']) => {
		const table = tables.find(one => hasHeads(one) && isFilled(one.range, added));
		const numbers = [head, ...rows].map(({number}) => number);
		return (table && placeInTable(table.range, numbers, added, blocks, heads)) ?? placeBelow(end, added, blocks, heads);
	};
	const known = (wanted: readonly (readonly string[])[]) => furtherIn(sheets, sheet, wanted);
	return {
		...listIn(sheet.xml, head, isOldMac),
		on: {name: sheet.name, isHidden: sheet.isHidden},
		otherSheets: fitting
			.filter(one => one !== sheet)
			.map(({xml, head, name, isHidden}) => ({...listIn(xml, head, isOldMac), name, isHidden})),
		below(added) {
			const {last, block, outside} = placeFor(added);
			const filled = [...formulasBelow(sheet.xml.rows, {last, rows: added}).values()];
			const places = filled.map(cells => new Set(cells.map(({place}) => place)));
			const [first = new Set()] = places;
			const isEverywhere = (place: number) => places.length === added.length && places.every(one => one.has(place));
			return {
				last,
				formulas: new Set([...first].filter(isEverywhere)),
				...(block === undefined ? {} : {block}),
				...(outside === undefined ? {} : {outside}),
			};
		},
		sheet: wanted => {
			const found = known(wanted);
			return found && asFurther(found);
		},
		extended: async addition => {
			const further = addition.sheets.flatMap(added => {
				const place = known(added.heads);
				return place ? [{place, added}] : [];
			});
			if (isReserved(book)) throw new AppError('NOT_WRITABLE', {path, reason: 'PROTECTED'});
			for (const {name, xml} of [sheet, ...further.map(({place}) => place.sheet)]) {
				if (isProtected(xml.behind)) throw new AppError('NOT_WRITABLE', {path, reason: 'PROTECTED', sheet: name});
			}
			const {last, block} = placeFor(addition.rows);
			const lowest = Math.min(last, end);
			const next = last + addition.rows.length;
			if (block !== undefined && next > rowsOfSheet) {
				throw new AppError('NOT_A_LIST', {path, reason: 'merged', range: block});
			}
			for (const table of tables.filter(one => hasHeads(one) && isFilled(one.range, addition.rows))) {
				if (hasTotalRow(table.xml)) throw new AppError('NOT_A_LIST', {path, reason: 'totals'});
				if (table.range.to.row >= lowest && table.range.to.row < next) {
					const range = overlapped(table.range, next, blocks);
					if (range !== undefined) throw new AppError('NOT_A_LIST', {path, reason: 'merged', range});
				}
				zip.file(table.path, extendedIn(table.xml, 'table|autoFilter', lowest, next));
			}
			const cell = sharedCell(sheet.xml.rows, {last, rows: addition.rows});
			if (cell !== undefined) throw new AppError('NOT_A_LIST', {path, reason: 'formula', cell});
			const before = (await textOf(zip, stylesPart)) ?? '';
			const styles = bookStyles(before);
			const xml = withRows(sheet.xml, rows, {addition, last, isOldMac, styles});
			if (styles.xml() !== before) zip.file(stylesPart, styles.xml());
			let lost = formulasIn(sheet.xml) - countFormulas(xml);
			zip.file(sheet.path, sheetWith(sheet.xml, xml, lowest, next));
			let named = withNames(book, sheet.index, lowest, next);
			for (const {place, added} of further) {
				const {xml, last: before, next: after} = furtherSheet(place, added);
				lost += formulasIn(place.sheet.xml) - countFormulas(xml);
				zip.file(place.sheet.path, xml);
				named = withNames(named, place.sheet.index, before, after);
			}
			zip.file('xl/workbook.xml', sheets.some(({xml}) => formulasIn(xml) > 0) ? recomputed(named) : named);
			if (lost > 0) await removeChain(zip);
			return await zip.generateAsync({type: 'nodebuffer', compression: 'DEFLATE'});
		},
	};
}

const textOf = async (zip: JSZip, path: string): Promise<string | undefined> => await zip.file(path)?.async('string');

const formulasIn = ({rows}: SheetXml): number => rows.reduce((sum, {xml}) => sum + countFormulas(xml), 0);

const headRow = ({rows}: SheetXml, isHead: IsHead): XmlRow | undefined =>
	rows.slice(0, mostAbove).find(row => isHead(textsOf(row)));

const rowsBelow = ({rows}: SheetXml, head: XmlRow): readonly XmlRow[] =>
	rows.filter(row => row.number > head.number && row.cells.some(hasValue));

/** What a sheet lists below its heads. */
function listIn(xml: SheetXml, head: XmlRow, isOldMac: boolean): Pick<OpenList, 'heads' | 'rows' | 'day' | 'first'> {
	const rows = rowsBelow(xml, head);
	const days = daysOf(rows.flatMap(({cells}) => cells.map(({text}) => text)));
	return {
		heads: textsOf(head),
		rows: rows.map(oldRow),
		day({texts, numbers}, place) {
			const text = texts[place] ?? '';
			return numbers?.has(place) ? isoOfSerial(Number(text) + (isOldMac ? macDays : 0)) : days.read(text);
		},
		first: days.first,
	};
}

/** The files that a part names, by the numbers of their relations. */
async function relationsOf(zip: JSZip, path: string): Promise<ReadonlyMap<string, string>> {
	const {dir, base} = posix.parse(path);
	const xml = (await textOf(zip, `${dir}/_rels/${base}.rels`)) ?? '';
	const tags = [...xml.matchAll(/<Relationship\b([^>]*)>/g)].map(([, tag = '']) => tag);
	return new Map(
		tags.map(tag => {
			const target = attribute(tag, 'Target') ?? '';
			return [attribute(tag, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : posix.join(dir, target)];
		}),
	);
}

async function sheetsIn(zip: JSZip, book: string): Promise<readonly BookSheet[]> {
	const relations = await relationsOf(zip, 'xl/workbook.xml');
	const shared = sharedTexts((await textOf(zip, 'xl/sharedStrings.xml')) ?? '');
	const tags = [...book.matchAll(/<sheet\b([^>]*)>/g)].map(([, tag = '']) => tag);
	const sheets = tags.map(async (tag, index) => {
		const path = relations.get(attribute(tag, 'r:id') ?? '') ?? '';
		const hasComments = [...(await relationsOf(zip, path)).values()].some(part => /comments/i.test(part));
		const xml = parseSheet((await textOf(zip, path)) ?? '', shared);
		const isHidden = /^(?:very)?hidden$/i.test(attribute(tag, 'state') ?? '');
		return xml ? [{path, index, xml, name: attribute(tag, 'name') ?? '', isHidden, hasComments}] : [];
	});
	return (await Promise.all(sheets)).flat();
}

type SheetTable = {readonly path: string; readonly xml: string; readonly range: CellRange};

async function tablesOf(zip: JSZip, sheet: string): Promise<readonly SheetTable[]> {
	const paths = [...(await relationsOf(zip, sheet)).values()].filter(path => /\/tables\/[^/]+\.xml$/.test(path));
	const tables = await Promise.all(paths.map(async path => ({path, xml: (await textOf(zip, path)) ?? ''})));
	return tables.flatMap(({path, xml}) => {
		const range = rangeOf(attribute(tableTag(xml), 'ref') ?? '');
		return range ? [{path, xml, range}] : [];
	});
}

/** Whether an added row has a value in the columns of a table: it belongs to that table. */
const isFilled = ({from, to}: CellRange, rows: Addition['rows']): boolean =>
	rows.some(cells => cells.slice(from.place, to.place + 1).some(({kind}) => kind !== 'none'));

const tableTag = (xml: string): string => /<table\b([^>]*)>/.exec(xml)?.[1] ?? '';

/** A total row is part of its table: to add above it would move cells to which formulas refer. */
const hasTotalRow = (xml: string): boolean => Number(attribute(tableTag(xml), 'totalsRowCount') ?? 0) > 0;

/** The filter and the printed area of a sheet are names of the workbook. */
const withNames = (book: string, sheet: number, last: number, next: number): string =>
	book.replace(/<definedName\b([^>]*)>[^<]*<\/definedName>/g, (whole, tag) =>
		attribute(tag, 'localSheetId') === String(sheet) && /^_xlnm\./.test(attribute(tag, 'name') ?? '')
			? extendedIn(whole, 'definedName', last, next)
			: whole,
	);
