import type {Acting} from './act-id.ts';
import type {Effect} from './effect.ts';
import type {AppState} from './state.ts';

/** What an event makes of the state, and the work it asks for. */
export type Transition = {readonly state: AppState; readonly effects: readonly Effect[]};

/** What an action does: pure. */
export type Act = (state: AppState, acting: Acting) => Transition;

export const transition = (state: AppState, ...effects: readonly Effect[]): Transition => ({state, effects});

/** `first`, then `next` on its state; the work of both in order. */
export function andThen(first: Transition, next: (state: AppState) => Transition): Transition {
	const second = next(first.state);
	return {state: second.state, effects: [...first.effects, ...second.effects]};
}
