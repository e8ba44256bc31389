import {messages} from '../text/index.ts';
import type {AppState} from './state.ts';

/** What stands on the plain terminal after a session that was ended from outside or by a fault of ours. */
export function lastWords(
	{language, review}: Pick<AppState, 'language' | 'review'>,
	failed: boolean,
	logFile: string | undefined,
): string {
	const text = messages(language).app;
	if (failed) return text.failed(logFile);
	// Where nothing was read there is nothing to go on with.
	return review.records.length > 0 ? text.stopped : text.stoppedEarly;
}
