/** What a terminal has said of itself. */
export type Answers = {
	/** The colour behind its text: red, green and blue from 0 to 255. */
	readonly background?: readonly [red: number, green: number, blue: number];
	/** It has answered the last question: nothing more will come. */
	readonly complete: boolean;
};

export const noAnswers: Answers = {complete: false};

/**
 * Asks for the colour of the background (xterm ctlseqs, OSC 11) and, last, for the primary device attributes, which every
 * terminal answers: whatever has not been answered before that never will be.
 */
export const questions = '\x1b]11;?\x1b\\\x1b[c';

/** True for terminals that print questions they do not know. */
export const printsQuestions = (term: string | undefined): boolean => term === 'linux' || term === 'dumb';

/** What is known once a sequence from the terminal has come; the same object where it answers none of the questions. */
export function withAnswer(known: Answers, sequence: string): Answers {
	const colour = /^\x1b\]11;rgba?:([0-9a-f]{1,4})\/([0-9a-f]{1,4})\/([0-9a-f]{1,4})/i.exec(sequence);
	if (colour) {
		const [red, green, blue] = colour.slice(1).map(share) as [number, number, number];
		return {...known, background: [red, green, blue]};
	}
	return /^\x1b\[\?[\d;]*c$/.test(sequence) ? {...known, complete: true} : known;
}

/** One to four hexadecimal digits, of which the largest number is 255 (XParseColor, "rgb"). */
const share = (digits: string): number => Math.round((Number.parseInt(digits, 16) / (16 ** digits.length - 1)) * 255);
