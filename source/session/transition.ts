import type {Effect} from './effect.ts';
import type {AppState} from './state.ts';

/** What an event makes of the state, and the work it asks for. */
export type Transition = {readonly state: AppState; readonly effects: readonly Effect[]};

/**
 * What a key does: pure. `key` is the key's id, for bindings that stand for several (`1`-`9`); `at` is when it was
 * pressed, ISO 8601 with zone, for what is kept.
 */
export type Act = (state: AppState, key: string, at: string) => Transition;

export const transition = (state: AppState, ...effects: readonly Effect[]): Transition => ({state, effects});

/** `first`, then `next` on its state; the work of both in order. */
export function andThen(first: Transition, next: (state: AppState) => Transition): Transition {
	const second = next(first.state);
	return {state: second.state, effects: [...first.effects, ...second.effects]};
}
