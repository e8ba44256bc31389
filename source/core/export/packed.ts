import {deflateRawSync, inflateRawSync} from 'node:zlib';

/** Characters that are packed at once. */
const packLength = 1 << 16;

/** Bytes that are held as they are: to make them smaller takes a fifth of the time of a long list. */
const looseLength = 64 << 20;

/** A text with one of them takes two bytes a character, and twice as long to be parsed. */
const beyondLatin1 = /[\u0100-\uffff]/g;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** What JSON can hold, in the order in which it was added. */
export type Packed<Item> = Iterable<Item> & {readonly add: (item: Item) => void};

/** Keeps items that are asked for later, once or more often: beyond the first ones, of which there may be 100,000, a tenth of their length. */
export function packed<Item>(): Packed<Item> {
	const packs: {readonly bytes: Buffer; readonly isLoose: boolean}[] = [];
	let waiting: string[] = [];
	let length = 0;
	let loose = 0;
	const pack = () => {
		if (waiting.length === 0) return;
		const bytes = Buffer.from(`${waiting.join('\n')}\n`, 'latin1');
		waiting = [];
		length = 0;
		const isLoose = loose + bytes.length <= looseLength;
		if (isLoose) loose += bytes.length;
		packs.push({bytes: isLoose ? bytes : deflateRawSync(bytes, {level: 1}), isLoose});
	};
	return {
		add(item) {
			const text = JSON.stringify(item).replace(beyondLatin1, escaped);
			waiting.push(text);
			length += text.length;
			if (length >= packLength) pack();
		},
		*[Symbol.iterator]() {
			pack();
			for (const {bytes, isLoose} of packs) {
				const text = (isLoose ? bytes : inflateRawSync(bytes)).toString('latin1');
				for (let from = 0; from < text.length; ) {
					const to = text.indexOf('\n', from);
					yield JSON.parse(text.slice(from, to));
					from = to + 1;
				}
			}
		},
	};
}
