import {type Key, pasteKey} from './key.ts';

/**
 * How often the key may change in plain text that comes at once. Terminals without bracketed paste send a paste as if it
 * were typed. A hand sends one key at a time, and what a slow line holds back is a few keys or a key that repeats; paths,
 * names and numbers change with nearly every character. Two or three different keys still act; with more, a row of keys
 * that is refused costs less than a paste that accepts passports.
 */
const mostRuns = 3;

/** A paste may come in several chunks: what comes so soon after one belongs to it. No hand is as fast. Milliseconds. */
const continuesWithin = 50;

/** A key in its order. `burst`: the same for all that came at once and may be a paste. */
export type QueuedKey = {readonly key: Key; readonly burst?: object | undefined};

/** Whether keys that came at once, as plain text, may be a paste. */
function mayBePaste(stretch: readonly Key[]): boolean {
	const runs = stretch.filter(({id}, place) => id !== stretch[place - 1]?.id).length;
	return runs > mostRuns && stretch.some(({type}) => type === 'text');
}

/** Puts keys of one chunk in order, and takes a paste out of it again where no line of text is open. */
export class Bursts {
	readonly #clock: () => number;
	#pastedAt = Number.NEGATIVE_INFINITY;

	constructor(clock: () => number) {
		this.#clock = clock;
	}

	/** @param stretches of the keys, those that came as plain text with nothing between them */
	queued(keys: readonly Key[], stretches: readonly (readonly Key[])[]): readonly QueuedKey[] {
		const bursts = new Map<Key, object>();
		for (const stretch of stretches) {
			const continues = stretch[0] === keys[0] && this.#clock() - this.#pastedAt < continuesWithin;
			if (continues || mayBePaste(stretch)) for (const key of stretch) bursts.set(key, stretch);
		}
		return keys.map(key => ({key, burst: bursts.get(key)}));
	}

	/**
	 * Takes the next key from the queue: of a burst all that is left of it, as one paste, where it would not be typed into a
	 * line of text. An enter in it may have closed the line.
	 */
	next(queue: QueuedKey[], isTyping: () => boolean): Key | undefined {
		const first = queue.shift();
		if (!first?.burst || isTyping()) return first?.key;
		const other = queue.findIndex(({burst}) => burst !== first.burst);
		const rest = queue.splice(0, other === -1 ? queue.length : other);
		this.#pastedAt = this.#clock();
		return pasteKey([first, ...rest].map(({key}) => textOf(key)).join(''));
	}
}

const textOf = (key: Key): string => (key.type === 'key' ? key.bytes : key.text);
