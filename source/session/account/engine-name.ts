import {messages} from '../../text/index.ts';
import type {AppState} from '../state.ts';

/** Who reads, in the words in which it was chosen. */
export function engineName({language, engine = 'offline', visual}: AppState): string {
	const text = messages(language).app.engine;
	return engine === 'offline' && visual ? text.offlineVisual : text[engine];
}
