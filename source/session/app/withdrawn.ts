import type {AppEvent} from '../event.ts';
import type {AppState} from '../state.ts';
import {andThen, type Transition, transition} from '../transition.ts';

/** What a person does, and Ctrl-C. */
const ofPerson: ReadonlySet<AppEvent['type']> = new Set<AppEvent['type']>([
	'act',
	'read',
	'open',
	'exportAs',
	'formChosen',
	'listChosen',
	'trip',
	'typed',
	'ignored',
	'help',
	'quit',
	'chosen',
	'reported',
	'pasted',
	'leaving',
	'askToLeave',
]);

/**
 * Notes a question that goes by itself, such as when nothing is left that it is about. Its keys may be under way, and do
 * other things on the screen below it or answer the next question: for a moment they do nothing.
 */
export function watchQuestion({question}: AppState, {type}: AppEvent, made: Transition): Transition {
	if (ofPerson.has(type)) {
		return made.state.withdrawn ? {...made, state: {...made.state, withdrawn: undefined}} : made;
	}
	if (!question || question.kind === made.state.question?.kind) return made;
	const withdrawn = {kind: question.kind};
	return andThen(made, state => transition({...state, withdrawn}, {type: 'forgetWithdrawn', withdrawn}));
}

/** The answer came too late. What was said of the question stays, as the person may not have read it. */
export const takeLateAnswer = (state: AppState): Transition =>
	transition({...state, notice: state.notice ?? {kind: 'off', reason: 'answeredLate'}});
