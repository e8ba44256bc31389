import {stat, unlink} from 'node:fs/promises';
import {basename, dirname, extname, join, resolve} from 'node:path';
import {AppError} from '../errors.ts';
import type {CalendarDay} from '../passport/model/passport.ts';
import {fileOf, isOnPage, partOf} from '../picture-address.ts';
import {writeAtomic, writeFresh} from './atomic-write.ts';
import {failedToJson} from './failed-json.ts';
import {isAboutPicture, withFailure} from './failures.ts';
import type {Sidecar} from './from-json.ts';
import {jsonText} from './json-text.ts';
import {sourceImage} from './legacy-keys.ts';
import {readSidecarFile} from './read-json.ts';
import type {EngineFailure, PassportRecord, PictureIdentity} from './record.ts';
import {serialize} from './serialize.ts';
import {entriesOf, newEntry, type SidecarEntry, sidecarJson} from './sidecar-entries.ts';
import {toJson} from './to-json.ts';
import {isUnread, unreadRecord} from './unread-record.ts';

/** Beside the picture, for all of its passports and pages; its last extension replaced: `a.jpg` has `a.json`, as the original skill has it. */
export const sidecarPath = (picture: string): string => besideFile(fileOf(picture));

const besideFile = (file: string): string => join(dirname(file), `${basename(file, extname(file))}.json`);

/** Its path when the other place is another picture's or another program's: `a.jpg.json`. */
export const secondSidecarPath = (picture: string): string => `${fileOf(picture)}.json`;

const places = (picture: string): readonly string[] => [...new Set([sidecarPath(picture), secondSidecarPath(picture)])];

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
};

/** Looks at the places beside a picture. Never throws. */
export async function lookBeside(picture: PageIdentity, today: CalendarDay): Promise<Beside> {
	const {path, sha256} = picture;
	const taken = await lookAtPlaces(path);
	const found = taken.map(([, sidecar]) => sidecar);
	const later = taken.find(([, sidecar]) => sidecar?.kind === 'later' && names(sidecar, path))?.[0];
	const isFree = found.every(sidecar => sidecar === undefined);
	const record = ownRecord(found, {path, sha256}) ?? originalRecord(found, {path, sha256}, today);
	return {
		...(record ? {record} : {}),
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

const originalRecord = (found: Found, picture: PictureIdentity, today: CalendarDay): PassportRecord | undefined => {
	if (partOf(picture.path) !== '') return undefined;
	const original = found.find(sidecar => sidecar?.kind === 'original' && speaksOf(sidecar, picture.path));
	return original?.kind === 'original' ? original.record(picture, today) : undefined;
};

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

export type SavingOptions = {
	readonly onStanding?: () => void;
	readonly wasFree?: boolean;
	readonly mode?: number | undefined;
};

/**
 * Keeps a record beside its picture: in the order of the calls, and over nothing but what this program or
 * the original skill wrote about the same picture, or an empty file. What was there stays until the new one is whole;
 * for where nothing was see `writeFresh`. It may be read by every user who may read the picture.
 *
 * @param options.onStanding called when a kill can no longer take it away, a moment before a power cut no longer can.
 * @param options.wasFree both places were free a moment ago, so that the first is tried at once.
 * @param options.mode permission bits of the picture, where they are known; it is asked for them else.
 * @returns its path.
 * @throws AppError FOREIGN_FILE {path} when both places are taken, NOT_WRITABLE {path, reason}.
 */
export const writeSidecar = async (record: PassportRecord, options: SavingOptions = {}): Promise<string> =>
	await queue(
		resolve(sidecarPath(record.path)),
		async () => await save(record, [newEntry(record.path, toJson(record))], options),
	);

/**
 * Keeps the records of all passports of a page, in the place of what was kept of that page.
 *
 * @param records At least one; the first is that of the page's own address.
 * @param pages How many pages the picture has.
 * @throws AppError as `writeSidecar`
 */
export const writePage = async (
	records: readonly PassportRecord[],
	pages: number,
	options: SavingOptions = {},
): Promise<string> => {
	const page = records[0]!;
	const entries = records.map(record => newEntry(record.path, toJson(record)));
	return await queue(
		resolve(sidecarPath(page.path)),
		async () => await save(page, entries, options, part => isOnPage(`${fileOf(page.path)}${part}`, page.path, pages)),
	);
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
		const all = failures.reduce(withFailure, failuresIn(found, picture));
		const record = ownRecord(found, picture);
		if (record) return await save(picture, [newEntry(picture.path, toJson({...record, failures: all}))], options);
		if (found.some(sidecar => sidecar?.kind === 'original' && speaksOf(sidecar, picture.path))) return undefined;
		return await save(picture, [newEntry(picture.path, failedToJson({...picture, failures: all}))], options);
	});
}

