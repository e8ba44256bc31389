import {sexesIn} from './compare.ts';
import type {Place} from './detect.ts';
import {covers} from './find-by-label.ts';
import type {LabelHit} from './match-label.ts';
import {withLabelSide} from './near-label.ts';
import type {Found, PrintedEntry, PrintedPage} from './page.ts';

/** From a label to its value, in heights, unless the page's other labels say otherwise. */
const usually = 1.1;

/** Labels whose values are looked for, at most: the code of Poland is a label for the sex in other languages. */
const mostLabels = 2;

/** Where a page prints the sex, by its labels, the surest first: a single letter is easily missed by a detector of lines. */
export function sexSpots(whole: PrintedPage, found: readonly Found[]): Place[] {
	const page = withLabelSide(whole, found);
	const labels = page.entries.flatMap(entry => {
		const hit = entry.isLabel ? entry.labels.find(({field}) => field === 'sex') : undefined;
		return hit ? [{label: entry, hit}] : [];
	});
	return labels
		.sort((a, b) => b.hit.strength - a.hit.strength)
		.slice(0, mostLabels)
		.map(({label, hit}) => spotBeside(page, label, hit));
}

/** The place of a value below its label, or above it where the page's labels are below their values. */
function spotBeside(page: PrintedPage, label: PrintedEntry, hit: LabelHit): Place {
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
	return {
		u: left + width / 2 - 0.2 * page.height,
		v: label.v + side * step,
		width,
		height: 1.1 * page.height,
		slope: 0,
	};
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
 * The place of a letter below the names that may be the sex, with more room around it: the detector draws its box so
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
				found.every(({run}) => !covers(run, entry)),
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
