import {createInterface} from 'node:readline';
import type {Readable} from 'node:stream';

/** A conversation in lines: what is said is never said again or painted over. */
export type Talk = {
	readonly say: (line: string) => void;
	/** The next line of the person, trimmed; undefined when there is none any more, or `/q` was said. */
	readonly ask: (question: string) => Promise<string | undefined>;
	readonly close: () => void;
};

/** Lines from `input`, whether somebody types them or a pipe brings them: the terminal itself does the editing. */
export function createTalk(input: Readable, say: (line: string) => void): Talk {
	const lines = createInterface({input, terminal: false, crlfDelay: Number.POSITIVE_INFINITY});
	const next = lines[Symbol.asyncIterator]();
	return {
		say,
		async ask(question) {
			say(question);
			const {value, done} = await next.next();
			const answer = done ? undefined : String(value).trim();
			return answer === '/q' ? undefined : answer;
		},
		close: () => lines.close(),
	};
}
