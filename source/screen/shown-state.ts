import type {AppState} from '../session/state.ts';
import type {Store} from '../session/store.ts';

/** In cells. */
export type Size = {readonly columns: number; readonly rows: number};

/** What the terminal can show. */
type Look = {
	readonly size: Size;
	/** Signs beyond ASCII cannot be drawn. */
	readonly ascii: boolean;
};

/** What a screen is drawn from: the session, and the terminal it is drawn on. */
export type ShownState = AppState & Look;

export type ShownStore = Store<ShownState> & {readonly resize: (size: Size) => void};

/** The session's store with the terminal's size beside each state. */
export function showOn(store: Store, look: Look): ShownStore {
	let from = store.state();
	let shown: ShownState = {...from, ...look};
	const listeners = new Set<() => void>();
	const tell = () => {
		for (const listener of listeners) listener();
	};
	const state = () => {
		if (store.state() !== from) {
			from = store.state();
			shown = {...from, size: shown.size, ascii: shown.ascii};
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
		resize(size) {
			shown = {...state(), size};
			tell();
		},
	};
}
