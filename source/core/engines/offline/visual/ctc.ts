import {onceForEach} from '../../../remember.ts';

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
};

/** Log odds beyond this mean nothing more. */
const most = 9;

/** The class of the same letter in the other case, for each class; its own where there is none. */
const twinsOf = onceForEach((alphabet: readonly string[]): readonly number[] => {
	const classes = new Map(alphabet.map((character, index) => [character, index]));
	return alphabet.map((character, index) => {
		const [upper, lower] = [character.toUpperCase(), character.toLowerCase()];
		return classes.get(upper === character ? lower : upper) ?? index;
	});
});

/**
 * Best path through the answer of a CTC network (`steps` rows of `alphabet.length` classes, class 0 blank): the likeliest
 * class of each step, repeats joined, blanks dropped.
 *
 * @param probabilityOf Makes a probability of a number of the answer; a larger one of a larger number
 */
export function decodePath(
	data: Float32Array,
	steps: number,
	alphabet: readonly string[],
	probabilityOf: (value: number) => number = value => value,
): SeenCharacter[] {
	const classes = alphabet.length;
	const otherCase = twinsOf(alphabet);
	const characters: SeenCharacter[] = [];
	let previous = 0;
	let run: {character: string; margin: number; rival: string; at: number; peak: number; from: number} | undefined;
	const close = () => {
		if (run) characters.push({character: run.character, margin: run.margin, rival: run.rival, at: run.at});
		run = undefined;
	};

	for (let t = 0; t < steps; t++) {
		const base = t * classes;
		let best = 0;
		for (let c = 1; c < classes; c++) if (data[base + c]! > data[base + best]!) best = c;

		if (best !== previous) close();
		if (best !== 0) {
			const first = probabilityOf(data[base + best]!);
			const twin = otherCase[best]!;
			let next = 0;
			for (let c = 1; c < classes; c++) if (c !== best && c !== twin && data[base + c]! > data[base + next]!) next = c;
			const second = probabilityOf(data[base + next]!);
			const rival = alphabet[next]!;
			const margin = Math.min(most, Math.log(Math.max(first, 1e-9) / Math.max(second, 1e-9)));
			if (!run) run = {character: alphabet[best]!, margin, rival, at: t, peak: first, from: t};
			else {
				run.at = (run.from + t) / 2;
				if (first > run.peak) {
					run.peak = first;
					run.margin = margin;
					run.rival = rival;
				}
			}
		}

		previous = best;
	}

	close();
	return characters;
}
