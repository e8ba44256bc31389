import {localEngine, remoteEngine, usesAccount} from '../../core/engines/choice.ts';
import {isRefused, start} from '../reading/start.ts';
import type {AppState} from '../state.ts';
import {type Act, type Transition, transition} from '../transition.ts';
import {startEdit} from '../typing/text-edit.ts';
import {emptyText} from '../typing/typing.ts';
import {withoutBlanks} from './typed-account.ts';

/** Enter: to the second field, then store. Two empty fields mean "not now". */
function next(state: AppState): Transition {
	const {focus} = state.credentials;
	const key = withoutBlanks(state.credentials.key.text);
	const secret = withoutBlanks(state.credentials.secret.text);
	if (focus === 'key') return transition({...state, credentials: {...state.credentials, focus: 'secret'}});
	if (key === '' && secret === '') return skip(state);
	if (key === '') return transition({...state, credentials: {...state.credentials, focus: 'key'}});
	if (secret === '') return transition({...state, notice: {kind: 'off', reason: 'noAccountYet'}});
	const engine = state.credentials.wanted ?? (state.engine && usesAccount(state.engine) ? state.engine : remoteEngine);
	const stored: AppState = {
		...state,
		// Where a no to sending leads: these two lines are done with.
		screen: 'engine',
		engine,
		accountStored: true,
		accountKey: key,
		credentials: noCredentials,
		notice: {kind: 'credentialsStored', params: {}, tone: 'good'},
	};
	const going = goOn(stored);
	const save = {type: 'saveSettings', change: {engine, credentials: {key, secret}}} as const;
	return transition(going.state, save, ...going.effects);
}

/** A reading that the service refused the old ones for continues where it was: nothing is sent twice. */
function goOn(state: AppState): Transition {
	if (!isRefused(state.reading)) return start(state);
	return transition({...state, screen: 'reading'}, {type: 'resume', newAccount: true});
}

function skip(state: AppState): Transition {
	const going = start({...state, engine: localEngine});
	const notice = {kind: 'staysHere', params: {}, tone: 'plain'} as const;
	return transition({...going.state, notice}, {type: 'saveSettings', change: {engine: localEngine}}, ...going.effects);
}

export const noCredentials: AppState['credentials'] = {focus: 'key', key: emptyText, secret: emptyText, shown: false};

/** After a refusal: most often only the secret is wrong, and the key need not be typed again. */
export const credentialsAnew = (state: AppState): AppState['credentials'] =>
	state.accountKey === '' ? noCredentials : {...noCredentials, key: startEdit(state.accountKey), focus: 'secret'};

export const credentialsActs = {
	'credentials.next': next,
	'credentials.field': state => {
		const focus = state.credentials.focus === 'key' ? 'secret' : 'key';
		return transition({...state, credentials: {...state.credentials, focus}});
	},
	// Says what it may cost before it costs.
	'credentials.test': state => transition({...state, question: {kind: 'testAccount'}}),
	'credentials.show': state =>
		transition({...state, credentials: {...state.credentials, shown: !state.credentials.shown}}),
} as const satisfies Readonly<Record<string, Act>>;
