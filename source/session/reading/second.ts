import {uploadOf} from '../../core/batch/upload.ts';
import {pictureFlaws} from '../../core/records/picture-flaws.ts';
import {isTouched} from '../../core/records/reuse.ts';
import {pictureName} from '../picture-name.ts';
import type {Problem} from '../problem.ts';
import type {AppState} from '../state.ts';
import {andThen, type Transition, transition} from '../transition.ts';

/**
 * This computer has read, and a second, paid engine could read some pictures as well. Without an account, and where a
 * person has decided everything meanwhile, nothing is asked.
 */
export function offerSecond(state: AppState, paths: readonly string[]): Transition {
	const {pages: count} = uploadOf(state.reading.items, undecided(state, paths));
	if (count === 0) return answerSecond(state, false);
	if (!state.accountStored) {
		const notice = {kind: 'secondNeedsAccount', params: {count}, tone: 'look'} as const;
		return andThen(answerSecond(state, false), answered => transition({...answered, notice}));
	}
	const offered: AppState = {...state, reading: {...state.reading, offer: paths}};
	return mayAsk(offered)
		? transition(offered)
		: transition({...offered, notice: {kind: 'secondWaits', params: {count}, tone: 'look'}});
}

/** Asks as soon as the person looks at the reading: a question elsewhere would take the keys of what is being done. */
export function askWhenSeen(made: Transition): Transition {
	const {offer: paths} = made.state.reading;
	if (!paths || !mayAsk(made.state)) return made;
	return andThen(made, state => {
		const left = undecided(state, paths);
		if (left.length === 0) return answerSecond(state, false);
		const asked = new Set(left);
		const records = state.review.records.filter(({path}) => asked.has(path));
		return transition({
			...state,
			reading: {...state.reading, offer: undefined},
			question: {kind: 'second', upload: uploadOf(state.reading.items, left), flaws: pictureFlaws(records)},
		});
	});
}

export const answerSecond = (state: AppState, yes: boolean): Transition =>
	transition({...state, reading: {...state.reading, offer: undefined}}, {type: 'answerSecond', yes});

export const sayNoHelp = (state: AppState, path: string, {code}: Problem): Transition =>
	transition({...state, notice: {kind: 'noHelp', params: {file: pictureName(state, path), code}, tone: 'look'}});

const mayAsk = ({screen, question, help, typingTrip}: AppState): boolean =>
	screen === 'reading' && !question && !help && !typingTrip;

/** What would be sent: what a person has worked on never is. */
function undecided({review}: AppState, paths: readonly string[]): readonly string[] {
	const touched = new Set(review.records.filter(isTouched).map(({path}) => path));
	return paths.filter(path => !touched.has(path));
}
