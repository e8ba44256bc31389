import {type EngineChoice, localEngine, remoteEngine} from '../../core/engines/choice.ts';
import {accountTyped} from '../account/typed-account.ts';
import type {Acting} from '../act-id.ts';
import {answerList} from '../export/write-list.ts';
import {lookAgain, readOn} from '../journal/update.ts';
import {answerSecond} from '../reading/second.ts';
import {askToUpload, beginBatch, idleReading, onlyAgreed, startBatch, watch, whatToRead} from '../reading/start.ts';
import {takeDate} from '../review/edit.ts';
import {decideInReview} from '../review/update.ts';
import type {AppState} from '../state.ts';
import {type Act, type Transition, transition} from '../transition.ts';
import type {Question} from './question-state.ts';

/** The engine that reads what is sent, as it was chosen when the question was asked. */
const sent = ({engine = remoteEngine}: AppState): EngineChoice => engine;

type Agreed<Asked> = (state: AppState, question: Asked, acting: Acting) => Transition;

/** What a yes does to the state without the question. */
const agreed: {readonly [Kind in Question['kind']]?: Agreed<Extract<Question, {kind: Kind}>>} = {
	acceptClean: (state, {paths}, {at}) => decideInReview(state, {type: 'acceptAllClean', at, only: paths}),
	readAll: (state, {paths}) => startBatch(state, paths),
	newBatch: (state, {paths}) => askToUpload(state, paths),
	upload: (state, {paths, pictures}) => beginBatch(state, paths, sent(state), pictures),
	second: state => answerSecond(state, true),
	goOnSending: state => transition({...state, reading: {...state.reading, phase: 'running'}}, {type: 'resume'}),
	conflict: (state, question) => answerList(state, question, {twice: 'every'}),
	uploadRest: (state, {paths, pictures, resumed}) =>
		transition(state, {...readOn(paths, sent(state), resumed), ...onlyAgreed(pictures)}),
	watchSends: state => watch(state, true),
	testAccount(state) {
		const credentials = accountTyped(state);
		if (!credentials) return transition(state);
		const notice = {kind: 'testing', params: {}, tone: 'plain'} as const;
		return transition({...state, notice}, {type: 'testAccount', credentials});
	},
	quit: state => transition(state, {type: 'quit', code: 0}),
	quitUnsaved: state => transition(state, {type: 'quit', code: 0}),
};

export const questionActs = {
	'question.yes': (before, acting) => {
		const {question, ...rest} = before;
		const state = {...rest, question: undefined};
		if (!question) return transition(state);
		// A number that is not known yet cannot be agreed to.
		if ((question.kind === 'upload' || question.kind === 'uploadRest') && question.count === undefined) {
			return transition(before);
		}
		// Each entry takes the question of its own kind; TypeScript cannot follow that through the table.
		const answer = agreed[question.kind] as Agreed<Question> | undefined;
		return answer?.(state, question, acting) ?? transition(state);
	},
	'question.here': before => {
		const {question} = before;
		const state: AppState = {...before, question: undefined};
		if (question?.kind === 'upload') return beginBatch(state, question.paths, localEngine);
		if (question?.kind !== 'uploadRest') return transition(before);
		return transition(
			{...state, engine: localEngine},
			{
				...readOn(question.paths, localEngine, question.resumed),
				...whatToRead(state, localEngine),
			},
		);
	},
	'question.take': takeDate,
	'question.no': before => {
		const state = {...before, question: undefined};
		const {question} = before;
		if (question?.kind === 'second') return answerSecond(state, false);
		// Nothing of it was read: the batch stays as it was left.
		if (question?.kind === 'uploadRest' && question.resumed.known.size + question.resumed.leftOut.length === 0)
			return transition({...state, screen: 'welcome', reading: idleReading}, {type: 'findKept'});
		return question?.kind === 'uploadRest'
			? transition(state, lookAgain({...question.resumed, unfinished: true}, sent(state)))
			: transition(state);
	},
} as const satisfies Readonly<Record<string, Act>>;
