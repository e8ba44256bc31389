import {StringDecoder} from 'node:string_decoder';
import {Bursts, type QueuedKey} from './burst.ts';
import type {InkInputQueue} from './ink-input-queue.ts';
import type {Key} from './key.ts';
import {type Open, parseKeys} from './parse-keys.ts';

/** Gets one key; true when it took it. What no handler takes is passed to Ink's own inputs. */
export type KeyHandler = (key: Key) => boolean;

/** What the keyboard needs of a terminal's input. */
export interface KeyboardInput {
	setRawMode?(raw: boolean): unknown;
	ref?(): unknown;
	unref?(): unknown;
	resume(): unknown;
	pause(): unknown;
	on(event: 'data', listener: (chunk: Buffer | string) => void): unknown;
	off(event: 'data', listener: (chunk: Buffer | string) => void): unknown;
}

/**
 * How long something open is waited for, in ms. A lone escape is a key, so the wait is felt; no one types half a
 * sequence; and a paste may come over a slow line, but one without its end must not swallow the keyboard.
 */
const grace: Readonly<Record<Open, number>> = {escape: 40, sequence: 200, paste: 3000};

/**
 * Reads raw input and gives it out key by key, in order and without loss: first to the handlers, newest first, which
 * act at once; what none of them takes, to Ink, and then nothing more until Ink is through with it.
 */
export class Keyboard {
	readonly #input: KeyboardInput;
	readonly #paced: InkInputQueue;
	readonly #urgent: KeyHandler;
	readonly #onAnswer: (sequence: string) => void;
	#handlers: readonly KeyHandler[] = [];
	#decoder = new StringDecoder('utf8');
	#rest = '';
	#timer: NodeJS.Timeout | undefined;
	#queue: QueuedKey[] = [];
	readonly #bursts: Bursts;
	#isTyping: () => boolean = () => true;
	#busy = false;
	/** A handler took a key, and Ink may not have drawn what came of it: the input the next key is for may not listen yet. */
	#unsettled = false;
	#open = false;
	#reading = false;

	/**
	 * @param urgent is asked before the queue, for the keys that must work while Ink is busy
	 * @param onAnswer gets whole sequences that no key sends
	 * @param clock milliseconds, only forward
	 */
	constructor(
		input: KeyboardInput,
		paced: InkInputQueue,
		urgent: KeyHandler,
		onAnswer: (sequence: string) => void,
		clock: () => number = () => performance.now(),
	) {
		this.#input = input;
		this.#paced = paced;
		this.#urgent = urgent;
		this.#onAnswer = onAnswer;
		this.#bursts = new Bursts(clock);
	}

	/** Adds a handler before the others; returns what takes it away again. */
	onKey(handler: KeyHandler): () => void {
		this.#handlers = [handler, ...this.#handlers];
		return () => {
			this.#handlers = this.#handlers.filter(other => other !== handler);
		};
	}

	/** Says whether a line of text is open. Until then text that comes at once is typed, never a paste. */
	setTyping(isTyping: () => boolean): void {
		this.#isTyping = isTyping;
	}

	start(): void {
		if (this.#reading) return;
		this.#reading = true;
		this.#input.ref?.();
		// Off first: after a stop the shell may have changed the mode behind libuv, which skips a mode it thinks is set.
		this.#input.setRawMode?.(false);
		this.#input.setRawMode?.(true);
		this.#input.on('data', this.#take);
		this.#input.resume();
	}

	stop(): void {
		if (!this.#reading) return;
		this.#reading = false;
		clearTimeout(this.#timer);
		this.#rest = '';
		this.#input.off('data', this.#take);
		this.#input.pause();
		this.#input.setRawMode?.(false);
		this.#input.unref?.();
	}

	/** Lets keys through. What was typed before waits until then. */
	open(): void {
		this.#open = true;
		this.#next();
	}

	readonly #take = (chunk: Buffer | string): void => {
		this.#parse(typeof chunk === 'string' ? chunk : this.#decoder.write(chunk), false);
	};

	#parse(text: string, final: boolean): void {
		clearTimeout(this.#timer);
		const {keys, stretches, answers, rest, open} = parseKeys(this.#rest + text, final);
		this.#rest = rest;
		if (open) this.#timer = setTimeout(() => this.#parse('', true), grace[open]);
		for (const answer of answers) this.#onAnswer(answer);
		for (const one of this.#bursts.queued(keys, stretches)) {
			if (!this.#urgent(one.key)) this.#queue.push(one);
		}
		this.#next();
	}

	#next(): void {
		while (this.#open && !this.#busy) {
			const key = this.#bursts.next(this.#queue, this.#isTyping);
			if (key === undefined) return;
			if (this.#handlers.some(handle => handle(key))) {
				this.#unsettled = true;
				continue;
			}
			const unit = forInk(key);
			if (unit === undefined) continue;
			this.#busy = true;
			const done = () => {
				this.#busy = false;
				this.#next();
			};
			const hand = () => (this.#paced.wanted ? this.#paced.hand(unit, done) : done());
			if (this.#unsettled) this.#paced.settle(hand);
			else hand();
			this.#unsettled = false;
		}
	}
}

/** What Ink's inputs get for a key. Letters with ctrl or alt are held back: they would type the bare letter. */
function forInk(key: Key): string | undefined {
	if (key.type !== 'key') return key.text;
	return (key.ctrl || key.alt) && key.name.length === 1 ? undefined : key.bytes;
}
