import {createHash} from 'node:crypto';
import {readFile, stat, unlink} from 'node:fs/promises';
import {dirname, resolve} from 'node:path';
import {AppError} from '../errors.ts';
import type {CalendarDay} from '../passport/model/passport.ts';
import {fileOf, isOnPage, partOf} from '../picture-address.ts';
import {writeAtomic, writeFresh} from './atomic-write.ts';
import {withLock} from './claim.ts';
import {copyAside} from './copy-aside.ts';
import {failedToJson} from './failed-json.ts';
import {isAboutPicture, withFailure} from './failures.ts';
import type {Sidecar} from './from-json.ts';
import {jsonText} from './json-text.ts';
import {sourceImage} from './legacy-keys.ts';
import {legacyVersion} from './legacy-record.ts';
import {mergeDecision, mergeReading} from './merge.ts';
import {type MergedEntries, mergeEntries} from './merge-entries.ts';
import {readSidecarFile} from './read-json.ts';
import type {EngineFailure, PassportRecord, PictureIdentity} from './record.ts';
import {serialize} from './serialize.ts';
import {entriesOf, newEntry, recordIn, type SidecarEntry, sidecarJson} from './sidecar-entries.ts';
import {sidecarPath, sidecarPlaces} from './sidecar-path.ts';
import {toJson} from './to-json.ts';
import {isUnread, unreadRecord} from './unread-record.ts';

export type Beside = {
	/**
	 * The kept record of a picture. Ours is known by the content of the picture; one of the original skill, which kept no
	 * hash, by names only, and carries `originalVersion`.
	 */
	readonly record?: PassportRecord;
	/** Engines that found no passport in the same content. */
	readonly failures: readonly EngineFailure[];
	/** There is nothing where a record could be. */
	readonly isFree: boolean;
	/** Of further passports on the same page, where the page was asked about. */
	readonly others: readonly PassportRecord[];
	/** Where a later version of this program keeps a result of a picture of this name. */
	readonly later?: string;
	/** A result of the original skill, which knows the picture by name: taken over, or older than the picture and not. */
	readonly original?: 'used' | 'older';
};

/**
 * Looks at the places next to a picture.
 *
 * @throws AppError NOT_READABLE {path of a sidecar that may not be read, reason}
 */
export async function lookBeside(picture: PageIdentity, today: CalendarDay): Promise<Beside> {
	const {path, sha256} = picture;
	const taken = await lookAtPlaces(path);
	const found = taken.map(([, sidecar]) => sidecar);
	const later = taken.find(([, sidecar]) => sidecar?.kind === 'later' && names(sidecar, path))?.[0];
	const isFree = found.every(sidecar => sidecar === undefined);
	const own = ownRecord(found, {path, sha256});
	const original = own ? undefined : await originalRecord(taken, {path, sha256}, today);
	const record = own ?? original?.record;
	return {
		...(record ? {record} : {}),
		...(original ? {original: original.record ? 'used' : 'older'} : {}),
		failures: failuresIn(found, {path, sha256}),
		others: recordsBeside(found.flatMap(entriesOf), picture),
		isFree,
		...(later === undefined ? {} : {later}),
	};
}

/** A page whose records are sought; without `pages`, only the one passport that the path means. */
export type PageIdentity = PictureIdentity & {readonly pages?: number};

type Found = readonly (Sidecar | undefined)[];

/** What the sidecars hold of this very passport or page. */
const entryOf = (found: Found, {path, sha256}: PictureIdentity, kind: 'ours' | 'failed'): Sidecar | undefined =>
	found
		.flatMap(entriesOf)
		.find(({part, sidecar}) => sidecar.kind === kind && sidecar.sha256 === sha256 && part === partOf(path))?.sidecar;

const ownRecord = (found: Found, picture: PictureIdentity): PassportRecord | undefined => {
	const own = entryOf(found, picture, 'ours');
	return own?.kind === 'ours' ? own.record(picture.path) : undefined;
};

/** The records of further passports on the page of a picture. */
export const recordsBeside = (
	entries: readonly SidecarEntry[],
	{path, sha256, pages}: PageIdentity,
): readonly PassportRecord[] =>
	entries
		.filter(({part}) => part !== partOf(path) && isOnPage(`${fileOf(path)}${part}`, path, pages))
		.flatMap(({part, sidecar}) =>
			sidecar.kind === 'ours' && sidecar.sha256 === sha256 ? [sidecar.record(`${fileOf(path)}${part}`)] : [],
		);

/** Clocks of file systems differ: FAT counts two seconds. Milliseconds. */
const sameMoment = 2000;

