import type {PickerEntry} from './entry.ts';
import type {Facts} from './facts.ts';

export type Sort = 'name' | 'time' | 'size';

type Order = (a: PickerEntry, b: PickerEntry) => number;

export const byName: Order = (a, b) =>
	a.order < b.order ? -1 : a.order > b.order ? 1 : a.path < b.path ? -1 : a.path > b.path ? 1 : 0;

/** What is not known yet comes last. */
export function orderBy(sort: Sort, facts: Facts): Order {
	if (sort === 'name') return byName;
	const value = ({path}: PickerEntry): number => {
		const fact = facts.get(path);
		return (sort === 'size' ? fact?.size : fact?.modified) ?? -1;
	};
	return (a, b) => value(b) - value(a) || byName(a, b);
}

/**
 * `some`, sorted by name, in their places among `many`. Looks up each place by halving, and copies the stretches
 * between: a few new names among 100,000 cost next to nothing.
 */
export function inserted(many: readonly PickerEntry[], some: readonly PickerEntry[]): readonly PickerEntry[] {
	if (some.length === 0) return many;
	if (many.length === 0) return some;
	if (some.length > many.length / 16) return merged(many, some, byName);
	const result: PickerEntry[] = [];
	let from = 0;
	for (const entry of some) {
		const place = placeOf(many, entry, from);
		for (let at = from; at < place; at++) result.push(many[at]!);
		result.push(entry);
		from = place;
	}
	for (let at = from; at < many.length; at++) result.push(many[at]!);
	return result;
}

function placeOf(many: readonly PickerEntry[], entry: PickerEntry, from: number): number {
	let low = from;
	let high = many.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (byName(many[middle]!, entry) <= 0) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Two sorted lists as one. */
function merged(a: readonly PickerEntry[], b: readonly PickerEntry[], before: Order): PickerEntry[] {
	const result: PickerEntry[] = [];
	let i = 0;
	let j = 0;
	while (i < a.length && j < b.length) result.push(before(a[i]!, b[j]!) <= 0 ? a[i++]! : b[j++]!);
	while (i < a.length) result.push(a[i++]!);
	while (j < b.length) result.push(b[j++]!);
	return result;
}

/** How many are compared before others may work: some milliseconds. */
const stretch = 4096;

/** Sorts without holding up keys: in stretches, then stretches with stretches, with a `pause` between. */
export async function sortedSlowly(
	entries: readonly PickerEntry[],
	before: Order,
	pause: () => Promise<void>,
): Promise<readonly PickerEntry[]> {
	let runs: (readonly PickerEntry[])[] = [];
	for (let at = 0; at < entries.length; at += stretch) {
		runs.push(entries.slice(at, at + stretch).sort(before));
		await pause();
	}
	while (runs.length > 1) {
		const next: (readonly PickerEntry[])[] = [];
		for (let at = 0; at < runs.length; at += 2) {
			const [a, b] = [runs[at]!, runs[at + 1]];
			next.push(b ? await mergedSlowly(a, b, before, pause) : a);
		}
		runs = next;
	}
	return runs[0] ?? [];
}

async function mergedSlowly(
	a: readonly PickerEntry[],
	b: readonly PickerEntry[],
	before: Order,
	pause: () => Promise<void>,
): Promise<readonly PickerEntry[]> {
	const result: PickerEntry[] = [];
	let i = 0;
	let j = 0;
	while (i < a.length || j < b.length) {
		const left = a[i];
		const right = b[j];
		if (right === undefined || (left !== undefined && before(left, right) <= 0)) result.push(a[i++]!);
		else result.push(b[j++]!);
		if (result.length % (4 * stretch) === 0) await pause();
	}
	return result;
}
