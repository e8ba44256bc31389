import {onceForEach} from '../../../remember.ts';
import {columnsIn} from './fields/columns.ts';
import {legibilityOf, type PrintedLine} from './lines/read-lines.ts';

/**
 * Words together on one line, as they were read: where they begin and end, the middle of the line and its
 * height, in pitches.
 */
export type TextRun = {
	readonly text: string;
	readonly left: number;
	readonly right: number;
	readonly v: number;
	readonly height: number;
	/** The weakest character that counts, in nats; and the mean of all characters, at most 9. */
	readonly margin: number;
	readonly confidence: number;
	/** The same as `margin` where marks do not count: E and É are one letter. */
	readonly letterMargin: number;
	/** One place along the line a character of `text`. */
	readonly places: readonly number[];
	/** What the other reader read in its place, where the two differ and neither is sure. */
	readonly otherText?: string;
};

type Seen = PrintedLine['characters'][number];

/** Characters farther apart than this many heights of the line belong to different columns, or are far-apart words. */
const columnGap = 1.15;
/** The reader drops most spaces: a distance of this many usual ones is one. */
const wordGap = 1.75;

const ascending = (a: number, b: number): number => a - b;

export const medianOf = (numbers: readonly number[]): number =>
	[...numbers].sort(ascending)[Math.floor(numbers.length / 2)] ?? 0;

/** Distances on each side of a letter that say how wide the type is there: one line may hold two columns in two widths. */
const nearby = 3;
/** In wide type the reader sees a space behind every letter: beside a single one, a space is this many distances wide. */
const spaceBesideLetter = 1.25;

/** The usual distance of letters around each distance of a line, without itself. */
const usualAround = (distances: readonly number[]): number[] =>
	distances.map((_, at) =>
		medianOf([...distances.slice(Math.max(0, at - nearby), at), ...distances.slice(at + 1, at + 1 + nearby)]),
	);

/** The letters behind a space that was read; not those of wide type that has one behind every letter. */
function wordStarts(
	line: PrintedLine,
	letters: readonly Seen[],
	distances: readonly number[],
	around: readonly number[],
) {
	const spaced = new Set(line.characters.filter((_, index) => line.characters[index - 1]?.character === ' '));
	const starts = letters.map((one, index) => index === 0 || spaced.has(one));
	return new Set(
		letters.filter(
			(_, index) =>
				starts[index] &&
				(!(starts[index - 1] || starts[index + 1]) || distances[index - 1]! > spaceBesideLetter * around[index - 1]!),
		),
	);
}

/** The runs of a line: cut where columns part, spaces put back. */
export const runsOf = onceForEach((line: PrintedLine): readonly TextRun[] => {
	const letters = line.characters.filter(({character}) => character !== ' ');
	const distances = letters.slice(1).map(({u}, index) => u - letters[index]!.u);
	const usual = medianOf(distances);
	const around = usualAround(distances);
	const afterSpace = wordStarts(line, letters, distances, around);
	const groups: Seen[][] = [];
	for (const [index, one] of letters.entries()) {
		const distance = index === 0 ? Infinity : distances[index - 1]!;
		const before = groups.at(-1);
		if (!before || distance > columnGap * line.height + usual) groups.push([one]);
		else {
			const last = before.at(-1)!;
			const local = Math.max(usual, around[index - 1]!);
			const parted = letters.length > 3 && distance > wordGap * local && distance > 0.55 * line.height;
			// Chinese is written without spaces, whatever is between its letters.
			const chinese = isHan(last.character) && isHan(one.character);
			if (afterSpace.has(one) || (parted && !chinese)) {
				before.push({character: ' ', margin: 9, u: (last.u + one.u) / 2});
			}

			before.push(one);
		}
	}

	const runs = groups.flatMap(group => partedColumns(group, line.height)).flatMap(group => runOf(group, line) ?? []);
	// Where the box continues, ink does: a stroke that was not read parts two words, not two columns.
	const {otherText} = line;
	return runs.map((run, index) => {
		const own = otherText !== undefined && runs.length === 1 ? {...run, otherText} : run;
		const right = Math.max(run.right, line.u + line.width / 2 - 0.4 * line.height);
		return index < runs.length - 1 ? own : {...own, right};
	});
});