/** What the original skill wrote about a file of this name; without a record where the picture is newer than that. */
async function originalRecord(
	taken: Taken,
	picture: PictureIdentity,
	today: CalendarDay,
): Promise<{readonly record?: PassportRecord} | undefined> {
	if (partOf(picture.path) !== '') return undefined;
	const place = taken.find(([, sidecar]) => sidecar?.kind === 'original' && speaksOf(sidecar, picture.path));
	if (place?.[1]?.kind !== 'original') return undefined;
	const [written, drawn] = await Promise.all([changedAt(place[0]), changedAt(fileOf(picture.path))]);
	return drawn > written + sameMoment ? {} : {record: place[1].record(picture, today)};
}

const changedAt = async (path: string): Promise<number> => (await stat(path).catch(() => undefined))?.mtimeMs ?? 0;

/** A version that did not know failures left the file of one where it was, and kept its record in the other place. */
function failuresIn(found: Found, picture: PictureIdentity): readonly EngineFailure[] {
	const failed = entryOf(found, picture, 'failed');
	const beside = failed?.kind === 'failed' ? failed.failures : [];
	return (ownRecord(found, picture)?.failures ?? []).reduce(withFailure, beside);
}

/** The kept record of a picture, as `lookBeside` finds it; of a picture that could not be read a record without values, for a person to type. */
export async function readForReview(picture: PictureIdentity, today: CalendarDay): Promise<PassportRecord | undefined> {
	const {record, failures} = await lookBeside(picture, today);
	return record ?? (failures.length > 0 ? unreadRecord({...picture, failures}) : undefined);
}

// One line for each pair of places: two saves of one record must not overtake each other.
const queue = serialize();

/** Keeps results by the content of their picture, whose place belongs to another content by now. */
export type KeepElsewhere = (sha256: string, path: string, entries: readonly SidecarEntry[]) => Promise<unknown>;

export type SavingOptions = {
	readonly onStanding?: () => void;
	readonly wasFree?: boolean;
	readonly mode?: number | undefined;
	/** The user asked to read the picture again, of which these were kept then: see `mergeReading`. */
	readonly again?: readonly PassportRecord[] | undefined;
	/** Where a result goes that loses its place and was paid for, or that a person has worked on. */
	readonly elsewhere?: KeepElsewhere | undefined;
};

/**
 * Keeps a record next to its picture: in the order of the calls, and over nothing but what this program or
 * the original skill wrote about the same picture, or an empty file. What another process has kept there meanwhile is
 * merged with it, see merge.ts. What was there stays until the new one is whole; for where nothing was see `writeFresh`.
 * It may be read by every user who may read the picture.
 *
 * @param options.onStanding called when a kill can no longer take it away, a moment before a power cut no longer can.
 * @param options.wasFree both places were free a moment ago, so that the first is tried at once.
 * @param options.mode permission bits of the picture, where they are known; it is asked for them else.
 * @returns its path.
 * @throws AppError FOREIGN_FILE {path} when both places are taken, NOT_WRITABLE {path, reason}, NOT_READABLE {path, reason}
 */
export const writeSidecar = async (record: PassportRecord, options: SavingOptions = {}): Promise<string> =>
	await queue(
		resolve(sidecarPath(record.path)),
		async () => (await save(record, readEntries([record], options), options)).path,
	);

const readEntries = (records: readonly PassportRecord[], {again}: SavingOptions) => ({
	entries: records.map(record => newEntry(record.path, toJson(record))),
	merge: (kept: PassportRecord, read: PassportRecord) => mergeReading(kept, read, again),
});

/**
 * Keeps the records of all passports of a page, in the place of what was kept of that page.
 *
 * @param records At least one; the first is that of the page's own address.
 * @param pages How many pages the picture has.
 * @returns the records as they are kept: another process may have kept more of them meanwhile.
 * @throws AppError as `writeSidecar`
 */
export const writePage = async <Records extends readonly PassportRecord[]>(
	records: Records,
	pages: number,
	options: SavingOptions = {},
): Promise<Records> => {
	const page = records[0]!;
	return await queue(resolve(sidecarPath(page.path)), async () => {
		const onPage = (part: string) => isOnPage(`${fileOf(page.path)}${part}`, page.path, pages);
		const {all, changed} = await save(page, readEntries(records, options), options, onPage);
		if (!changed) return records;
		const kept = all.filter(({part}) => onPage(part)).flatMap(entry => recordIn(entry, page.path) ?? []);
		return kept as unknown as Records;
	});
};

