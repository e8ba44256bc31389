import type {PrintedEntry} from '../entry.ts';
import type {LabelField} from '../labels/label.ts';
import type {PrintedPage} from '../page.ts';
import type {TextRun} from '../runs.ts';
import type {LabelHit} from './match-label.ts';

/** A label announces what is this many heights below it, or beside it. */
const farthestBelow = 2.5;
const farthestBeside = 6;
/** Where all labels are beside their values, smaller type may be this many heights off their middle. */
const sameRowBeside = 0.6;

/** Where a label begins: with what its first words say in a language or a script that was not understood. */
const startOf = (hit: LabelHit, label: PrintedEntry): number =>
	label.labels.every(other => other.from >= hit.from || other.field === hit.field) ? label.left : hit.left;

/** The distance of a value from where a label announces it: 0 is right below it; undefined is somewhere else. */
function distance(
	hit: LabelHit,
	label: PrintedEntry,
	value: TextRun,
	{height, labels}: PrintedPage,
): number | undefined {
	const below = ((labels === 'below' ? -1 : 1) * (value.v - label.v)) / height;
	if (labels !== 'beside' && below > 0.4 && below <= farthestBelow) {
		if (value.left > hit.right + 1.5 * height || value.right < startOf(hit, label) - 1.5 * height) return undefined;
		const aside = Math.min(
			Math.abs(value.left - hit.left),
			Math.abs(value.left - label.left),
			Math.abs(value.right - hit.right),
		);
		return 0.8 * Math.abs(below - 1) + (0.12 * aside) / height;
	}

	const beside = (value.left - hit.right) / height;
	return Math.abs(below) < (labels === 'beside' ? sameRowBeside : 0.35) && beside > 0 && beside < farthestBeside
		? 1 + 0.2 * beside
		: undefined;
}

/** Values of the MRZ whose labels say on which side of a value its label is, at least. */
const leastSides = 3;

/** A page on which most values that the MRZ says, too, have their labels below or beside them says so. */
export function withLabelSide(page: PrintedPage, known: readonly {field: LabelField; run: TextRun}[]): PrintedPage {
	const count = (seen: PrintedPage) =>
		known.filter(({field, run}) => labelDistance(seen, run, field) !== undefined).length;
	const [below, beside] = [
		{...page, labels: 'below'},
		{...page, labels: 'beside'},
	] as const;
	const [best] = [beside, below].sort((a, b) => count(b) - count(a));
	const most = count(best!);
	// A label beside a value counts on any page: those that are nowhere but above are against it.
	const above = known.filter(
		({field, run}) => labelDistance(page, run, field) !== undefined && labelDistance(beside, run, field) === undefined,
	).length;
	const isMore = best === beside ? most > above : most > count(page);
	const least = above === 0 && count(page) === 0 ? 2 : leastSides;
	return most >= least && isMore ? best! : page;
}

/** True when another value's label is between a label and a value below it. */
const isParted = (page: PrintedPage, label: PrintedEntry, hit: LabelHit, value: TextRun): boolean =>
	page.entries.some(
		other =>
			other.isLabel &&
			other !== label &&
			Math.min(Math.abs(other.v - label.v), Math.abs(other.v - value.v)) > 0.3 * page.height &&
			other.v > Math.min(label.v, value.v) &&
			other.v < Math.max(label.v, value.v) &&
			other.left < value.right &&
			other.right > value.left &&
			other.labels.length > 0 &&
			other.labels.every(({field}) => field !== hit.field),
	);

/** Distance from the nearest label that announces a field; undefined when no label does. */
export function labelDistance(page: PrintedPage, value: TextRun, field: LabelField): number | undefined {
	let best: number | undefined;
	for (const label of page.entries) {
		if (!label.isLabel) continue;
		for (const hit of label.labels) {
			if (hit.field !== field) continue;
			const found = distance(hit, label, value, page);
			if (found !== undefined && (best === undefined || found < best) && !isParted(page, label, hit, value))
				best = found;
		}
	}

	return best;
}
