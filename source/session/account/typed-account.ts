import type {Credentials} from '../../core/engines/engine.ts';
import type {AppState} from '../state.ts';

/** Pasted text often brings blanks and line ends with it. */
export const withoutBlanks = (text: string): string => text.replace(/\s/g, '');

/** Key and secret as shown on the screen; undefined while one of them is missing. */
export function accountTyped({credentials}: AppState): Credentials | undefined {
	const key = withoutBlanks(credentials.key.text);
	const secret = withoutBlanks(credentials.secret.text);
	return key !== '' && secret !== '' ? {key, secret} : undefined;
}
