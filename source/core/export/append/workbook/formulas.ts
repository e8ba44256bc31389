import type JSZip from 'jszip';
import type {Cell} from '../../cell.ts';
import {columnLetters} from '../../excel/cells.ts';
import {attribute, rangeOf, type XmlCell, type XmlFormula, type XmlRow} from './sheet-xml.ts';

/** Rows that are added below row `last`. */
export type AddedRows = {readonly last: number; readonly rows: readonly (readonly Cell[])[]};

const isFilled = ({last, rows}: AddedRows, row: number, place: number): boolean =>
	(rows[row - last - 1]?.[place]?.kind ?? 'none') !== 'none';

const nothing = /^(?:\s*|#(?:N\/A|DIV\/0!|NAME\?|(?:REF|VALUE|NUM|NULL|SPILL|CALC)!))$/;

/** True for a cell with a value. A formula below a list shows nothing or an error until its row is filled. */
export const hasValue = ({kind, text, formula}: XmlCell): boolean =>
	kind !== 'none' && !(formula && nothing.test(text));

/** The formulas of a person in each added row: those in cells that the row leaves empty. */
export const formulasBelow = (all: readonly XmlRow[], added: AddedRows): ReadonlyMap<number, readonly XmlCell[]> =>
	new Map(
		all
			.filter(({number}) => number > added.last && number <= added.last + added.rows.length)
			.map(({number, cells}) => [
				number,
				cells.filter(({formula, place}) => formula && !isFilled(added, number, place)),
			]),
	);

/**
 * Returns a cell in which an added row has a value although a formula begins there that further cells are part of, or
 * that it would be part of: they would lose it. A formula of its own cell alone gives way to the value.
 */
export function sharedCell(all: readonly XmlRow[], added: AddedRows): string | undefined {
	const cells = all.flatMap(({number, cells}) =>
		cells.flatMap(({place, formula}) => (formula ? [{row: number, place, tag: formula.tag}] : [])),
	);
	const remaining = new Set(
		cells.filter(({row, place}) => !isFilled(added, row, place)).map(({tag}) => attribute(tag, 'si')),
	);
	for (const {row, place, tag} of cells) {
		const type = attribute(tag, 't');
		const range = rangeOf(attribute(tag, 'ref') ?? '');
		if (type === 'shared' && range && isFilled(added, row, place) && remaining.has(attribute(tag, 'si'))) {
			return `${columnLetters(place)}${row}`;
		}
		if ((type !== 'array' && type !== 'dataTable') || !range) continue;
		const {from, to} = range;
		if (from.row === to.row && from.place === to.place) continue;
		for (let at = Math.max(from.row, added.last + 1); at <= Math.min(to.row, added.last + added.rows.length); at++) {
			const width = added.rows[at - added.last - 1]!.length;
			for (let column = from.place; column <= Math.min(to.place, width - 1); column++) {
				if (isFilled(added, at, column)) return `${columnLetters(column)}${at}`;
			}
		}
	}
	return undefined;
}

/** A row with formulas in cells that are empty in it. They have no value: a program that opens the workbook computes it. */
export function withFormulas(rowXml: string, row: number, formulas: readonly XmlCell[]): string {
	if (formulas.length === 0) return rowXml;
	const cells = new Map<number, string>();
	for (const [xml, letters] of rowXml.matchAll(/<c r="([A-Z]+)\d+"[^>]*?(?:\/>|>[\s\S]*?<\/c>)/g)) {
		cells.set(rangeOf(`${letters}1`)!.from.place, xml);
	}
	for (const {place, formula} of formulas) cells.set(place, formulaCell(`${columnLetters(place)}${row}`, formula!));
	const inOrder = [...cells].sort(([one], [other]) => one - other).map(([, xml]) => xml);
	return `<row r="${row}">${inOrder.join('')}</row>`;
}

function formulaCell(name: string, {cell, xml}: XmlFormula): string {
	const further = cell.replace(/\s*\b[rt]=(?:"[^"]*"|'[^']*')/g, '');
	return `<c r="${name}"${further}>${xml}</c>`;
}

/** Number of formulas in the XML of rows. */
export const countFormulas = (xml: string): number => xml.match(/<f[\s/>]/g)?.length ?? 0;

/**
 * A workbook whose formulas are computed when it is opened: what they show was computed without the added rows.
 * `calcPr` has its place in a workbook (ECMA-376 part 1, 18.2.27).
 */
export function recomputed(book: string): string {
	if (/<calcPr\b/.test(book)) {
		return book.replace(/<calcPr\b([^>]*?)(\/?)>/, (_, attributes, end) => {
			const others = attributes.replace(/\s*\bfullCalcOnLoad=(?:"[^"]*"|'[^']*')/, '').trimEnd();
			return `<calcPr${others} fullCalcOnLoad="1"${end}>`;
		});
	}
	const before = /<\/definedNames>|<definedNames\s*\/>/.exec(book) ?? /<\/externalReferences>|<\/sheets>/.exec(book);
	if (!before) return book;
	const place = before.index + before[0].length;
	return `${book.slice(0, place)}<calcPr fullCalcOnLoad="1"/>${book.slice(place)}`;
}

/** Removes the calculation chain: with a cell in it that has no formula Excel calls the workbook damaged. It makes a new one. */
export async function removeChain(zip: JSZip): Promise<void> {
	if (!zip.file('xl/calcChain.xml')) return;
	zip.remove('xl/calcChain.xml');
	for (const [path, tag] of [
		['[Content_Types].xml', 'Override'],
		['xl/_rels/workbook.xml.rels', 'Relationship'],
	] as const) {
		const xml = await zip.file(path)?.async('string');
		if (xml !== undefined) zip.file(path, xml.replace(new RegExp(`<${tag}\\b[^>]*calcChain[^>]*/>`, 'g'), ''));
	}
}
