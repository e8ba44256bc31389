import type {Extent} from './frame.ts';

/** A line of type on the page, in pitches: its middle, its size and its slope. */
export type Place = {
	readonly u: number;
	readonly v: number;
	readonly width: number;
	readonly height: number;
	readonly slope: number;
};

/**
 * What is looked at: a TD3 page is 49.2 x 34.6 pitches (125 x 88 mm, ICAO 9303-4 §2), and its MRZ's first line begins 2.8
 * pitches from the left, 28.5 from the top. A little more on every side for pages that were photographed at a slant.
 */
export const printedPart: Extent = {u: -4, v: -30.2, width: 51.8, height: 29.4};

/** Above this the page names its state and the kind of document: zone I of ICAO 9303-4, less what a slant shifts. */
const header = -27.2;

/** Taller than this is a stamp, a signature or a word across the page; values are printed 0.9 to 2.2 pitches high. */
const tooTall = 2.8;

/**
 * Where nearly every page has its portrait: zone V of ICAO 9303-4, along the left edge. What is within it is no value;
 * what reaches out of it may be, and so may what is above or below.
 */
const portrait = {right: 12, top: -22.5, bottom: -6} as const;

/** More lines than these are no folds of a coat: the page has its portrait elsewhere, and its values here. */
const mostOnPortrait = 6;
/** A line of type is this many times as wide as tall, or wider; hair and folds are not. */
const lineShape = 1.8;

/** Type this small, in pitches and with the room around it, cannot be read. */
const tooSmall = 0.42;

/** Lines that cannot hold a value or its label are not read. */
export const canMatter = ({v, height}: Place): boolean => v > header && height > tooSmall && height < tooTall;

/** Rows that begin one below the other are a column of values, also where their portrait usually is. */
const column = {rows: 3, aside: 0.7} as const;

const leftOf = ({u, width}: Place): number => u - width / 2;

const isInRows = ({v}: Place): boolean => v > portrait.top && v < portrait.bottom;

/** The rows of a page whose values begin at its left edge: some reach out of the portrait's usual place. */
const rowsAtEdge = (beside: readonly Place[]): Place[] =>
	beside.filter(one => leftOf(one) < portrait.right / 2 && one.width > lineShape * one.height);

/**
 * Whether a line begins where others do of which some reach out of the portrait's place; or which are above it, below it
 * and within it, because all values of the page are short.
 */
const isInColumn = (place: Place, atEdge: readonly Place[], within: readonly Place[]): boolean => {
	const isBelow = (one: Place) => Math.abs(leftOf(one) - leftOf(place)) < column.aside;
	const rows = atEdge.filter(isBelow);
	const isAround = rows.some(({v}) => v <= portrait.top) && rows.some(({v}) => v >= portrait.bottom);
	return (
		(rows.length >= column.rows && rows.some(isInRows)) ||
		(isAround && rows.length + within.filter(isBelow).length > column.rows)
	);
};

/** Values of one row have their middles this many heights apart, at most. */
const sameRow = 0.3;

/** What is beside the portrait, or everything where there is none in its usual place. */
export function withoutPortrait(places: readonly Place[]): Place[] {
	const beside = places.filter(
		({u, v, width}) => u + width / 2 >= portrait.right || v <= portrait.top || v >= portrait.bottom,
	);
	const within = places.filter(one => !beside.includes(one) && one.width > lineShape * one.height);
	if (within.length > mostOnPortrait) return [...places];
	const atEdge = rowsAtEdge(beside);
	const inColumn = places.filter(one => isInColumn(one, atEdge, within));
	// The value behind the first of a row, as the sex, may be a single letter.
	const isBehind = (place: Place) =>
		inColumn.some(
			one => leftOf(one) < leftOf(place) && Math.abs(one.v - place.v) < sameRow * Math.min(one.height, place.height),
		);
	return places.filter(one => beside.includes(one) || inColumn.includes(one) || isBehind(one));
}
