import type {FoundPicture} from '../../core/pictures/find.ts';
import type {Sort} from './picker.ts';

const collator = new Intl.Collator('en', {numeric: true, sensitivity: 'base'});

/** As a person counts: `IMG_9` before `IMG_10`. */
export const natural = (a: string, b: string): number => collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);

const orders: Readonly<Record<Sort, (a: FoundPicture, b: FoundPicture) => number>> = {
	name: (a, b) => natural(a.path, b.path),
	time: (a, b) => b.modified.getTime() - a.modified.getTime() || natural(a.path, b.path),
	size: (a, b) => b.size - a.size || natural(a.path, b.path),
};

export const sorted = (pictures: readonly FoundPicture[], sort: Sort): readonly FoundPicture[] =>
	[...pictures].sort(orders[sort]);

/** Two sorted lists as one. Sorting the whole list at each find would be slow with 100,000 pictures. */
export function merged(a: readonly FoundPicture[], b: readonly FoundPicture[], sort: Sort): readonly FoundPicture[] {
	const before = orders[sort];
	const result: FoundPicture[] = [];
	let i = 0;
	let j = 0;
	while (i < a.length && j < b.length) result.push(before(a[i]!, b[j]!) <= 0 ? a[i++]! : b[j++]!);
	while (i < a.length) result.push(a[i++]!);
	while (j < b.length) result.push(b[j++]!);
	return result;
}