/**
 * Keeps that an engine could not read a picture, by the rules of `writeSidecar`. A record of the same content stays and
 * notes the failure; a result of the original skill stays as it is.
 *
 * @returns its path; undefined where nothing was written.
 * @throws AppError as `writeSidecar`
 */
export async function writeFailures(
	picture: PictureIdentity,
	failures: readonly EngineFailure[],
	options: SavingOptions = {},
): Promise<string | undefined> {
	return await queue(resolve(sidecarPath(picture.path)), async () => {
		const found = (await lookAtPlaces(picture.path)).map(([, sidecar]) => sidecar);
		if (
			!ownRecord(found, picture) &&
			found.some(sidecar => sidecar?.kind === 'original' && speaksOf(sidecar, picture.path))
		)
			return undefined;
		return (await save(picture, {entries: [newEntry(picture.path, failedToJson({...picture, failures}))]}, options))
			.path;
	});
}

/**
 * Keeps a record as it is after a decision. One without a value, whose typing was undone, leaves only the failures that
 * are known of the picture. Where another picture has taken the file's name meanwhile, its result stays, and the record
 * is kept by its content.
 *
 * @param before The record that the decision was about.
 * @returns the record as it is kept.
 * @throws AppError as `writeSidecar`
 */
export async function keepRecord(
	record: PassportRecord,
	{before, elsewhere}: {readonly before?: PassportRecord | undefined; readonly elsewhere?: KeepElsewhere} = {},
): Promise<PassportRecord> {
	return await queue(resolve(sidecarPath(record.path)), async () => {
		if (isUnread(record)) {
			const failures = (record.failures ?? []).filter(isAboutPicture);
			const entries = failures.length > 0 ? [newEntry(record.path, failedToJson({...record, failures}))] : [];
			const isTyped = (entry: SidecarEntry) => recordIn(entry, record.path)?.engine === record.engine;
			await save(record, {entries, replaces: isTyped}, {elsewhere}, part => part === partOf(record.path));
			return record;
		}
		const entry = newEntry(record.path, toJson(record));
		if (elsewhere && (await isReplaced(record))) {
			await elsewhere(record.sha256, record.path, [entry]);
			return record;
		}
		const merge = (kept: PassportRecord, decided: PassportRecord) => mergeDecision(kept, decided, before);
		const {all, changed} = await save(record, {entries: [entry], merge}, {elsewhere});
		const own = all.find(({part}) => part === entry.part);
		return (changed && own ? recordIn(own, record.path) : undefined) ?? record;
	});
}

/** Whether the file next to a picture speaks of another content, and the picture has that content by now. */
async function isReplaced({path, sha256}: PictureIdentity): Promise<boolean> {
	const other = (await lookAtPlaces(path)).find(
		([, sidecar]) => (sidecar?.kind === 'ours' || sidecar?.kind === 'failed') && sidecar.sha256 !== sha256,
	)?.[1];
	if (!other || !speaksOf(other, path)) return false;
	const bytes = await readFile(fileOf(path)).catch(() => undefined);
	return bytes !== undefined && createHash('sha256').update(bytes).digest('hex') !== sha256;
}

type Saved = MergedEntries & {readonly path: string};

/** @param drops Which parts are no longer kept, besides those of which there are new entries. */
async function save(
	picture: PictureIdentity,
	fresh: Omit<Parameters<typeof mergeEntries>[1], 'drops'>,
	{onStanding = () => {}, wasFree = false, mode: known, elsewhere}: SavingOptions,
	drops: (part: string) => boolean = () => false,
): Promise<Saved> {
	const mode = readableBy(known ?? (await modeOf(picture.path)));
	const first = sidecarPath(picture.path);
	const {entries} = fresh;
	if (wasFree && entries.length > 0) {
		const isWritten = await writeFresh(first, jsonText(sidecarJson(entries)), {mode, onStanding});
		if (isWritten) return {path: first, all: entries, aside: [], changed: false};
	}
	return await withLock(resolve(first), async () => {
		// A place that was free can be taken by another program meanwhile; then it is looked at again.
		for (let attempt = 0; attempt < 5; attempt++) {
			const place = await choosePlace(picture);
			const {path, how, outdated, kept, replaced} = place;
			const merged = mergeEntries(kept, {...fresh, drops}, picture.path);
			const {all, aside} = merged;
			if (aside.length > 0) await elsewhere?.(picture.sha256, picture.path, aside);
			if (all.length === 0) {
				if (kept.length > 0) await unlink(path).catch(() => {});
				if (outdated !== undefined) await unlink(outdated).catch(() => {});
				return {...merged, path};
			}
			await keepReplaced(picture, replaced, fresh.entries, elsewhere);
			if (!(await writeAtomic(path, jsonText(sidecarJson(all)), {mode, how}))) continue;
			onStanding();
			if (outdated !== undefined) await unlink(outdated).catch(() => {});
			return {...merged, path};
		}
		throw new AppError('FOREIGN_FILE', {path: first});
	});
}

