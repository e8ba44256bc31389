import {cellWidth, graphemes} from '../../terminal/frame/cells.ts';

/** Columns that `text` takes in a terminal; Chinese characters take two. */
export const width = (text: string): number => cellWidth(text);

const ellipsis = '…';

/** The start of `text` that fits into `columns`, ended by an ellipsis when something is cut off. */
export function cut(text: string, columns: number): string {
	if (width(text) <= columns) return text;
	const room = columns - width(ellipsis);
	if (room < 0) return '';
	return take(text, room) + ellipsis;
}

/** The start and the end of `text` that fit: numbers and endings of file names differ at the end. */
export function cutMiddle(text: string, columns: number): string {
	if (width(text) <= columns) return text;
	const start = Math.floor((columns - width(ellipsis)) / 2);
	if (start <= 0) return cutStart(text, columns);
	const before = take(text, start);
	return before + cutStart(text.slice(before.length), columns - width(before));
}

/** The end of `text` that fits: two long paths usually differ at the end. */
export function cutStart(text: string, columns: number): string {
	if (width(text) <= columns) return text;
	const room = columns - width(ellipsis);
	if (room < 0) return '';
	const kept: string[] = [];
	let used = 0;
	for (const grapheme of graphemes(text).reverse()) {
		used += width(grapheme);
		if (used > room) break;
		kept.unshift(grapheme);
	}
	return ellipsis + kept.join('');
}

/** `text` cut to and filled up to exactly `columns`. */
export function pad(text: string, columns: number, align: 'left' | 'right' = 'left'): string {
	const shown = cut(text, columns);
	const space = ' '.repeat(Math.max(0, columns - width(shown)));
	return align === 'left' ? shown + space : space + shown;
}

function take(text: string, columns: number): string {
	let used = 0;
	let taken = '';
	for (const grapheme of graphemes(text)) {
		used += width(grapheme);
		if (used > columns) break;
		taken += grapheme;
	}
	return taken;
}

/** Where a line may be broken: after spaces, and between Chinese characters, but not before their punctuation. */
export const words = (text: string): readonly string[] =>
	text.split(/(?<=[\s\p{Script=Han}，。：；、）」])(?![，。：；、）」？])/u);

/** A sentence in rows of at most `columns`, broken between words, and between characters where there are no spaces. */
export function wrap(text: string, columns: number): readonly string[] {
	const rows: string[] = [];
	let row = '';
	for (const word of words(text)) {
		if (width(row + word.trimEnd()) > columns && row !== '') {
			rows.push(row.trimEnd());
			row = '';
		}
		row += word;
	}
	return row.trim() === '' ? rows : [...rows, row.trimEnd()];
}
