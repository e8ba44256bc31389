import {readNames} from '../mrz/names.ts';
import {asLetter} from '../tables/look-alikes.ts';

/**
 * The name field after the misreadings that grammar alone can undo (ICAO 9303-3 §4.6).
 *
 * - `offers`: name fields that would fit as well.
 */
export type RepairedNames = {
	readonly raw: string;
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
	while (raw[from - 1] === last) from--;
	return raw.length - from >= 2 ? from : -1;
}

/** What a run of fillers is misread as when its characters are taken for several letters; names have vowels. */
const mixedLike = /[KCLSXG<]/;
const fewestMixed = 4;

/**
 * Where fillers that were read as several letters reach the end of the line, most of them as one (KKSKKGKK): at least four
 * letters, three of them the same, which makes up most of the rest. -1 when there is no such run.
 */
function mixedRunToEnd(raw: string): number {
	const {separated, givenAt} = readNames(raw);
	const first = separated ? givenAt[0] : 0;
	let from = raw.length;
	while (from > first && mixedLike.test(raw[from - 1]!)) from--;
	const count = (text: string, letter: string) => text.split(letter).length - 1;
	const tail = raw.slice(from);
	const [most] = [...'KCLSXG'].sort((a, b) => count(tail, b) - count(tail, a));
	for (let start = tail.indexOf(most!); start >= 0; start = tail.indexOf(most!, start + 1)) {
		const rest = tail.slice(start);
		const letters = rest.length - count(rest, '<');
		if (letters < fewestMixed) return -1;
		if (count(rest, most!) >= Math.max(3, 0.6 * letters)) return from + start;
	}
	return -1;
}

/** Letters that were read as digits, and fillers that were read as letters: put right where it is plain, else offered. */
export function repairNames(raw: string): RepairedNames {
	let text = raw;
	const offers: string[] = [];
	if (raw.replace(/\D/g, '').length <= 2) {
		const repaired = [...raw].map(character => asLetter(character) ?? character).join('');
		if (!/\d/.test(repaired)) text = repaired;
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
		} else offers.push(filled);
	}

	const mixed = mixedRunToEnd(text);
	if (mixed > 0) {
		if (text[mixed - 1] !== '<') offers.push(fill(text, mixed + 1, text.length));
		text = fill(text, mixed, text.length);
	}

	// After the fillers that end the name nothing may follow.
	const names = readNames(text);
	if (names.island) {
		const from = names.givenAt[0] + text.slice(names.givenAt[0]).indexOf('<<');
		const rest = text.slice(from);
		const filled = fill(text, from, text.length);
		if (fillerLike.test(rest)) text = filled;
		else offers.push(filled);
	} else if (names.separated) {
		// A last component of nothing but one filler-like letter: ANNA<MARIA<KKKK<<<<.
		const tail = /(?<=[A-Z])<((.)\2{2,})<*$/.exec(text);
		if (tail && fillerLike.test(tail[1]!)) text = fill(text, tail.index, text.length);
	}

	// Where no `<<` is left, a doubled or half-read separator may be one: ERIKSSONK<ANNA, ERIKSSONKKANNA.
	if (!readNames(text).separated) {
		const broken = /(?<=[A-Z])(?:[KCLESX]<|<[KCLESX]|([KCLX])\1)(?=[A-Z])/g;
		for (const match of text.matchAll(broken)) {
			if (offers.length < 4) offers.push(fill(text, match.index, match.index + 2));
		}
	}
	return {raw: text, offers};
}
