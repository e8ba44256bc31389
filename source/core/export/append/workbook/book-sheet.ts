import type {OldRow, SheetName} from '../open-list.ts';
import type {SheetXml, XmlRow} from './sheet-xml.ts';

/** A sheet of a workbook. */
export type BookSheet = SheetName & {
	readonly path: string;
	readonly index: number;
	readonly xml: SheetXml;
	readonly hasComments: boolean;
};

/** The texts of a row by their places. */
export function textsOf({cells}: XmlRow): readonly string[] {
	const texts: string[] = [];
	for (const {place, text} of cells) texts[place] = text;
	return Array.from(texts, text => text ?? '');
}

export const oldRow = (row: XmlRow): OldRow => ({
	number: row.number,
	texts: textsOf(row),
	numbers: new Set(row.cells.flatMap(({place, kind}) => (kind === 'number' ? [place] : []))),
});

/**
 * The style that most cells of a column and kind have, of several the lowest: a new row looks like those above it. A row of
 * sums has another one.
 */
export function stylesOf(rows: readonly XmlRow[]) {
	const counts = new Map<string, Map<string, number>>();
	for (const {cells} of [...rows].reverse()) {
		for (const {place, kind, style} of cells) {
			if (style === undefined) continue;
			const ofColumn = counts.get(`${place} ${kind}`) ?? new Map<string, number>();
			ofColumn.set(style, (ofColumn.get(style) ?? 0) + 1);
			counts.set(`${place} ${kind}`, ofColumn);
		}
	}
	return (place: number, kind: string): number | undefined => {
		let most: readonly [string, number] | undefined;
		for (const one of counts.get(`${place} ${kind}`) ?? []) if (!most || one[1] > most[1]) most = one;
		return most && Number(most[0]);
	};
}