/** A group cut where a date or a sex of another column follows, or precedes. */
function partedColumns(group: readonly Seen[], height: number): Array<readonly Seen[]> {
	const starts: number[] = [];
	let text = '';
	for (const {character} of group) {
		starts.push(text.length);
		text += character;
	}

	const gapAt = (at: number) => {
		const [before, after] = [group[starts.indexOf(at) - 2], group[starts.indexOf(at)]];
		return before && after ? (after.u - before.u) / height : 0;
	};
	const cuts = columnsIn(text, gapAt).map(at => starts.indexOf(at));
	return [0, ...cuts].map((from, index) => group.slice(from, cuts[index] ?? group.length));
}

/** Letters, digits, and what stands for one that was not made out; a point that may be a comma says the same. */
export const isTelling = (character: string): boolean => !/[\s.,:;'’/()-]/u.test(character);

const runOf = (group: readonly Seen[], line: PrintedLine): TextRun | undefined => {
	const first = group.findIndex(({character}) => character !== ' ');
	if (first < 0) return undefined;
	const last = group.findLastIndex(({character}) => character !== ' ');
	const kept = group.slice(first, last + 1);
	const letters = kept.filter(({character}) => character !== ' ');
	const margins = letters.map(legibilityOf);
	const telling = letters.filter(({character}) => isTelling(character));
	const counted = telling.length > 0 ? telling : letters;
	const middle = (kept[0]!.u + kept.at(-1)!.u) / 2;
	return {
		text: kept.map(({character}) => character).join(''),
		left: kept[0]!.u - line.height * 0.3,
		right: kept.at(-1)!.u + line.height * 0.3,
		v: line.v + line.slope * (middle - line.u),
		height: line.height,
		margin: Math.min(...counted.map(({margin}) => margin)),
		letterMargin: Math.min(...counted.map(({margin, letterMargin}) => letterMargin ?? margin)),
		confidence: margins.reduce((sum, margin) => sum + margin, 0) / margins.length,
		// A character of the alphabet is one UTF-16 unit, but for two rare ones.
		places: kept.flatMap(({character, u}) => ([...character].length === character.length ? [u] : [u, u])),
	};
};

/** Several runs as one, in reading order, each on a line of its own or beside the last. */
export function joinRuns(runs: readonly TextRun[], between = ' '): TextRun {
	const [first] = runs;
	return {
		text: runs.map(({text}) => text).join(between),
		left: Math.min(...runs.map(({left}) => left)),
		right: Math.max(...runs.map(({right}) => right)),
		v: runs.reduce((sum, {v}) => sum + v, 0) / runs.length,
		height:
			Math.max(...runs.map(({v, height}) => v + height / 2)) - Math.min(...runs.map(({v, height}) => v - height / 2)),
		margin: Math.min(...runs.map(({margin}) => margin)),
		letterMargin: Math.min(...runs.map(({letterMargin}) => letterMargin)),
		confidence: runs.reduce((sum, {confidence}) => sum + confidence, 0) / runs.length,
		places: runs.flatMap(({places}, index) =>
			index === 0 ? places : [...Array.from(between, () => first!.left), ...places],
		),
	};
}

/** The characters of a run from one place of its text to before another. */
export function partOf(run: TextRun, from: number, to: number): TextRun {
	const text = run.text.slice(from, to).trimEnd();
	const places = run.places.slice(from, from + text.length);
	const left = from === 0 ? run.left : places[0]! - 0.3 * run.height;
	const right = to >= run.text.length ? run.right : places.at(-1)! + 0.3 * run.height;
	return {...run, text, places, left, right};
}

/** A run of joined ones cut where a column begins that only both together show: `08 MAR` and `73 F`. */
export function partedRun(run: TextRun): TextRun[] {
	const cuts = columnsIn(run.text, () => Infinity);
	return [0, ...cuts].map((from, index) => partOf(run, from, cuts[index] ?? run.text.length));
}

/** True when two runs are on one line. */
export const sameRow = (a: TextRun, b: TextRun): boolean => Math.abs(a.v - b.v) < 0.45 * Math.min(a.height, b.height);

/** Letters and digits in capitals without marks: what is left of a text when only its letters are compared. */
export const fold = (text: string): string =>
	text
		.normalize('NFKD')
		.replace(/[\u0300-\u036f]/g, '')
		.toUpperCase()
		.replace(/[^\p{L}\p{N}]/gu, '');

/** A text without its East Asian letters: `王 WANG` is `WANG`. */
export const withoutHan = (text: string): string =>
	text.replace(/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/gu, '').trim();

/** Letters of East Asian scripts. */
export const isHan = (text: string): boolean =>
	/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
