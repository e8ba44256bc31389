import {localEngine, traitsOf} from '../../core/engines/choice.ts';
import {engineWords} from '../../text/engine-words.ts';
import {messages} from '../../text/index.ts';
import type {AppState} from '../state.ts';

/** Whom pictures are sent to, as a person must know it before they are. */
export const cloudName = ({cloud, language}: AppState): string =>
	cloud.official ? messages(language).commands.upload.official(cloud.host) : cloud.host;

/** The recognition engine, in the words in which it was chosen. */
export function engineName({language, engine = localEngine, mrzAlone}: AppState): string {
	const text = messages(language);
	return mrzAlone && traitsOf(engine).asksForPrinted ? text.app.engine.mrzAlone.name : engineWords(text, engine).name;
}
