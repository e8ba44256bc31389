import {EventEmitter} from 'node:events';
import type {Screen} from '../screen.ts';

/** What is written besides frames: the cursor shown and hidden (cli-cursor does, when Ink unmounts). */
const noFrame = /^(?:\x1b\[\?25[hl])+$/;

/**
 * The stdout that Ink is given, together with `debug: true`: then each of Ink's writes is one whole frame, unthrottled.
 * Size and resizing are those of the real terminal.
 */
export class FrameOutput extends EventEmitter {
	readonly isTTY = true;
	readonly writable = true;
	/** Makes Ink end over the callback of an empty write, hence in the same turn, before a last frame is painted. */
	readonly writableLength = 0;
	readonly #screen: Screen;
	readonly #onFrame: () => void;

	constructor(screen: Screen, onFrame: () => void) {
		super();
		this.setMaxListeners(0);
		this.#screen = screen;
		this.#onFrame = onFrame;
	}

	get columns(): number {
		return this.#screen.size.columns;
	}

	get rows(): number {
		return this.#screen.size.rows;
	}

	write(text: string, done?: () => void): boolean {
		// An empty write with a callback is Ink waiting for its writes when it ends; without one it is an empty screen.
		const frame = text === '' ? done === undefined : !noFrame.test(text);
		if (frame) {
			this.#screen.draw(text);
			this.#onFrame();
		}
		done?.();
		return true;
	}
}