/** Another content had this name before, or the original skill wrote about a file of it: what was paid for is not lost. */
async function keepReplaced(
	{path}: PictureIdentity,
	replaced: Place['replaced'],
	entries: readonly SidecarEntry[],
	elsewhere: KeepElsewhere | undefined,
): Promise<void> {
	if (replaced === undefined) return;
	const {sidecar} = replaced;
	if (sidecar.kind === 'original') {
		const isTakenOver = entries.some(entry => recordIn(entry, path)?.engineVersion === legacyVersion);
		if (!isTakenOver) await copyAside(replaced.path, new Date());
	} else if (sidecar.kind === 'ours' || sidecar.kind === 'failed') {
		const name = sidecar.source ?? path;
		await elsewhere?.(sidecar.sha256, resolve(dirname(path), fileOf(name)), entriesOf(sidecar));
	}
}

/** `outdated`: a failure of the same picture in the other place. `kept`: what is kept of the same content. */
type Place = {
	readonly path: string;
	readonly how: 'create' | 'replace';
	readonly outdated?: string;
	readonly kept: readonly SidecarEntry[];
	/** What is there of another content of the same name. */
	readonly replaced?: {readonly path: string; readonly sidecar: Sidecar};
};

type Taken = readonly (readonly [path: string, sidecar: Sidecar | undefined])[];

/**
 * What is at each place where a result of a picture may be kept.
 *
 * @throws AppError NOT_READABLE {path, reason} for a file that may not be read
 */
export async function lookAtPlaces(picture: string): Promise<Taken> {
	const taken = await Promise.all(
		sidecarPlaces(picture).map(async place => [place, await readSidecarFile(place)] as const),
	);
	for (const [path, sidecar] of taken) {
		if (sidecar?.kind === 'unreadable')
			throw new AppError('NOT_READABLE', {path, reason: sidecar.reason, result: path});
	}
	return taken;
}

/**
 * Whether there is a place for a result of a picture.
 *
 * @throws AppError FOREIGN_FILE {path}, NOT_READABLE {path, reason}
 */
export async function checkPlace(picture: PictureIdentity): Promise<void> {
	await choosePlace(picture);
}

async function choosePlace({path, sha256}: PictureIdentity): Promise<Place> {
	const taken = await lookAtPlaces(path);
	const own = (kind: 'ours' | 'failed') =>
		taken.find(([, sidecar]) => sidecar?.kind === kind && sidecar.sha256 === sha256);
	const [record, failed] = [own('ours'), own('failed')];
	const kept = entriesOf(record?.[1]);
	if (record) {
		const more = entriesOf(failed?.[1]).filter(({part}) => !kept.some(one => one.part === part));
		return {path: record[0], how: 'replace', ...(failed ? {outdated: failed[0]} : {}), kept: [...kept, ...more]};
	}
	if (failed) return {path: failed[0], how: 'replace', kept: entriesOf(failed[1])};
	const outdated = taken.find(([, sidecar]) => sidecar && speaksOf(sidecar, path));
	if (outdated) {
		const replaced = {path: outdated[0], sidecar: outdated[1]!};
		return {path: outdated[0], how: 'replace', kept: [], replaced};
	}
	const empty = taken.find(([, sidecar]) => sidecar?.kind === 'empty');
	if (empty) return {path: empty[0], how: 'replace', kept: []};
	const free = taken.find(([, sidecar]) => sidecar === undefined);
	if (free) return {path: free[0], how: 'create', kept: []};
	throw new AppError('FOREIGN_FILE', {path: sidecarPath(path)});
}

/** Whether a sidecar names this picture. One of the original skill that names none speaks of the file next to it. */
export const speaksOf = (sidecar: Sidecar, picture: string): boolean =>
	(sidecar.kind === 'ours' || sidecar.kind === 'failed' || sidecar.kind === 'broken' || sidecar.kind === 'original') &&
	names(sidecar, picture);

const names = ({source}: {readonly source: string | undefined}, picture: string): boolean =>
	fileOf(source ?? sourceImage(picture)) === fileOf(sourceImage(picture));

const modeOf = async (picture: string): Promise<number> =>
	(await stat(fileOf(picture)).catch(() => undefined))?.mode ?? 0;

/** Never by more people than the picture itself. */
const readableBy = (mode: number): number => (mode & 0o666) | 0o600;
