import {EventEmitter} from 'node:events';

/**
 * Event-loop turns without a frame after which a key has had all its effects: React renders a turn after the event, its
 * effects run a turn later and may set state again, and Ink waits one more turn on a lone escape.
 */
const quietTurns = 6;
const longestWait = 20;

/**
 * The stdin that Ink is given. It hands over one key at a time and waits until Ink has rendered it and run the effects
 * after it: Ink's inputs keep their text in React state and subscribe again after each render, so that a second key in
 * the same chunk would be applied to the text before the first one. A fixed pause does not help.
 *
 * Raw mode, encoding and references belong to the keyboard underneath; Ink's requests for them are taken and dropped.
 */
export class InkInputQueue extends EventEmitter {
	readonly isTTY = true;
	#unit: string | null = null;
	#quiet = 0;

	constructor() {
		super();
		this.setMaxListeners(0);
	}

	/** Is a component listening? */
	get wanted(): boolean {
		return this.listenerCount('readable') > 0;
	}

	/** To be called when Ink has rendered. */
	rendered(): void {
		this.#quiet = 0;
	}

	/** Hands over what one key sent; `done` is called when Ink is through with it. */
	hand(unit: string, done: () => void): void {
		this.#unit = unit;
		this.emit('readable');
		this.#unit = null;
		this.settle(done);
	}

	/** Calls back when Ink has been quiet, or after 20 ms of unceasing frames. */
	settle(done: () => void): void {
		const began = performance.now();
		let turns = 0;
		this.#quiet = 0;
		const turn = () => {
			turns++;
			this.#quiet++;
			const late = turns > 2 * quietTurns && performance.now() - began > longestWait;
			if (this.#quiet >= quietTurns || late) done();
			else setImmediate(turn);
		};
		setImmediate(turn);
	}

	read(): string | null {
		const unit = this.#unit;
		this.#unit = null;
		return unit;
	}

	// Taken and dropped.
	setRawMode = (): this => this;
	setEncoding = (): this => this;
	ref = (): this => this;
	unref = (): this => this;
	pause = (): this => this;
	resume = (): this => this;
}
