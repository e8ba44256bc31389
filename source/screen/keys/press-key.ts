import {acts} from '../../session/acts.ts';
import type {AppState} from '../../session/state.ts';
import {type Transition, transition} from '../../session/transition.ts';
import {typeInto} from '../../session/typing/type-into.ts';
import type {Key} from '../../terminal/key.ts';
import {isTooSmall} from '../layout/layout.ts';
import type {ActingId} from './binding.ts';
import {findBinding, typingPlace} from './dispatch.ts';
import {pressed} from './hold.ts';

/** A key: what the key map says, else a letter for the line that is being typed, else that it does nothing here. */
export function pressKey(old: AppState, key: Key, at: string, moment?: number): Transition {
	const {hold, repeated} = moment === undefined ? {hold: undefined, repeated: false} : pressed(old, key, moment);
	const before: AppState = {...old, hold};
	// Nothing can be seen, so nothing is done but what the one line says.
	if (isTooSmall(before.size)) return key.id === 'q' ? transition(before, {type: 'quit', code: 0}) : transition(before);
	// What was told is told until the next key.
	const state = before.notice ? {...before, notice: undefined} : before;
	const binding = findBinding(state, key.id);
	if (!binding || binding.widget) {
		const place = typingPlace(state);
		if (place) return typeInto(state, place, key);
		// A question stays on the screen, and a widget says itself what its keys do.
		const isQuiet = binding !== undefined || state.question !== undefined || state.help !== undefined;
		return transition(isQuiet ? state : {...state, notice: {kind: 'off', reason: 'unbound'}});
	}
	if (binding.once && repeated) return transition({...state, notice: {kind: 'off', reason: 'held'}});
	const reason = binding.off?.(state, key.id);
	return reason
		? transition({...state, notice: {kind: 'off', reason}})
		: acts[binding.id as ActingId](state, key.id, at);
}
