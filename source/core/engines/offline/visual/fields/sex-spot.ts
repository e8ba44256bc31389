import type {PrintedEntry} from '../entry.ts';
import type {Place} from '../lines/place.ts';
import type {PrintedLine} from '../lines/read-lines.ts';
import type {Found, PrintedPage} from '../page.ts';
import {isTelling} from '../runs.ts';
import {sexesIn} from './compare.ts';
import {isFound} from './find-by-label.ts';
import type {LabelHit} from './match-label.ts';
import {withLabelSide} from './near-label.ts';

/** From a label to its value, in heights, unless the page's other labels say otherwise. */
const usually = 1.1;

/** Labels whose values are looked for, at most: the code of Poland is a label for the sex in other languages. */
const mostLabels = 2;

/** Where a page prints the sex, by its labels, the surest first: a single letter is easily missed by a locator of lines. */
export function sexSpots(whole: PrintedPage, found: readonly Found[]): Place[] {
	const page = withLabelSide(whole, found);
	const labels = page.entries.flatMap(entry => {
		const hit = entry.isLabel ? entry.labels.find(({field}) => field === 'sex') : undefined;
		return hit ? [{label: entry, hit}] : [];
	});
	return labels
		.sort((a, b) => b.hit.strength - a.hit.strength)
		.slice(0, mostLabels)
		.flatMap(({label, hit}) => spotsBeside(page, label, hit));
}

/** The beginning of a label that was not read is at most this many heights before what was read of it. */
const lostBeginning = 4;

/** Where a column of values begins, before a label whose first words were not read. */
function columnBefore({entries, height}: PrintedPage, place: number): number | undefined {
	const before = entries.filter(
		({isLabel, left}) => !isLabel && place - left > 0.6 * height && place - left < lostBeginning * height,
	);
	return before.length > 0 ? Math.max(...before.map(({left}) => left)) : undefined;
}

/** The places of a value below its label, or above or behind it where the page's labels are below or beside their values. */
function spotsBeside(page: PrintedPage, label: PrintedEntry, hit: LabelHit): Place[] {
	const side = page.labels === 'below' ? -1 : 1;
	const steps = page.entries
		.filter(({isLabel}) => isLabel)
		.flatMap(one =>
			page.entries
				.filter(
					({isLabel, v, left}) =>
						!isLabel && side * (v - one.v) > 0.4 * page.height && Math.abs(left - one.left) < page.height,
				)
				.map(({v}) => side * (v - one.v))
				.filter(step => step < 1.8 * page.height)
				.sort((a, b) => a - b)
				.slice(0, 1),
		)
		.sort((a, b) => a - b);
	const step = steps[Math.floor(steps.length / 2)] ?? usually * page.height;
	// A label in several languages begins where its value does, even if only a later one of them was read.
	const left = hit.left - label.left < 6 * page.height ? label.left : hit.left;
	const width = 3.2 * page.height;
	if (page.labels === 'beside') {
		const start = Math.max(label.right, hit.right);
		return [{u: start + width / 2, v: label.v, width, height: 1.1 * page.height, slope: 0}];
	}
	const before = columnBefore(page, left);
	return [left, ...(before === undefined ? [] : [before])].map(from => ({
		u: from + width / 2 - 0.2 * page.height,
		v: label.v + side * step,
		width,
		height: 1.1 * page.height,
		slope: 0,
	}));
}

/** Margin of the next likely letter where that alone can be a sex; and of the likeliest, at most, which is not clear then. */
const [inSexPlace, unclear] = [2.5, 2.5];

/** A line of a letter alone in the place of a sex, as the next likely letter where only that can be one: P, which may be F. */
export function asSex(line: PrintedLine): PrintedLine {
	const [letter, ...more] = line.characters.filter(({character}) => isTelling(character));
	const {character = '', rival = '', margin = 0} = letter ?? {};
	if (!letter || more.length > 0 || /[MFX]/.test(character) || !/^[MF]$/.test(rival) || margin > unclear) return line;
	return {...line, characters: [{...letter, character: rival, margin: inSexPlace}]};
}

/**
 * The place of the sex on pages whose label for it was not read: at the left edge of the names, in the row of the place
 * of birth (ICAO 9303-4 has it before that), if nothing was seen there; or where a stroke ends a word whose other
 * language was not read (`MOT/`).
 */
export function likelySpots(page: PrintedPage, found: readonly Found[]): Place[] {
	const names = found.filter(({field}) => field === 'surname' || field === 'given_names');
	const [place] = found.filter(({field}) => field === 'birth_place');
	if (names.length === 0 || !place) return [];
	const left = Math.min(...names.map(({run}) => run.left));
	const width = 3.2 * page.height;
	const height = 1.1 * page.height;
	const half = page.entries.find(({text, isLabel}) => !isLabel && isHalfSex(text));
	if (half) {
		const room = half.right - half.left + width;
		return [{u: half.left + room / 2, v: half.v, width: room, height, slope: 0}];
	}
	// A place may take two rows, and the letter is in the first.
	const v = place.run.v - Math.max(0, place.run.height - page.height) / 2;
	const isFree = page.entries.every(
		entry => entry.left > left + width || entry.right < left || Math.abs(entry.v - v) > 0.5 * page.height,
	);
	return isFree && place.run.left > left + width
		? [{u: left + width / 2 - 0.2 * page.height, v, width, height, slope: 0}]
		: [];
}

/** `MOT/`: a sex in two languages, of which the second was not read. */
export const isHalfSex = (text: string): boolean => /^\p{L}{1,4}\s?\/$/u.test(text);

/** Letters that are looked at again, at most. */
const mostSpots = 3;

/**
 * The place of a letter below the names that may be the sex, with more room around it: a locator draws its box so
 * close around a single letter that the recogniser is not sure of it.
 */
export function letterSpots(page: PrintedPage, found: readonly Found[], sex: string): Place[] {
	const names = found.filter(({field}) => field === 'surname' || field === 'given_names' || field === 'name');
	if (names.length === 0) return [];
	const top = Math.max(...names.map(({run}) => run.v));
	return page.entries
		.filter(
			entry =>
				!entry.isLabel &&
				sexesIn(entry.text).join('') === sex &&
				entry.v > top + 0.5 * page.height &&
				!isFound(found, entry),
		)
		.slice(0, mostSpots)
		.map(({left, right, v}) => ({
			u: (left + right) / 2,
			v,
			width: right - left + 1.2 * page.height,
			height: 1.1 * page.height,
			slope: 0,
		}));
}
