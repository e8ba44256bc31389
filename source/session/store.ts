import type {Effect} from './effect.ts';
import type {AppEvent} from './event.ts';
import type {AppState} from './state.ts';
import type {Transition} from './transition.ts';

export type Store<State = AppState> = {
	readonly state: () => State;
	/** Calls back after every change; returns what ends it. */
	readonly subscribe: (listener: () => void) => () => void;
	readonly send: (event: AppEvent) => void;
};

/** The session's state, and the work that its events ask for. */
export function createStore(
	initial: AppState,
	update: (state: AppState, event: AppEvent) => Transition,
	run: (effect: Effect) => void,
): Store {
	let state = initial;
	const listeners = new Set<() => void>();
	return {
		state: () => state,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		send(event) {
			const next = update(state, event);
			const changed = next.state !== state;
			state = next.state;
			if (changed) for (const listener of listeners) listener();
			for (const effect of next.effects) run(effect);
		},
	};
}
