import type {AppState} from '../session/state.ts';
import {messages} from '../text/index.ts';

/** The lines on the plain terminal after a session that was ended from outside or by an internal error. */
export function lastWords(
	{language, review, reading, exporting}: Pick<AppState, 'language' | 'review' | 'reading' | 'exporting'>,
	failed: boolean,
	logFile: string | undefined,
): string {
	const text = messages(language).app;
	if (failed) return text.failed(logFile);
	const unsaved = reading.unsaved.size;
	if (unsaved > 0 && !exporting.written) return text.stoppedUnsaved(unsaved);
	// Where nothing was read there is nothing to resume.
	return review.records.length > 0 ? text.stopped : text.stoppedEarly;
}
