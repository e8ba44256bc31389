import {readNames} from '../mrz/names.ts';
import {asLetter} from '../tables/look-alikes.ts';

/**
 * The name field after the misreadings that grammar alone can undo (ICAO 9303-3 §4.6).
 *
 * - `letters`: digits that were made letters. `fillers`: letters that were made fillers.
 * - `offers`: name fields that would fit as well.
 */
export type RepairedNames = {
	readonly raw: string;
	readonly letters: number;
	readonly fillers: number;
	readonly offers: readonly string[];
};

/** What fillers are misread as. */
const fillerLike = /^[KCLESX<]*$/;

const fill = (raw: string, from: number, to: number): string =>
	raw.slice(0, from) + '<'.repeat(to - from) + raw.slice(to);

/** Where a run of one filler-like letter, at least three long, reaches the end of the line; -1 when there is none. */
function runToEnd(raw: string): number {
	const last = raw.at(-1)!;
	if (last === '<' || !fillerLike.test(last)) return -1;
	let from = raw.length;
	while (from > 0 && raw[from - 1] === last) from--;
	return raw.length - from >= 2 ? from : -1;
}

/** Letters that were read as digits, and fillers that were read as letters: put right where it is plain, else offered. */
export function repairNames(raw: string): RepairedNames {
	let text = raw;
	let letters = 0;
	let fillers = 0;
	const offers: string[] = [];
	const digits = /\d/.test(raw) ? raw.replace(/\D/g, '').length : 0;
	if (digits > 0 && digits <= 2) {
		const repaired = [...raw].map(character => asLetter(character) ?? character).join('');
		if (!/\d/.test(repaired)) {
			text = repaired;
			letters = digits;
		}
	}

	// No name has the same letter three times running, so such a run to the end of the line is fillers. Two may be a name
	// that fills its line.
	const run = runToEnd(text);
	if (run > 0) {
		const length = text.length - run;
		const filled = fill(text, run, text.length);
		if (length >= 3) {
			// The first letter of the run may still belong to the name.
			if (text[run - 1] !== '<') offers.push(fill(text, run + 1, text.length));
			text = filled;
			fillers += length;
		} else offers.push(filled);
	}

	// After the fillers that end the name nothing may follow.
	const names = readNames(text);
	if (names.island) {
		const from = names.givenAt[0] + text.slice(names.givenAt[0]).indexOf('<<');
		const rest = text.slice(from);
		const filled = fill(text, from, text.length);
		if (fillerLike.test(rest)) {
			fillers += [...rest].filter(character => character !== '<').length;
			text = filled;
		} else offers.push(filled);
	} else if (names.separated) {
		// A last component of nothing but one filler-like letter: ANNA<MARIA<KKKK<<<<.
		const tail = /(?<=[A-Z])<((.)\2{2,})<*$/.exec(text);
		if (tail && fillerLike.test(tail[1]!)) {
			text = fill(text, tail.index, text.length);
			fillers += tail[1]!.length;
		}
	}

	// Where no `<<` is left, a doubled or half-read separator may be one: ERIKSSONK<ANNA, ERIKSSONKKANNA.
	if (!readNames(text).separated) {
		const broken = /(?<=[A-Z])(?:[KCLESX]<|<[KCLESX]|([KCLX])\1)(?=[A-Z])/g;
		for (const match of text.matchAll(broken)) {
			if (offers.length < 4) offers.push(fill(text, match.index, match.index + 2));
		}
	}
	return {raw: text, letters, fillers, offers};
}
