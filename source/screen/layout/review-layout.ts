import type {Size} from '../shown-state.ts';
import {bodyRows} from './layout.ts';

/** How the review screen divides the body; all in cells. */
export type ReviewLayout = {
	/** The page picture, left of the fields. Only where there is room for it: no field gives way to it. */
	readonly picture: {readonly columns: number; readonly rows: number} | undefined;
	readonly top: number;
	readonly fieldRows: number;
	readonly fieldColumns: number;
	/** Rows below the fields: other readings of the current one, and every reason in full where there is room. */
	readonly detailRows: number;
	/** Below a heading: the current field cut out of the page and enlarged. */
	readonly strip: {readonly rows: number} | undefined;
	/** The lines are shown as text as well. */
	readonly mrz: boolean;
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
	/** The terminal can show pictures. */
	readonly pictures: boolean;
	/** The picture takes the place of everything but the current field. */
	readonly zoomed: boolean;
	/** The picture was not read: the lines are typed beside the whole of it. */
	readonly unread: boolean;
};

const fewestFields = 7;
const fewestStrip = 4;
const mostStrip = 8;

/**
 * Rows go first to the fields, the lines and the strip; then to other readings, a larger strip, marks, the passports, and
 * last to reasons. In the smallest windows the strip shows the lines instead of text.
 */
export function reviewLayout(size: Size, content: Content): ReviewLayout {
	if (content.zoomed) return zoomedLayout(size);
	if (content.unread && content.pictures) return unreadLayout(size, content);
	const {columns} = size;
	const {pictures} = content;
	const body = bodyRows(size);
	const small = pictures && body < fewestFields + 1 + content.lines + 1 + fewestStrip;
	const fewest = Math.min(small ? fewestFields - 1 : fewestFields, content.fields);
	let room = body - fewest - (small ? 0 : content.lines + 1) - (pictures ? fewestStrip + 1 : 0);
	const take = (rows: number): number => {
		const taken = rows <= room ? rows : 0;
		room -= taken;
		return taken;
	};
	const more = Math.max(0, Math.min(room, content.fields - fewest));
	// Kept free for fields without other readings as well, once there is room: nothing jumps on the way down. The strip's
	// heading shows them where there is none.
	const hidden = content.fields - fewest;
	const other = (!pictures && content.alternatives > 0) || room > hidden ? take(1) : 0;
	const shown = Math.min(more, room);
	room -= shown;
	const enlarged = pictures ? Math.min(room, mostStrip - fewestStrip) : 0;
	room -= enlarged;
	const marks = !small && take(content.lines) > 0;
	const hasPage = pictures && columns >= 100;
	const wide = columns >= (hasPage ? 140 : 100);
	const strip = !wide && take(1) > 0;
	const gap = take(1);
	const top = take(1);
	const listColumns = wide ? Math.min(44, Math.max(30, columns - (hasPage ? 110 : 90))) : 0;
	const upper = fewest + shown + other + gap + room;
	const picture = hasPage ? pictureSize(size, listColumns, upper) : undefined;
	return {
		picture,
		top,
		fieldRows: fewest + shown,
		fieldColumns: columns - listColumns - (picture ? picture.columns + 2 : 0),
		detailRows: other + gap + room,
		strip: pictures ? {rows: fewestStrip + enlarged} : undefined,
		mrz: !small,
		list: wide ? {kind: 'column', columns: listColumns} : strip ? {kind: 'strip'} : undefined,
		marks,
		spaced: columns >= content.lineLength * 2 + 6,
	};
}

/** The current field, its other readings, a heading, and the rest for the picture. */
const zoomedLayout = (size: Size): ReviewLayout => ({
	picture: undefined,
	top: 0,
	fieldRows: 1,
	fieldColumns: size.columns,
	detailRows: 1,
	strip: {rows: bodyRows(size) - 3},
	mrz: false,
	list: undefined,
	marks: false,
	spaced: false,
});

/** A few fields, the two lines, and all other rows for the picture. */
function unreadLayout(size: Size, {lines}: Content): ReviewLayout {
	const body = bodyRows(size);
	const fieldRows = body >= 20 ? 4 : 2;
	return {
		...zoomedLayout(size),
		fieldRows,
		detailRows: 0,
		strip: {rows: body - fieldRows - lines - 2},
		mrz: true,
	};
}

/** What fields and their reasons take; more would be empty. */
const fieldsWant = 80;

/** The page takes what fields and list leave, as far as its height allows. */
function pictureSize({columns, rows}: Size, listColumns: number, upper: number): {columns: number; rows: number} {
	const usual = rows >= 34 ? {columns: 38, rows: 17} : {columns: 28, rows: 10};
	const free = Math.min(columns - listColumns - fieldsWant - 2, Math.floor(upper * widthForHeight));
	if (columns < 160 || free <= usual.columns) return {...usual, rows: Math.min(usual.rows, upper)};
	return {columns: free, rows: Math.min(upper, Math.ceil(free / widthForHeight))};
}

/** Columns for each row of a passport page, which is 125 by 88 mm, in cells twice as tall as wide. */
const widthForHeight = (2 * 125) / 88;
