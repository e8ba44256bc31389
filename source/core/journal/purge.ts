import {resolve} from 'node:path';
import {isBelow} from '../records/is-below.ts';
import {isPersonNoted} from '../records/of-person.ts';
import type {Closed} from '../records/sidecars/sidecars-below.ts';
import type {JournalEntry} from './entry.ts';
import {journalsIn, readJournal} from './file.ts';

export type PurgeOptions = {
	readonly now: Date;
	/** Only what was last written to longer ago than this, in milliseconds. */
	readonly olderThan?: number;
	/** Only what speaks of this person: of these pictures of theirs, wherever they are, or in what was decided. */
	readonly person?: {readonly name: string; readonly pictures: ReadonlySet<string>} | undefined;
	/** Receives what may speak of that person and cannot be opened, which stays. */
	readonly onClosed?: (closed: Closed) => void;
};

/**
 * The journals that hold something of pictures below `pictures`, and those that cannot be read any more. Deletes
 * nothing.
 */
export async function purgeableJournals(
	folder: string,
	pictures: string,
	{now, olderThan = -Infinity, person, onClosed}: PurgeOptions,
): Promise<readonly string[]> {
	const below = isBelow(pictures);
	const found: string[] = [];
	for (const {path, changed} of await journalsIn(folder)) {
		if (now.getTime() - changed <= olderThan) continue;
		const journal = await readJournal(path);
		if (person && journal.kind === 'broken' && journal.reason !== undefined && journal.reason !== 'ENOENT') {
			onClosed?.({path, reason: journal.reason, isFolder: false, isNotes: true});
		}
		const speaksOf = person
			? journal.kind === 'journal' && journal.entries.some(entry => isAbout(entry, person))
			: journal.kind === 'broken' ||
				(journal.kind === 'journal' &&
					(journal.header.roots.some(below) ||
						journal.entries.some(
							entry => entry.type === 'records' && entry.records.some(record => below(record.path)),
						)));
		if (speaksOf) found.push(path);
	}
	return found;
}

function isAbout(entry: JournalEntry, {name, pictures}: NonNullable<PurgeOptions['person']>): boolean {
	const isOne = ({path}: {readonly path: string}) => pictures.has(resolve(path));
	if (entry.type === 'records') return entry.records.some(isOne);
	if (entry.type === 'at') return isPersonNoted(textsIn([entry.draft, entry.typing?.lines]), name);
	if (entry.type !== 'step') return false;
	return entry.changes.some(change => isOne(change) || isPersonNoted(textsIn([change.before, change.after]), name));
}

/** Every text in what was noted, however deep. */
const textsIn = (noted: unknown): readonly string[] =>
	typeof noted === 'string'
		? [noted]
		: typeof noted === 'object' && noted !== null
			? Object.values(noted).flatMap(textsIn)
			: [];
