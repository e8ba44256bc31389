import {localEngine, traitsOf} from '../../core/engines/choice.ts';
import {engineWords} from '../../text/engine-words.ts';
import {messages} from '../../text/index.ts';
import type {AppState} from '../state.ts';

/** The recognition engine, in the words in which it was chosen. */
export function engineName({language, engine = localEngine, mrzAlone}: AppState): string {
	const text = messages(language);
	return mrzAlone && traitsOf(engine).asksForPrinted ? text.app.engine.mrzAlone.name : engineWords(text, engine).name;
}
