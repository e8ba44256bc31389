import {resolve} from 'node:path';
import {isBelow} from '../records/is-below.ts';
import {journalsIn, readJournal} from './file.ts';

export type PurgeOptions = {
	readonly now: Date;
	/** Only what was last written to longer ago than this, in milliseconds. */
	readonly olderThan?: number;
	/** Only what speaks of these pictures. */
	readonly of?: ReadonlySet<string> | undefined;
};

/**
 * The journals that hold something of pictures below `pictures`, and those that cannot be read any more. Deletes
 * nothing.
 */
export async function purgeableJournals(
	folder: string,
	pictures: string,
	{now, olderThan = -Infinity, of}: PurgeOptions,
): Promise<readonly string[]> {
	const below = isBelow(pictures);
	const found: string[] = [];
	for (const {path, changed} of await journalsIn(folder)) {
		if (now.getTime() - changed <= olderThan) continue;
		const journal = await readJournal(path);
		const isOf = ({path: picture}: {readonly path: string}) => of!.has(resolve(picture));
		const speaksOf = of
			? journal.kind === 'journal' &&
				journal.entries.some(entry => entry.type === 'records' && entry.records.some(isOf))
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
