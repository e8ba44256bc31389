import {unsavedCounts} from '../session/reading/unsaved.ts';
import type {AppState} from '../session/state.ts';
import {messages} from '../text/index.ts';

/** The lines on the plain terminal after a session that was ended from outside or by an internal error. */
export function lastWords(
	{
		language,
		command,
		review,
		reading,
		exporting,
	}: Pick<AppState, 'language' | 'command' | 'review' | 'reading' | 'exporting'>,
	{
		failed,
		logFile,
		owed = 0,
	}: {readonly failed: boolean; readonly logFile?: string | undefined; readonly owed?: number},
): string {
	const {app: text, commands} = messages(language);
	if (failed) return text.failed(logFile);
	if (owed > 0) return commands.recognize.owed(owed);
	const unsaved = reading.unsaved.size;
	const counts = unsavedCounts({reading, review});
	if (unsaved > 0 && (!exporting.written || counts.decided > 0)) return text.stoppedUnsaved(unsaved, counts, command);
	// Where nothing was read there is nothing to resume.
	return review.records.length > 0 ? text.stopped(command) : text.stoppedEarly;
}
