import {openLoops, room} from '../../../../loops.ts';
import {onceForEach} from '../../../../remember.ts';

/**
 * A character as it was read: its log odds against the next likely one (nats), and its place, in steps. The same
 * letter in the other case is none: c and C, v and V have one shape, and no value is another for it. `rival`: that next
 * one; empty where nothing is.
 */
export type SeenCharacter = {
	readonly character: string;
	readonly margin: number;
	readonly rival: string;
	readonly at: number;
	/** The same against the next likely other letter: E and É are one. */
	readonly letterMargin: number;
};

/** Log odds beyond this mean nothing more. */
const most = 9;

/** Another class of the same letter, in the other case or as it is, for each class; its own where there is none. */
const twinsOf = onceForEach((alphabet: readonly string[]): Uint16Array => {
	const last = new Map(alphabet.map((character, index) => [character, index]));
	const first = new Map(alphabet.map((character, index) => [character, index] as const).reverse());
	return Uint16Array.from(alphabet, (character, index) => {
		const [upper, lower] = [character.toUpperCase(), character.toLowerCase()];
		const other = upper === lower ? undefined : last.get(upper === character ? lower : upper);
		return other ?? (first.get(character) === index ? last : first).get(character)!;
	});
});

/** A number for each class that classes of one letter share, with whatever marks and in either case. */
const lettersOf = onceForEach((alphabet: readonly string[]): Uint16Array => {
	const bare = alphabet.map(character => (character.normalize('NFD')[0] ?? '').toUpperCase());
	const first = new Map(bare.map((letter, index) => [letter, index] as const).reverse());
	return Uint16Array.from(bare, letter => first.get(letter)!);
});

/** Margin of two alike letters that a seam alone parts, at most: another look at them says more. */
const atSeam = 1.5;

/** Letters on both sides of a seam are likelier than everything else together. */
const plain = 0.5;

/** Letters alone come twice in names and places. W is as wide as two, and no language doubles it. */
const isDoubled = (character: string): boolean =>
	character.toUpperCase() !== character.toLowerCase() && character.toUpperCase() !== 'W';

/** Steps of one class: a character, or two alike ones. `most`: its margin is no larger. */
type Run = SeenCharacter & {
	readonly peak: number;
	readonly from: number;
	readonly most: number;
	/** The least probability of nothing so far, and the largest behind it. */
	readonly low: number;
	readonly seam: {readonly at: number; readonly nothing: number} | undefined;
};

type Step = Omit<SeenCharacter, 'at'> & {readonly probability: number; readonly nothing: number};

const begun = ({character, margin, letterMargin, rival, probability, nothing}: Step, t: number, most: number): Run => ({
	character,
	margin: Math.min(most, margin),
	letterMargin: Math.min(most, letterMargin),
	rival,
	at: t,
	peak: probability,
	from: t,
	most,
	low: nothing,
	seam: undefined,
});

const continued = (
	run: Run,
	{margin, letterMargin, rival, probability, nothing}: Step,
	t: number,
	share: number,
): Run => {
	const isSeam = run.peak > plain && nothing > Math.max(run.low + share, run.seam?.nothing ?? 0);
	const margins = {margin: Math.min(run.most, margin), letterMargin: Math.min(run.most, letterMargin)};
	const clearest = probability > run.peak ? {...margins, peak: probability, rival} : {};
	return {
		...run,
		...clearest,
		at: (run.from + t) / 2,
		low: Math.min(run.low, nothing),
		seam: isSeam ? {at: t, nothing} : run.seam,
	};
};

/**
 * Classes of each step: the likeliest; the next likely one that is not the same letter in the other case; the likeliest with
 * another letter. All 0 where the first is class 0.
 */
function rankClasses(data: Float32Array, steps: number, alphabet: readonly string[]): Uint16Array {
	const classes = alphabet.length;
	const {memory, rank} = openLoops();
	const tables = new Uint16Array(memory.buffer, room.from, 2 * classes);
	tables.set(twinsOf(alphabet));
	tables.set(lettersOf(alphabet), classes);
	const from = room.from + 4 * classes;
	// A step takes four bytes a class, and six for what comes out.
	const most = Math.floor((room.bytes - 4 * classes) / (4 * classes + 6));
	const ranks = new Uint16Array(3 * steps);
	for (let step = 0; step < steps; step += most) {
		const count = Math.min(most, steps - step);
		new Float32Array(memory.buffer, from, count * classes).set(data.subarray(step * classes, (step + count) * classes));
		const to = from + 4 * count * classes;
		const made = new Uint16Array(memory.buffer, to, 3 * count).fill(0);
		rank(from, classes, count, room.from, room.from + 2 * classes, to);
		ranks.set(made, 3 * step);
	}

	return ranks;
}

/**
 * Best path through the answer of a CTC network (`steps` rows of `alphabet.length` classes, class 0 blank): the likeliest
 * class of each step, repeats joined, blanks dropped.
 *
 * @param probabilityOf Makes a probability of a number of the answer; a larger one of a larger number
 * @param seamShare Parts a repeat in two letters where the blank's probability rises by so much within it
 */
export function decodePath(
	data: Float32Array,
	steps: number,
	alphabet: readonly string[],
	probabilityOf: (value: number) => number = value => value,
	seamShare = Infinity,
): SeenCharacter[] {
	const classes = alphabet.length;
	const ranks = rankClasses(data, steps, alphabet);
	const marginOf = (first: number, second: number) =>
		Math.min(most, Math.log(Math.max(first, 1e-9) / Math.max(second, 1e-9)));
	const characters: SeenCharacter[] = [];
	let previous = 0;
	let run: Run | undefined;
	const close = () => {
		if (run) {
			const {character, margin, letterMargin, rival, at} = run;
			characters.push({character, margin, letterMargin, rival, at});
		}
		run = undefined;
	};

	for (let t = 0; t < steps; t++) {
		const base = t * classes;
		const best = ranks[3 * t]!;
		if (best !== previous) close();
		if (best !== 0) {
			const first = probabilityOf(data[base + best]!);
			const next = ranks[3 * t + 1]!;
			const rival = alphabet[next]!;
			const margin = marginOf(first, probabilityOf(data[base + next]!));
			const letterMargin = marginOf(first, probabilityOf(data[base + ranks[3 * t + 2]!]!));
			const step = {
				character: alphabet[best]!,
				margin,
				letterMargin,
				rival,
				probability: first,
				nothing: probabilityOf(data[base]!),
			};
			if (run?.seam && isDoubled(step.character) && first > plain && run.seam.nothing > step.nothing + seamShare) {
				run = {
					...run,
					at: (run.from + run.seam.at) / 2,
					margin: Math.min(run.margin, atSeam),
					letterMargin: Math.min(run.letterMargin, atSeam),
				};
				close();
				run = begun(step, t, atSeam);
			} else run = run ? continued(run, step, t, seamShare) : begun(step, t, most);
		}

		previous = best;
	}

	close();
	return characters;
}