/**
 * Keeps a record as it is after a decision. One without a value, whose typing was undone, leaves only the failures that
 * are known of the picture.
 *
 * @throws AppError as `writeSidecar`
 */
export async function keepRecord(record: PassportRecord): Promise<void> {
	if (!isUnread(record)) {
		await writeSidecar(record);
		return;
	}
	const failures = (record.failures ?? []).filter(isAboutPicture);
	await queue(resolve(sidecarPath(record.path)), async () => {
		const entries = failures.length > 0 ? [newEntry(record.path, failedToJson({...record, failures}))] : [];
		await save(record, entries, {}, part => part === partOf(record.path));
	});
}

/** @param drops Which parts are no longer kept, besides those of which there are new entries. */
async function save(
	picture: PictureIdentity,
	entries: readonly SidecarEntry[],
	{onStanding = () => {}, wasFree = false, mode: known}: SavingOptions,
	drops: (part: string) => boolean = () => false,
): Promise<string> {
	const mode = readableBy(known ?? (await modeOf(picture.path)));
	const first = sidecarPath(picture.path);
	if (wasFree && entries.length > 0) {
		if (await writeFresh(first, jsonText(sidecarJson(entries)), {mode, onStanding})) return first;
	}
	const isNew = new Set(entries.map(({part}) => part));
	// A place that was free can be taken by another process meanwhile; then it is looked at again.
	for (let attempt = 0; attempt < 5; attempt++) {
		const {path, how, outdated, kept} = await choosePlace(picture);
		const all = [...kept.filter(({part}) => !isNew.has(part) && !drops(part)), ...entries];
		if (all.length === 0) {
			if (kept.length > 0) await unlink(path).catch(() => {});
		} else if (!(await writeAtomic(path, jsonText(sidecarJson(all)), {mode, how}))) continue;
		if (outdated !== undefined) await unlink(outdated).catch(() => {});
		return path;
	}
	throw new AppError('FOREIGN_FILE', {path: first});
}

/** `outdated`: a failure of the same picture in the other place. `kept`: what is kept of the same content. */
type Place = {
	readonly path: string;
	readonly how: 'create' | 'replace';
	readonly outdated?: string;
	readonly kept: readonly SidecarEntry[];
};

/** What is at each place where a result of a picture may be kept. */
export const lookAtPlaces = async (picture: string) =>
	await Promise.all(places(picture).map(async place => [place, await readSidecarFile(place)] as const));

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
	if (outdated) return {path: outdated[0], how: 'replace', kept: []};
	const empty = taken.find(([, sidecar]) => sidecar?.kind === 'empty');
	if (empty) return {path: empty[0], how: 'replace', kept: []};
	const free = taken.find(([, sidecar]) => sidecar === undefined);
	if (free) return {path: free[0], how: 'create', kept: []};
	throw new AppError('FOREIGN_FILE', {path: sidecarPath(path)});
}

/** Whether a sidecar names this picture. One of the original skill that names none speaks of the file beside it. */
export const speaksOf = (sidecar: Sidecar, picture: string): boolean =>
	sidecar.kind !== 'foreign' &&
	sidecar.kind !== 'later' &&
	sidecar.kind !== 'no-passport' &&
	sidecar.kind !== 'empty' &&
	names(sidecar, picture);

const names = ({source}: {readonly source: string | undefined}, picture: string): boolean =>
	fileOf(source ?? sourceImage(picture)) === fileOf(sourceImage(picture));

const modeOf = async (picture: string): Promise<number> =>
	(await stat(fileOf(picture)).catch(() => undefined))?.mode ?? 0;

/** Never by more people than the picture itself. */
const readableBy = (mode: number): number => (mode & 0o666) | 0o600;
