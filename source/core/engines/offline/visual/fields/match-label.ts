import {printedDateParts} from '../../../../passport/printed/dates.ts';
import {onceForTexts} from '../../../../remember.ts';
import type {LabelField} from '../labels/label.ts';
import {labelLetters} from '../labels/letters.ts';
import type {TextRun} from '../runs.ts';
import {alike, type Letters, lettersOf} from './label-letters.ts';

/** A label found in a text, and what it announces. */
export type TextLabel = {
	readonly field: LabelField;
	/** Letters that agree; a longer hit is surer. */
	readonly strength: number;
	/** First and one past the last character of the text. */
	readonly from: number;
	readonly to: number;
};

/** A label found in a run, and its place along the line, in pitches. */
export type LabelHit = TextLabel & {readonly left: number; readonly right: number};

type Pattern = {
	readonly field: LabelField;
	readonly letters: string;
	/** Where its words begin and end. */
	readonly starts: ReadonlySet<number>;
	readonly ends: ReadonlySet<number>;
	readonly han: boolean;
	/** Wrong letters that it may have. */
	readonly most: number;
	/** From where on `letterBits` says where each letter of all labels is in this one's first letters. */
	readonly bits: number;
};

/** Wrong letters that a label of this length may have. Short ones must be whole words and right. */
const allowed = (pattern: string): number => {
	const {length} = pattern;
	if (length < 6) return 0;
	// `Passport No` must not be seen in `PASSPORT`, nor in `PASSPORT OFFICE`.
	if (length < 8 || (length < 14 && /N[OR]?$/.test(pattern))) return 1;
	return Math.floor(length / 4);
};

/** The numbers of the letters that are in a label, from 1. */
const letterNumbers = new Map<string, number>();

/** Each letter's number; 0 for those that no label has. */
function numbersOf(letters: string): Uint16Array {
	const numbers = new Uint16Array(letters.length);
	for (let at = 0; at < letters.length; at++) numbers[at] = letterNumbers.get(letters[at]!) ?? 0;
	return numbers;
}

/** Letters of a label that are compared at once, one a bit. */
const mostBits = 31;

for (const {letters} of labelLetters) {
	for (let at = 0; at < letters.length; at++) {
		const letter = letters[at]!;
		if (!letterNumbers.has(letter)) letterNumbers.set(letter, letterNumbers.size + 1);
	}
}

const patterns: readonly Pattern[] = labelLetters.map(({field, letters, starts, ends, han}, index) => ({
	field,
	letters,
	starts: new Set(starts),
	ends: new Set(ends),
	han,
	most: allowed(letters),
	bits: index * (letterNumbers.size + 1),
}));

/** Where a letter is in a label's first letters, as bits: label after label, each with all letters by their numbers. */
const letterBits = new Int32Array(patterns.length * (letterNumbers.size + 1));
for (const {letters, bits} of patterns) {
	const length = Math.min(letters.length, mostBits);
	for (let at = 0; at < length; at++) letterBits[bits + letterNumbers.get(letters[at]!)!]! |= 1 << at;
}

/**
 * Whether a label's first letters are anywhere in a text with so many wrong ones, at most: all rows of the search below
 * at once (G. Myers, A fast bit-vector algorithm for approximate string matching, 1999).
 */
function mayHold({letters, bits, most}: Pattern, numbers: Uint16Array): boolean {
	const length = Math.min(letters.length, mostBits);
	const last = 1 << (length - 1);
	// Where a number of wrong letters is one more than that of the letter before, and where it is one less.
	let [more, less] = [-1, 0];
	let wrong = length;
	for (let at = 0; at < numbers.length; at++) {
		const same = letterBits[bits + numbers[at]!]!;
		const across = (((same & more) + more) ^ more) | same;
		const moreAcross = less | ~(across | more);
		const lessAcross = more & across;
		if (moreAcross & last) wrong++;
		else if (lessAcross & last) wrong--;
		if (wrong <= most) return true;
		const down = same | less;
		more = (lessAcross << 1) | ~(down | (moreAcross << 1));
		less = (moreAcross << 1) & down;
	}

	return false;
}

/** Rows of the search below, one a letter of the longest label; used again for every search. */
const rows = 64;
let costs = new Int16Array(rows);
let begins = new Int16Array(rows);
let nextCosts = new Int16Array(rows);
let nextBegins = new Int16Array(rows);

/** The place of `pattern` in the letters with the fewest wrong ones (approximate search after Sellers). */
function search(
	one: Pattern,
	{text, starts, ends}: Letters,
	numbers: Uint16Array,
): {from: number; to: number; wrong: number} | undefined {
	const {letters: pattern, most} = one;
	const length = Math.min(pattern.length, rows - 1);
	if (text.length < length - most) return undefined;
	if (most === 0) return searchExact(pattern, {text, starts, ends});
	if (!mayHold(one, numbers)) return undefined;
	const whole = length < 7;
	const ending = whole || /N[OR]$/.test(pattern);
	for (let row = 0; row <= length; row++) {
		costs[row] = row;
		begins[row] = 0;
	}

	let best: {from: number; to: number; wrong: number} | undefined;
	for (let column = 1; column <= text.length; column++) {
		const letter = text.charCodeAt(column - 1);
		nextCosts[0] = 0;
		nextBegins[0] = column;
		for (let row = 1; row <= length; row++) {
			const replaced = costs[row - 1]! + (pattern.charCodeAt(row - 1) === letter ? 0 : 1);
			const added = costs[row]! + 1;
			const left = nextCosts[row - 1]! + 1;
			const least = Math.min(replaced, added, left);
			nextCosts[row] = least;
			nextBegins[row] = least === replaced ? begins[row - 1]! : least === added ? begins[row]! : nextBegins[row - 1]!;
		}

		[costs, nextCosts] = [nextCosts, costs];
		[begins, nextBegins] = [nextBegins, begins];
		const wrong = costs[length]!;
		if (wrong > most || (best && wrong >= best.wrong)) continue;
		const from = begins[length]!;
		if ((!whole || starts.has(from)) && (!ending || ends.has(column))) best = {from, to: column, wrong};
	}

	return best;
}

