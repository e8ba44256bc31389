import type {LinePlace} from '../../core/records/geometry.ts';
import type {Room} from '../layout/layout.ts';
import {cellsFrame} from './crop-frames.ts';
import type {Caption, CutOut} from './picture-view.ts';

/** A line of the MRZ: where it is, and what of its characters is to be marked. */
export type ShownLine = {
	readonly place: LinePlace;
	readonly characters: readonly {readonly character: string; readonly current: boolean; readonly doubt: boolean}[];
};

/** Pitches from above a capital to below it. */
const tall = 1.25;
/** Pitches of a cut-out before its neighbours of the other line come into sight. */
const tallest = 2;
/** Paper beside the first and the last character, in pitches, both sides together. */
const beside = 0.5;
/** Columns a character needs at least to be distinguished from another one; fewer characters are shown otherwise. */
const narrowest = 2.5;

/** Columns from which a character is distinguished from its look-alikes at a glance. */
const comfortable = 6;

/** A letter is compared with its neighbours. */
const fewest = 5;

/** How far characters may be drawn taller than they are: of long lines it is the width that there is too little of. */
const mostStretched = 2;

/** Pixels that a character needs to be distinguished from its look-alikes. */
const readablePixels = {wide: 5, tall: 6};

/** How well so many characters can be distinguished in so much room: from 1 on well enough. */
export const readingConfidence = (characters: number, columns: number, rows: number): number =>
	Math.min((2 * columns) / (characters + beside) / readablePixels.wide, (2 * rows) / tall / readablePixels.tall);

/** Columns from character to character, for so many of them in so much room. */
const scaleOf = (characters: number, columns: number, rows: number): number =>
	Math.min((2 * rows) / tall, columns / (characters + beside));

/** Columns that some characters take at most in so many rows. */
export const widthOf = (characters: number, rows: number): number =>
	Math.ceil(((characters + beside) * 2 * rows) / tall);

/** How many characters of at least so many columns fit. */
const fittingIn = (columns: number, each: number): number => Math.max(1, Math.floor(columns / each - beside));

/**
 * The characters around the doubtful ones of a field that can be drawn so large that they are distinguished at a glance:
 * all of it, where it fits or nothing in it is doubtful. `shift`: so many characters further on.
 */
export function lettersAround(
	{characters}: ShownLine,
	from: number,
	to: number,
	{columns, rows}: Pick<Room, 'columns' | 'rows'>,
	shift?: number,
): readonly [from: number, past: number] {
	const largest = (2 * rows) / tall;
	const fitting = fittingIn(columns, shift === undefined ? Math.min(comfortable, largest) : largest);
	const count = shift === undefined ? fitting : Math.max(fewest, fitting);
	const doubts = characters.flatMap(({doubt}, index) => (doubt && index >= from && index < to ? [index] : []));
	if (count >= to - from || (doubts.length === 0 && shift === undefined)) return [from, to];
	const [first = from, last = first] = [doubts[0], doubts.at(-1)];
	const middle = last - first < count ? (first + last) / 2 : first;
	const wanted = Math.round(middle - (count - 1) / 2) + (shift ?? 0);
	const start = Math.min(to - count, Math.max(from, wanted));
	return [start, start + count];
}

/**
 * The characters `from` to `to` of a line, as large as the room allows; of too many those around the first doubtful one.
 * With `captions` what was read is below each in the last row.
 */
export function linePart(
	{place, characters}: ShownLine,
	from: number,
	to: number,
	room: Room,
	captions: boolean,
): {part: CutOut; captions: readonly Caption[]} {
	const most = room.rows - (captions ? 1 : 0);
	const fitting = fittingIn(room.columns, narrowest);
	const doubt = characters.findIndex((one, index) => one.doubt && index >= from && index < to);
	const first =
		to - from <= fitting
			? from
			: Math.min(to - fitting, Math.max(from, doubt < 0 ? from : doubt - Math.floor(fitting / 2)));
	const past = Math.min(to, first + fitting);
	const scale = scaleOf(past - first, room.columns, most);
	const rows = Math.min(most, Math.ceil((tallest * mostStretched * scale) / 2));
	const pitches = Math.min(tallest, Math.max(tall, (2 * rows) / scale / mostStretched));
	const columns = Math.min(room.columns, Math.round((past - first + beside) * scale));
	const left = first - (columns / scale - (past - first)) / 2;
	const y = room.y + Math.floor((most - rows) / 2);
	const frame = (a: number, b: number) => cellsFrame(place, characters.length, a, b, pitches);
	const shown = characters.slice(first, past).map((one, index) => ({...one, index: first + index}));
	return {
		part: {
			x: room.x,
			y,
			columns,
			rows,
			frame: frame(left, left + columns / scale),
			marked: shown.filter(one => one.doubt).map(({index}) => frame(index, index + 1)),
		},
		captions: captions
			? shown.map(({character, current, doubt, index}) => ({
					x: room.x + Math.floor((index + 0.5 - left) * scale),
					y: room.y + most,
					character,
					kind: doubt ? 'doubt' : current ? 'current' : 'plain',
				}))
			: [],
	};
}
