import {createInterface} from 'node:readline';
import type {Readable} from 'node:stream';
import type {Command} from '../text/key-name.ts';
import {answers} from './answers.ts';

/** What a question understands besides its own answers. */
export type Understood = {
	readonly commands?: readonly Command[];
	/** Said before the commands, where a person asks for help. */
	readonly help?: readonly string[];
	/** True for an answer that begins with a slash and is no command: a path. */
	readonly isPath?: (answer: string) => boolean;
};

/** A conversation in lines: what is said is never said again or painted over. */
export type Talk = {
	readonly say: (line: string) => void;
	/** The next line of the person, trimmed; undefined when there is none any more, or `/q` was said. */
	readonly ask: (question: string, understood?: Understood) => Promise<string | undefined>;
	readonly close: () => void;
};

/** How answers of a keyboard are distinguished from a held enter key, which sends one empty line after the other. */
export type Keyboard = {
	/** Milliseconds on a clock that only goes forward. */
	readonly clock: () => number;
	/** Said of an empty line that is no answer. */
	readonly tooSoon: string;
};

/** Keyboards repeat a held key faster than this; a hand is slower. */
const repeatWithin = 200;

/** After an empty answer, another one within this time of the next question is a repeat: nothing was heard or seen of it. */
const settlesWithin = 1000;

/**
 * Lines from `input`, typed or from a pipe: the terminal itself does the editing.
 *
 * @param keyboard left out where a pipe brings the lines, which come all at once
 */
export function createTalk(input: Readable, say: (line: string) => void, keyboard?: Keyboard): Talk {
	const lines = createInterface({input, terminal: false, crlfDelay: Number.POSITIVE_INFINITY});
	const clock = keyboard?.clock ?? (() => 0);
	const typed: {readonly text: string; readonly at: number; readonly since: number}[] = [];
	let closed = false;
	let wake = () => {};
	let last = Number.NEGATIVE_INFINITY;
	lines.on('line', text => {
		const at = clock();
		typed.push({text: text.trim(), at, since: at - last});
		last = at;
		wake();
	});
	lines.on('close', () => {
		closed = true;
		wake();
	});
	const next = async () => {
		while (typed.length === 0 && !closed) await new Promise<void>(resolve => (wake = resolve));
		return typed.shift();
	};
	let wasEmpty = false;
	return {
		say,
		async ask(question) {
			say(question);
			const askedAt = clock();
			let told = false;
			for (;;) {
				const line = await next();
				if (!line) return undefined;
				const isSoon = line.since < repeatWithin || (wasEmpty && line.at - askedAt < settlesWithin);
				if (keyboard && line.text === '' && isSoon) {
					if (!told) say(keyboard.tooSoon);
					told = true;
					continue;
				}
				wasEmpty = line.text === '';
				return line.text === answers.stop ? undefined : line.text;
			}
		},
		close: () => lines.close(),
	};
}
