import {sexesIn} from './compare.ts';
import type {Place} from './detect.ts';
import {covers} from './find-by-label.ts';
import type {Found, Page} from './page.ts';

/** Where a value stands below its label, in heights, unless the page's other labels say otherwise. */
const usually = 1.1;

/**
 * Where a page prints the sex, by its label: a single letter is easily missed by a detector of lines. Undefined when
 * no label was read.
 */
export function sexSpot(page: Page): Place | undefined {
	const label = page.entries.find(entry => entry.isLabel && entry.labels.some(({field}) => field === 'sex'));
	const hit = label?.labels.find(({field}) => field === 'sex');
	if (!label || !hit) return undefined;
	const steps = page.entries
		.filter(({isLabel}) => isLabel)
		.flatMap(one =>
			page.entries
				.filter(
					({isLabel, v, left}) => !isLabel && v > one.v + 0.4 * page.height && Math.abs(left - one.left) < page.height,
				)
				.map(({v}) => v - one.v)
				.filter(step => step < 1.8 * page.height)
				.slice(0, 1),
		)
		.sort((a, b) => a - b);
	const step = steps[Math.floor(steps.length / 2)] ?? usually * page.height;
	// A label in several languages begins where its value does, even if only a later one of them was read.
	const left = hit.left - label.left < 6 * page.height ? label.left : hit.left;
	const width = 3.2 * page.height;
	return {u: left + width / 2 - 0.2 * page.height, v: label.v + step, width, height: 1.1 * page.height, slope: 0};
}

/** Letters that are looked at again, at most. */
const mostSpots = 3;

/**
 * Where a letter stands below the names that may be the sex, with more room around it: the detector draws its box so
 * close around a single letter that the recogniser is not sure of it.
 */
export function letterSpots(page: Page, found: readonly Found[], sex: string): Place[] {
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
