import {matching, worthReading} from '../picker/rows.ts';
import {type Act, step} from '../step.ts';
import {accountTyped} from '../typed-account.ts';
import {lookAgain, readOn} from './come-back.ts';
import {write} from './export.ts';
import {decide} from './review.ts';
import {askToUpload, startBatch} from './start.ts';

export const questionActs = {
	'question.yes': (before, _key, at) => {
		const {question} = before;
		const state = {...before, question: undefined};
		switch (question?.kind) {
			case 'acceptClean':
				return decide(state, {type: 'acceptAllClean', at});
			case 'readAll':
				return startBatch(
					state,
					worthReading(state.picker, matching(state.picker)).map(({path}) => path),
				);
			case 'newBatch':
				return askToUpload(state, question.paths);
			case 'upload':
				return askToUpload({...state, mayUpload: true}, question.paths);
			case 'twice':
				return write(state, question.writing, 'once');
			case 'uploadRest':
				return step({...state, mayUpload: true}, readOn(question.paths, 'xiangyun', question.resumed));
			case 'testAccount': {
				const credentials = accountTyped(state);
				if (!credentials) return step(state);
				const notice = {kind: 'testing', params: {}, tone: 'plain'} as const;
				return step({...state, notice}, {type: 'testAccount', credentials});
			}
			case 'quit':
				return step(state, {type: 'quit', code: 0});
			default:
				return step(state);
		}
	},
	'question.both': before => {
		const {question} = before;
		return question?.kind === 'twice'
			? write({...before, question: undefined}, question.writing, 'every')
			: step(before);
	},
	'question.no': before => {
		const state = {...before, question: undefined};
		const {question} = before;
		return question?.kind === 'uploadRest' ? step(state, lookAgain(question.resumed, 'xiangyun')) : step(state);
	},
} as const satisfies Readonly<Record<string, Act>>;
