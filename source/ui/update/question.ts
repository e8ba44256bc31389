import {matching, worthReading} from '../picker/rows.ts';
import {type Act, step} from '../step.ts';
import {accountTyped} from '../typed-account.ts';
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
	'question.no': state => step({...state, question: undefined}),
} as const satisfies Readonly<Record<string, Act>>;
