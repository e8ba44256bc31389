import {bodyRows} from './layout.ts';
import type {Size} from './state.ts';

/** How the review screen divides the body; all in cells. */
export type ReviewLayout = {
	/** The page picture, left of the fields. Only where there is one: fields and lines take its room otherwise. */
	readonly picture: {readonly columns: number; readonly rows: number} | undefined;
	readonly top: number;
	readonly fieldRows: number;
	readonly fieldColumns: number;
	/** Rows below the fields: other readings of the current one, and every reason in full where there is room. */
	readonly detailRows: number;
	/** Passports beside the fields, or in one row below the lines. */
	readonly list: {readonly kind: 'column'; readonly columns: number} | {readonly kind: 'strip'} | undefined;
	/** Rows under the lines that mark check digits and the current field. */
	readonly marks: boolean;
	/** A blank between characters: easier to compare one by one with the picture. */
	readonly spaced: boolean;
};

type Content = {
	readonly fields: number;
	readonly alternatives: number;
	readonly lines: number;
	readonly lineLength: number;
	readonly picture: boolean;
};

const fewestFields = 7;

/** Rows go first to the fields and the lines, then to other readings, marks, the passports, and last to reasons. */
export function reviewLayout(size: Size, content: Content): ReviewLayout {
	const {columns} = size;
	const fewest = Math.min(fewestFields, content.fields);
	let room = bodyRows(size) - content.lines - 1 - fewest;
	const take = (rows: number): number => {
		const taken = rows <= room ? rows : 0;
		room -= taken;
		return taken;
	};
	// Kept free for fields without other readings as well, once there is room: nothing jumps on the way down.
	const other = content.alternatives > 0 || room > content.fields - fewest ? take(1) : 0;
	const more = Math.max(0, Math.min(room, content.fields - fewest));
	room -= more;
	const marks = take(content.lines) > 0;
	const wide = columns >= 100;
	const strip = !wide && take(1) > 0;
	const gap = take(1);
	const top = take(1);
	const picture = content.picture && columns >= 80 ? pictureSize(size) : undefined;
	const listColumns = wide ? Math.min(44, Math.max(30, columns - 90)) : 0;
	return {
		picture,
		top,
		fieldRows: fewest + more,
		fieldColumns: columns - listColumns - (picture ? picture.columns + 2 : 0),
		detailRows: other + gap + room,
		list: wide ? {kind: 'column', columns: listColumns} : strip ? {kind: 'strip'} : undefined,
		marks,
		spaced: columns >= content.lineLength * 2 + 6,
	};
}

const pictureSize = ({columns, rows}: Size): {columns: number; rows: number} =>
	columns >= 100 && rows >= 34 ? {columns: 38, rows: 17} : {columns: 28, rows: 10};
