import type {Trip} from '../passport/judge/trip.ts';
import type {CalendarDay} from '../passport/model/passport.ts';
import {pictureNow, withMarksNow} from '../records/changed-picture.ts';
import {isBelow} from '../records/is-below.ts';
import type {PassportRecord, PictureIdentity, PictureNow} from '../records/record.ts';
import type {ResultStore} from '../records/result-store.ts';
import {readForReview} from '../records/sidecars/look-beside.ts';
import {isUnread} from '../records/unread-record.ts';
import type {Header, JournalScreen, TypedDraft} from './entry.ts';
import {inUse, type JournalFile, journalsIn, readJournal, removeJournal} from './file.ts';
import {type Replayed, replay} from './replay.ts';
import {type Restored, restore} from './restore.ts';

/** What the welcome screen shows of a batch that can be resumed. */
export type KeptBatch = {
	readonly file: string;
	readonly roots: readonly string[];
	/** Read, or tried: what could not be read is one of them. */
	readonly pictures: number;
	/** When something was last done in it, milliseconds since the epoch. */
	readonly changed: number;
};

/** A journal that was passed over. */
export type Ignored = {readonly path: string; readonly why: 'broken' | 'other'};

export type Latest = {readonly batch: KeptBatch | undefined; readonly ignored: readonly Ignored[]};

/** The batch that was worked on last and that no other session has open. Broken journals are skipped and reported. */
export async function latestBatch(folder: string): Promise<Latest> {
	const ignored: Ignored[] = [];
	for (const file of await journalsIn(folder)) {
		if (await inUse(file)) continue;
		const journal = await readJournal(file.path);
		if (journal.kind !== 'journal') {
			ignored.push({path: file.path, why: journal.kind});
			continue;
		}
		const replayed = replay(journal.entries);
		const pictures = inBatch(replayed).length;
		// One that was left before its first picture was read is still the latest; one in which nothing could be read is over.
		if (pictures === 0 && replayed.done) continue;
		return {batch: {file: file.path, roots: journal.header.roots, pictures, changed: file.changed}, ignored};
	}
	return {batch: undefined, ignored};
}

/** Path and content of what was read, but for what was left out. */
const inBatch = ({records, leftOut}: Replayed): readonly (readonly [string, string])[] =>
	[...records].filter(([path]) => !leftOut.has(path));

export type Resumed = Restored & {
	/** The journal it comes from. */
	readonly file: string;
	readonly engine: Header['engine'];
	readonly roots: readonly string[];
	readonly screen: JournalScreen;
	/** What was typed into the field and not saved. */
	readonly draft?: string | undefined;
	/** The lines of its MRZ that were typed and not finished. */
	readonly typing?: TypedDraft | undefined;
	/** What the passports must be valid for. */
	readonly trip?: Trip | undefined;
	readonly leftOut: readonly string[];
	/** Nothing was left to read. */
	readonly done: boolean;
	/** Passports whose results are kept no more, or whose pictures have another content. */
	readonly missing: number;
	/** Their pictures, as they were read. */
	readonly lost: readonly PictureIdentity[];
};

/** Sidecars that are read at a time. */
const most = 16;

/**
 * A batch as it was left; undefined when its journal has gone or broken meanwhile. Pictures are not opened: reading
 * the batch further finds out whether one has changed, and `withPictures` says so before.
 *
 * @param store Where decisions are that could not be kept next to their pictures.
 */
export async function resumeBatch(
	file: string,
	today: CalendarDay,
	store?: Pick<ResultStore, 'find'>,
): Promise<Resumed | undefined> {
	const journal = await readJournal(file);
	if (journal.kind !== 'journal') return undefined;
	const replayed = replay(journal.entries);
	const wanted = inBatch(replayed);
	const found: (PassportRecord | undefined)[] = [];
	for (let from = 0; from < wanted.length; from += most) {
		const some = wanted.slice(from, from + most);
		found.push(...(await Promise.all(some.map(([path, sha256]) => keptRecord({path, sha256}, today, store)))));
	}
	const records = found.filter(record => record !== undefined);
	const {engine, roots} = journal.header;
	const {at} = replayed;
	const isThere = records.some(({path}) => path === at?.path);
	return {
		...restore(replayed, records, today),
		file,
		engine,
		roots: [...roots, ...[...replayed.arrived].filter(path => !roots.some(root => isBelow(root)(path)))],
		screen: records.length > 0 ? (at?.screen ?? 'reading') : 'reading',
		draft: isThere ? at?.draft : undefined,
		typing: isThere ? at?.typing : undefined,
		trip: replayed.trip,
		leftOut: [...replayed.leftOut],
		done: replayed.done,
		missing: wanted.length - records.length,
		lost: wanted.flatMap(([path, sha256], place) => (found[place] ? [] : [{path, sha256}])),
	};
}

/** A batch with what became of its pictures since it was left: paths of those that are other ones, and of those that are gone. */
export async function withPictures(resumed: Resumed): Promise<ResumedPictures> {
	const records = await withMarksNow(resumed.review.records);
	const lost = await Promise.all(
		resumed.lost.map(async ({path, sha256}) => ({
			path,
			pictureNow: await pictureNow({path, sha256, recognizedAt: ''}),
		})),
	);
	const pathsOf = (now: PictureNow) =>
		[...records, ...lost].flatMap(({path, pictureNow: is}) => (is === now ? [path] : []));
	const missing = lost.filter(({pictureNow: is}) => is === undefined).length;
	return {
		resumed: {...resumed, review: {...resumed.review, records}, missing},
		pictures: {replaced: pathsOf('other'), gone: pathsOf('gone')},
	};
}

/** What became of the pictures of a batch that was left. */
export type ResumedPictures = {
	readonly resumed: Resumed;
	readonly pictures: {readonly replaced: readonly string[]; readonly gone: readonly string[]};
};

/** What is kept of a picture next to it, or for want of room there by its content. */
async function keptRecord(
	picture: PictureIdentity,
	today: CalendarDay,
	store: Pick<ResultStore, 'find'> | undefined,
): Promise<PassportRecord | undefined> {
	const beside = await readForReview(picture, today);
	if (beside && !isUnread(beside)) return beside;
	return (await store?.find(picture))?.record ?? beside;
}

/** Journals are kept so long, in milliseconds, and so many of them. */
const usualKeep = 30 * 86_400_000;
const keptCount = 20;

/** Deletes journals that are no longer wanted. Never throws. */
export async function forgetOld(folder: string, now: Date, keep = usualKeep): Promise<void> {
	const oldest = now.getTime() - keep;
	const old = (file: JournalFile, index: number) => file.changed < oldest || index >= keptCount;
	for (const file of (await journalsIn(folder)).filter(old)) {
		if (!(await inUse(file))) await removeJournal(file.path).catch(() => {});
	}
}
