import {type FileHandle, open} from 'node:fs/promises';
import {join} from 'node:path';
import {makeFolder} from '../make-folder.ts';
import {writeAtomic, writingError} from '../records/atomic-write.ts';
import {thisProcess} from '../running-process.ts';
import type {Header, JournalEntry} from './entry.ts';
import {journalName} from './file.ts';

export type JournalWriter = {
	readonly path: string;
	/** Notes what happened and returns at once; it is written soon, in order. */
	readonly write: (entries: readonly JournalEntry[]) => void;
	/** Resolves when everything is written. */
	readonly close: () => Promise<void>;
};

/**
 * Begins a journal that only its owner can read. Lines are added as things happen: a kill loses at most what happened in
 * the moment before it. Nothing is synchronised with the disk for each line, because only a power cut would need it.
 *
 * @param onProblem Called once; afterwards nothing is written any more.
 * @throws AppError NOT_WRITABLE {path, reason}
 */
export async function createJournal(
	folder: string,
	header: Header,
	entries: readonly JournalEntry[],
	onProblem: (error: unknown) => void,
): Promise<JournalWriter> {
	const path = join(folder, journalName(new Date(header.at)));
	try {
		await makeFolder(folder, 0o700);
	} catch (error) {
		throw writingError(folder, error);
	}
	const begun = {...header, by: await thisProcess()};
	await writeAtomic(path, text([begun, ...entries]), {mode: 0o600, how: 'create'});
	let handle: FileHandle | undefined = await open(path, 'a').catch(error => {
		throw writingError(path, error);
	});
	let waiting: JournalEntry[] = [];
	let job: Promise<void> | undefined;
	const flush = async () => {
		// Out of the way of the key that brought it: a decision about thousands takes a moment to write down.
		await new Promise(setImmediate);
		try {
			while (waiting.length > 0 && handle) {
				const all = onlyLastPlace(waiting);
				waiting = [];
				await handle.appendFile(text(all));
			}
		} catch (error) {
			await handle?.close().catch(() => {});
			handle = undefined;
			onProblem(writingError(path, error));
		}
		job = undefined;
	};
	return {
		path,
		write(all) {
			if (!handle || all.length === 0) return;
			waiting.push(...all);
			job ??= flush();
		},
		async close() {
			while (job) await job;
			await handle?.close().catch(() => {});
			handle = undefined;
		},
	};
}

const text = (lines: readonly (Header | JournalEntry)[]): string =>
	lines.map(line => `${JSON.stringify(line)}\n`).join('');

/** Of the places that the cursor went through meanwhile, the last. */
function onlyLastPlace(entries: readonly JournalEntry[]): readonly JournalEntry[] {
	const last = entries.findLastIndex(({type}) => type === 'at');
	return entries.filter(({type}, index) => type !== 'at' || index === last);
}
