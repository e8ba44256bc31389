import type {Rgb} from '../core/settings/contrast.ts';
import type {AppState} from '../session/state.ts';
import type {Store} from '../session/store.ts';
import type {Graphics} from '../terminal/graphics/answers.ts';
import type {ColorDepth} from '../terminal/graphics/capabilities.ts';
import type {CellSize} from '../terminal/graphics/cell-size.ts';

/** In cells. */
export type Size = {readonly columns: number; readonly rows: number};

/** What the terminal can show. */
type Look = {
	readonly size: Size;
	/** Signs beyond ASCII cannot be drawn. */
	readonly ascii: boolean;
	/** How many colours it has; none when left out. */
	readonly colors?: ColorDepth | undefined;
	/** The colour behind its text, where it is known. */
	readonly background?: Rgb | undefined;
	/** How it shows real pictures, and the pixels of a cell, once it has said so. */
	readonly graphics?: Graphics | undefined;
	readonly cell?: CellSize | undefined;
};

/** What a screen is drawn from: the session, and the terminal it is drawn on. */
export type ShownState = AppState & Look;

export type ShownStore = Store<ShownState> & {
	/** Draws again: the terminal is another size, or has said what it looks like. */
	readonly lookAgain: (change: Partial<Look>) => void;
};

/** The session's store with the terminal's size beside each state. */
export function showOn(store: Store, first: Look): ShownStore {
	const {size, ascii, colors, background} = first;
	let look: Look = {size, ascii, colors, background};
	let from = store.state();
	let shown: ShownState = {...from, ...look};
	const listeners = new Set<() => void>();
	const tell = () => {
		for (const listener of listeners) listener();
	};
	const state = () => {
		if (store.state() !== from) {
			from = store.state();
			shown = {...from, ...look};
		}
		return shown;
	};
	store.subscribe(tell);
	return {
		state,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		send: store.send,
		lookAgain(change) {
			look = {...look, ...change};
			shown = {...state(), ...look};
			tell();
		},
	};
}
