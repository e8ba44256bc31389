import {deflateRawSync, inflateRawSync} from 'node:zlib';
import {lineOf} from '../../records/json/json-text.ts';

/** Bytes that are packed at once; a longer item is packed alone. */
const packLength = 1 << 18;

/** What JSON can hold, a tenth as long as it is, in the order in which it was added. */
export type Packed<Item> = Iterable<Item> & {
	readonly add: (item: Item) => void;
	/** Adds an item as `lineOf` writes it. */
	readonly addLine: (line: string) => void;
	/** Returns the lines of the items, those that were packed at once in one text, with a line feed between them. */
	readonly texts: () => Iterable<string>;
};

/** Keeps items that are asked for later, once or more often: a list of any length takes the memory of its packs. */
export function packed<Item>(): Packed<Item> {
	const packs: Buffer[] = [];
	// Written into bytes at once: thousands of strings that wait would be moved by every collection of garbage.
	let waiting = Buffer.allocUnsafe(packLength);
	let length = 0;
	const pack = () => {
		// The last line ends here, not with a line feed.
		if (length > 0) packs.push(deflateRawSync(waiting.subarray(0, length - 1), {level: 1}));
		length = 0;
	};
	const addLine = (line: string): void => {
		const needed = line.length + 1;
		if (length + needed > waiting.length) pack();
		if (needed > waiting.length) waiting = Buffer.allocUnsafe(needed);
		length += waiting.write(`${line}\n`, length, 'latin1');
	};
	function* texts(): Iterable<string> {
		pack();
		for (const bytes of packs) yield inflateRawSync(bytes).toString('latin1');
	}
	return {
		add: item => addLine(lineOf(item)),
		addLine,
		texts,
		*[Symbol.iterator]() {
			for (const text of texts()) for (const line of text.split('\n')) yield JSON.parse(line);
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
