import {deflateRawSync, inflateRawSync} from 'node:zlib';
import {asEscapes, beyondLatin1} from '../records/json-text.ts';

/** Characters that are packed at once. */
const packLength = 1 << 20;

/** What JSON can hold, a tenth as long as it is, in the order in which it was added. */
export type Packed<Item> = Iterable<Item> & {readonly add: (item: Item) => void};

/** Keeps items that are asked for later, once or more often: a list of any length takes the memory of its packs. */
export function packed<Item>(): Packed<Item> {
	const packs: Buffer[] = [];
	let waiting: string[] = [];
	let length = 0;
	const pack = () => {
		if (waiting.length > 0) packs.push(deflateRawSync(Buffer.from(waiting.join('\n'), 'latin1'), {level: 1}));
		waiting = [];
		length = 0;
	};
	return {
		add(item) {
			const text = JSON.stringify(item).replace(beyondLatin1, asEscapes);
			waiting.push(text);
			length += text.length;
			if (length >= packLength) pack();
		},
		*[Symbol.iterator]() {
			pack();
			for (const bytes of packs) {
				for (const line of inflateRawSync(bytes).toString('latin1').split('\n')) yield JSON.parse(line);
			}
		},
	};
}

/** Items that are sorted at once, and parts into which a longer list is sorted first. */
const sortedAtOnce = 4096;
const mostParts = 32;

/**
 * Returns packed items in another order, without holding more than a part of them.
 *
 * @param count Number of places.
 * @param placeOf The place of an item by where it is now, both from 0; negative for one that is left out.
 */
export function reordered<Item>(items: Iterable<Item>, count: number, placeOf: (at: number) => number): Packed<Item> {
	const length = Math.max(sortedAtOnce, Math.ceil(count / mostParts));
	const parts = Array.from({length: Math.ceil(count / length)}, () => packed<readonly [number, Item]>());
	let at = 0;
	for (const item of items) {
		const place = placeOf(at++);
		if (place >= 0) parts[Math.floor(place / length)]!.add([place, item]);
	}
	const sorted = packed<Item>();
	for (let part = parts.shift(); part; part = parts.shift()) {
		for (const [, item] of [...part].sort(([a], [b]) => a - b)) sorted.add(item);
	}
	return sorted;
}
