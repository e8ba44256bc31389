import {createHash} from 'node:crypto';
import {readFile, stat, unlink} from 'node:fs/promises';
import {dirname, resolve} from 'node:path';
import {AppError} from '../../errors.ts';
import {fileOf, isOnPage, partOf} from '../../picture-address.ts';
import {writeAtomic, writeFresh} from '../atomic-write.ts';
import {withLock} from '../claim.ts';
import {isAboutPicture} from '../failures.ts';
import {failedToJson} from '../json/failed-json.ts';
import {jsonText} from '../json/json-text.ts';
import {toJson} from '../json/to-json.ts';
import {legacyVersion} from '../legacy/record.ts';
import type {EngineFailure, PassportRecord, PictureIdentity} from '../record.ts';
import {serialize} from '../serialize.ts';
import {isUnread} from '../unread-record.ts';
import {copyAside} from './copy-aside.ts';
import {entriesOf, newEntry, recordIn, type SidecarEntry, sidecarJson} from './entries.ts';
import {ownRecord} from './look-beside.ts';
import {mergeDecision, mergeReading} from './merge.ts';
import {type MergedEntries, mergeEntries} from './merge-entries.ts';
import {sidecarPath} from './path.ts';
import {choosePlace, lookAtPlaces, type Place, speaksOf} from './places.ts';

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

const modeOf = async (picture: string): Promise<number> =>
	(await stat(fileOf(picture)).catch(() => undefined))?.mode ?? 0;

/** Never by more people than the picture itself. */
const readableBy = (mode: number): number => (mode & 0o666) | 0o600;
