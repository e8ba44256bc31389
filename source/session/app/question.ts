import {type EngineChoice, localEngine, remoteEngine} from '../../core/engines/choice.ts';
import {accountTyped} from '../account/typed-account.ts';
import {write} from '../export/write-list.ts';
import {lookAgain, readOn} from '../journal/update.ts';
import {matching} from '../picker/rows.ts';
import {answerSecond} from '../reading/second.ts';
import {askToUpload, beginBatch, startBatch, watch, whatToRead} from '../reading/start.ts';
import {takeDate} from '../review/edit.ts';
import {decideInReview} from '../review/update.ts';
import type {AppState} from '../state.ts';
import {type Act, transition} from '../transition.ts';

/** The engine that reads what is sent, as it was chosen when the question was asked. */
const sent = ({engine = remoteEngine}: AppState): EngineChoice => engine;

export const questionActs = {
	'question.yes': (before, {at}) => {
		const {question} = before;
		const state = {...before, question: undefined};
		switch (question?.kind) {
			case 'acceptClean':
				return decideInReview(state, {type: 'acceptAllClean', at, only: question.paths});
			case 'readAll':
				return startBatch(
					state,
					matching(state.picker).map(({path}) => path),
				);
			case 'newBatch':
				return askToUpload(state, question.paths);
			case 'upload':
				// A number that is not known yet cannot be agreed to.
				return question.count === undefined ? transition(before) : beginBatch(state, question.paths, sent(state));
			case 'second':
				return answerSecond(state, true);
			case 'goOnSending':
				return transition({...state, reading: {...state.reading, phase: 'running'}}, {type: 'resume'});
			case 'conflict':
				return write(state, question.writing, {...question.answers, twice: 'every'});
			case 'uploadRest':
				return question.count === undefined
					? transition(before)
					: transition(state, readOn(question.paths, sent(state), question.resumed));
			case 'watchSends':
				return watch(state, true);
			case 'testAccount': {
				const credentials = accountTyped(state);
				if (!credentials) return transition(state);
				const notice = {kind: 'testing', params: {}, tone: 'plain'} as const;
				return transition({...state, notice}, {type: 'testAccount', credentials});
			}
			case 'quit':
			case 'quitUnsaved':
				return transition(state, {type: 'quit', code: 0});
			default:
				return transition(state);
		}
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
		return question?.kind === 'uploadRest'
			? transition(state, lookAgain({...question.resumed, unfinished: true}, sent(state)))
			: transition(state);
	},
} as const satisfies Readonly<Record<string, Act>>;