/** A short label must be a separate word. */
const searchExact = (pattern: string, {text, starts, ends}: Omit<Letters, 'at'>) => {
	for (let from = text.indexOf(pattern); from >= 0; from = text.indexOf(pattern, from + 1)) {
		const to = from + pattern.length;
		if (starts.has(from) && ends.has(to)) return {from, to, wrong: 0};
	}

	return undefined;
};

/** The labels that a text holds, in several languages if need be, from left to right. */
export const labelsIn = onceForTexts((text): readonly TextLabel[] => {
	const letters = lettersOf(text);
	const numbers = numbersOf(letters.text);
	const found = patterns.flatMap(one => {
		const {field, letters: pattern, han} = one;
		if (han) {
			const from = letters.text.indexOf(pattern);
			const whole = pattern.length > 1 || letters.text.length === 1;
			return from >= 0 && whole ? [{field, from, to: from + pattern.length, strength: pattern.length * 4}] : [];
		}

		const hit = search(one, letters, numbers);
		if (!hit) return [];
		// `Vorname NIJ` is no `Vornamen`: a letter behind a space begins the next word.
		const isOfNext = letters.starts.has(hit.to - 1) && !letters.ends.has(hit.to);
		const wrong = 2 * hit.wrong + (isOfNext ? 1 : 0);
		return [{field, from: hit.from, to: isOfNext ? hit.to - 1 : hit.to, strength: pattern.length - wrong}];
	});
	const kept: typeof found = [];
	for (const hit of found.sort((a, b) => b.strength - a.strength)) {
		if (kept.every(other => hit.to <= other.from || hit.from >= other.to)) kept.push(hit);
	}

	return kept
		.sort((a, b) => a.from - b.from)
		.map(({field, from, to, strength}) => ({
			field,
			strength,
			from: letters.at[from]!,
			to: letters.at[to - 1]! + 1,
		}));
});

/** The labels that a run holds. */
export const matchLabels = ({text, places}: TextRun): LabelHit[] =>
	labelsIn(text).map(one => ({...one, left: places[one.from]!, right: places[one.to - 1]!}));

/** So many letters with which a label begins or ends are a part of it, and so many letters make one of its words. */
const [leastPart, leastWord] = [6, 4];
/** The fewest letters of a label that are taken for its beginning, if they are small. */
const leastCut = 3;

/** Labels whose words are in the names of offices as well: `OFFICE`, `PASSPORT`, `REGISTRATION`. */
const officeLike: ReadonlySet<LabelField> = new Set(['authority', 'passport_number', 'personal_number']);

/** Words of other labels that are in them, too. */
const officeWords: ReadonlySet<string> = new Set(['STATE', 'COUNTRY', 'ESTADO', 'ETAT', 'STATO'].map(alike));

const wordsIn = ({text, starts, ends}: Pick<Letters, 'text' | 'starts' | 'ends'>): string[] => {
	const stops = [...ends].sort((a, b) => a - b);
	return [...starts].sort((a, b) => a - b).map((start, at) => text.slice(start, stops[at]));
};

/** The words of all other labels. */
const labelWords: ReadonlySet<string> = new Set(
	patterns.flatMap(({field, letters, starts, ends, han}) => {
		if (han || officeLike.has(field)) return [];
		return wordsIn({text: letters, starts, ends}).filter(word => word.length >= leastWord && !officeWords.has(word));
	}),
);

/** `Aug`, `Jan`, `Mei`: the month of a day whose other parts are in boxes of their own. */
const isMonth = (text: string): boolean => printedDateParts(`1 ${text} 2000`) !== undefined;

/**
 * Whether a text is a part of a label that is in two boxes, or that the end of its box cut off: `Expiry`, `Lieu et pa`,
 * `of birth`.
 */
export const isPartOfLabel = onceForTexts((text): boolean => {
	if (/\p{N}/u.test(text)) return false;
	const part = lettersOf(text);
	const {length} = part.text;
	const hasWords = part.starts.size > 1;
	// `OF STATE`, the end of an office.
	const words = wordsIn(part).filter(word => word.length >= leastWord);
	if (!/\p{Ll}/u.test(text) && words.length > 0 && words.every(word => officeWords.has(word))) return false;
	if (!hasWords && labelWords.has(part.text)) return true;
	// `Aut`, cut off `Authority`: values in small letters have more.
	if (!hasWords && length >= leastCut && length < leastPart && /\p{Ll}$/u.test(text) && !isMonth(text))
		return patterns.some(({letters: label, ends, han}) => !han && label.startsWith(part.text) && !ends.has(length));
	return (
		length >= leastPart &&
		patterns.some(
			({letters: label, starts, ends, han}) =>
				!han &&
				((label.startsWith(part.text) && (hasWords || !ends.has(length))) ||
					(label.endsWith(part.text) && (hasWords || !starts.has(label.length - length)))),
		)
	);
});

/** Share of a text's letters that belong to labels. */
export function labelShare(text: string, hits: readonly TextLabel[]): number {
	const letters = (part: string) => part.replace(/[^\p{L}]/gu, '').length;
	const all = letters(text);
	return all === 0 ? 0 : hits.reduce((sum, {from, to}) => sum + letters(text.slice(from, to)), 0) / all;
}
