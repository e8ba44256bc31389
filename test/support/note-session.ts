import type {Header, JournalEntry} from '../../source/core/journal/entry.ts';
import {createJournal} from '../../source/core/journal/writer.ts';

/** Writes the notes of a session below a folder of state, and returns their path. */
export async function noteSession(
	state: string,
	roots: readonly string[],
	entries: readonly JournalEntry[] = [],
): Promise<string> {
	const header: Header = {type: 'batch', version: 1, at: '2026-11-22T06:00:00Z', engine: 'offline', roots: [...roots]};
	const journal = await createJournal(`${state}/batches`, header, entries, () => {});
	await journal.close();
	return journal.path;
}
