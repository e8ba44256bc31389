const ascii = /^[\x20-\x7e]*$/;
const digits = /0*(\d+)/g;

/** A number behind the count of its digits, so that `9` comes before `10`. The sign sorts where digits do, before letters. */
const counted = (_: string, number: string): string => String.fromCharCode(0x30 + Math.min(number.length, 48)) + number;

/**
 * A text whose plain comparison is natural order: `IMG_9` before `IMG_10`, `É` like `e`. Comparing two of them costs a
 * twentieth of what a collator takes, which is felt with 100,000 names.
 */
export function naturalKey(name: string): string {
	const plain = ascii.test(name) ? name : name.normalize('NFKD').replace(/\p{Mn}/gu, '');
	return plain.toLowerCase().replace(digits, counted);
}

/** Returns the items in natural order of their names; names that differ only in case or marks by their characters. */
export function inNaturalOrder<Item>(items: Iterable<Item>, nameOf: (item: Item) => string = String): Item[] {
	const keyed = Array.from(items, item => ({item, key: naturalKey(nameOf(item)), name: nameOf(item)}));
	keyed.sort((a, b) => compare(a.key, b.key) || compare(a.name, b.name));
	return keyed.map(({item}) => item);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
