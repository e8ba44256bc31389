/** A character as it was read: its log odds against the next likely one (nats), and where it stands, in steps. */
export type SeenCharacter = {readonly character: string; readonly margin: number; readonly at: number};

/** Log odds beyond this mean nothing more. */
const most = 9;

/**
 * Best path through the probabilities of a CTC network (`steps` rows of `alphabet.length` classes, class 0 blank): the
 * likeliest class of each step, repeats joined, blanks dropped.
 */
export function decodePath(data: Float32Array, steps: number, alphabet: readonly string[]): SeenCharacter[] {
	const classes = alphabet.length;
	const characters: SeenCharacter[] = [];
	let previous = 0;
	let run: {character: string; margin: number; at: number; peak: number; from: number} | undefined;
	const close = () => {
		if (run) characters.push({character: run.character, margin: run.margin, at: run.at});
		run = undefined;
	};

	for (let t = 0; t < steps; t++) {
		const base = t * classes;
		let best = 0;
		let [first, second] = [-1, -1];
		for (let c = 0; c < classes; c++) {
			const p = data[base + c]!;
			if (p > first) {
				second = first;
				first = p;
				best = c;
			} else if (p > second) second = p;
		}

		if (best !== previous) close();
		if (best !== 0) {
			const margin = Math.min(most, Math.log(Math.max(first, 1e-9) / Math.max(second, 1e-9)));
			if (!run) run = {character: alphabet[best]!, margin, at: t, peak: first, from: t};
			else {
				run.at = (run.from + t) / 2;
				if (first > run.peak) {
					run.peak = first;
					run.margin = margin;
				}
			}
		}

		previous = best;
	}

	close();
	return characters;
}
