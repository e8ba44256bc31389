import {stat, unlink} from 'node:fs/promises';
import {basename, dirname, extname, join, resolve} from 'node:path';
import {AppError} from '../errors.ts';
import type {CalendarDay} from '../passport/model/passport.ts';
import {writeAtomic, writeFresh} from './atomic-write.ts';
import {failedToJson} from './failed-json.ts';
import {isAboutPicture, withFailure} from './failures.ts';
import type {Sidecar} from './from-json.ts';
import {jsonText} from './json-text.ts';
import {sourceImage} from './legacy-keys.ts';
import {readSidecarFile} from './read-json.ts';
import type {EngineFailure, PassportRecord, PictureIdentity} from './record.ts';
import {serialize} from './serialize.ts';
import {toJson} from './to-json.ts';
import {isUnread, unreadRecord} from './unread-record.ts';

/** Beside the picture, its last extension replaced: `a.jpg` has `a.json`, as the original skill has it. */
export const sidecarPath = (picture: string): string =>
	join(dirname(picture), `${basename(picture, extname(picture))}.json`);

/** Where it stands when the other place is another picture's or another program's: `a.jpg.json`. */
export const secondSidecarPath = (picture: string): string => `${picture}.json`;

const places = (picture: string): readonly string[] => [...new Set([sidecarPath(picture), secondSidecarPath(picture)])];

export type Beside = {
	/**
	 * The kept record of a picture. Ours is known by the content of the picture; one of the original skill, which kept no
	 * hash, by names only, and carries `originalVersion`.
	 */
	readonly record?: PassportRecord;
	/** Engines that found no passport in the same content. */
	readonly failures: readonly EngineFailure[];
	/** Nothing stands where a record could. */
	readonly isFree: boolean;
	/** Where a later version of this program keeps a result of a picture of this name. */
	readonly later?: string;
};

/** Looks at the places beside a picture. Never throws. */
export async function lookBeside({path, sha256}: PictureIdentity, today: CalendarDay): Promise<Beside> {
	const taken = await lookAtPlaces(path);
	const found = taken.map(([, sidecar]) => sidecar);
	const later = taken.find(([, sidecar]) => sidecar?.kind === 'later' && names(sidecar, path))?.[0];
	const isFree = found.every(sidecar => sidecar === undefined);
	const record = ownRecord(found, {path, sha256}) ?? originalRecord(found, {path, sha256}, today);
	return {
		...(record ? {record} : {}),
		failures: failuresIn(found, {path, sha256}),
		isFree,
		...(later === undefined ? {} : {later}),
	};
}

type Found = readonly (Sidecar | undefined)[];

const ownRecord = (found: Found, {path, sha256}: PictureIdentity): PassportRecord | undefined => {
	const own = found.find(sidecar => sidecar?.kind === 'ours' && sidecar.sha256 === sha256);
	return own?.kind === 'ours' ? own.record(path) : undefined;
};

const originalRecord = (found: Found, picture: PictureIdentity, today: CalendarDay): PassportRecord | undefined => {
	const original = found.find(sidecar => sidecar?.kind === 'original' && speaksOf(sidecar, picture.path));
	return original?.kind === 'original' ? original.record(picture, today) : undefined;
};

/** A version that did not know failures left the file of one where it was, and kept its record in the other place. */
function failuresIn(found: Found, picture: PictureIdentity): readonly EngineFailure[] {
	const failed = found.find(sidecar => sidecar?.kind === 'failed' && sidecar.sha256 === picture.sha256);
	const beside = failed?.kind === 'failed' ? failed.failures : [];
	return (ownRecord(found, picture)?.failures ?? []).reduce(withFailure, beside);
}

/** The kept record of a picture, as `lookBeside` finds it. */
export const readSidecar = async (picture: PictureIdentity, today: CalendarDay): Promise<PassportRecord | undefined> =>
	(await lookBeside(picture, today)).record;

/** The same; of a picture that could not be read a record without values, for a person to type. */
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
 * the original skill wrote about the same picture, or an empty file. What stood there stays until the new one is
 * whole; for where nothing stood see `writeFresh`. It may be read by whoever may read the picture.
 *
 * @param options.onStanding called when a kill can no longer take it away, a moment before a power cut no longer can.
 * @param options.wasFree both places were free a moment ago, so that the first is tried at once.
 * @param options.mode permission bits of the picture, where they are known; it is asked for them else.
 * @returns where it stands.
 * @throws AppError FOREIGN_FILE {path} when both places are taken, NOT_WRITABLE {path, reason}.
 */
export const writeSidecar = async (record: PassportRecord, options: SavingOptions = {}): Promise<string> =>
	await queue(resolve(sidecarPath(record.path)), async () => await save(record, toJson(record), options));

/**
 * Keeps that an engine could not read a picture, by the rules of `writeSidecar`. A record of the same content stays and
 * notes the failure; a result of the original skill stays as it is.
 *
 * @returns where it stands; undefined where nothing was written.
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
		if (record) return await save(picture, toJson({...record, failures: all}), options);
		if (found.some(sidecar => sidecar?.kind === 'original' && speaksOf(sidecar, picture.path))) return undefined;
		return await save(picture, failedToJson({...picture, failures: all}), options);
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
		const taken = await lookAtPlaces(record.path);
		const own = taken.find(([, sidecar]) => sidecar?.kind === 'ours' && sidecar.sha256 === record.sha256);
		if (failures.length > 0) await save(record, failedToJson({...record, failures}), {});
		else if (own) await unlink(own[0]);
	});
}

async function save(
	picture: PictureIdentity,
	json: unknown,
	{onStanding = () => {}, wasFree = false, mode: known}: SavingOptions,
): Promise<string> {
	const text = jsonText(json);
	const mode = readableBy(known ?? (await modeOf(picture.path)));
	const first = sidecarPath(picture.path);
	if (wasFree && (await writeFresh(first, text, {mode, onStanding}))) return first;
	// A place that was free can be taken by another process meanwhile; then it is looked at again.
	for (let attempt = 0; attempt < 5; attempt++) {
		const {path, how, outdated} = await choosePlace(picture);
		if (!(await writeAtomic(path, text, {mode, how}))) continue;
		if (outdated !== undefined) await unlink(outdated).catch(() => {});
		return path;
	}
	throw new AppError('FOREIGN_FILE', {path: first});
}

/** `outdated`: a failure of the same picture in the other place. */
type Place = {readonly path: string; readonly how: 'create' | 'replace'; readonly outdated?: string};

/** What is at each place where a result of a picture may be kept. */
export const lookAtPlaces = async (picture: string) =>
	await Promise.all(places(picture).map(async place => [place, await readSidecarFile(place)] as const));

async function choosePlace({path, sha256}: PictureIdentity): Promise<Place> {
	const taken = await lookAtPlaces(path);
	const is = (kind: 'ours' | 'failed') =>
		taken.find(([, sidecar]) => sidecar?.kind === kind && sidecar.sha256 === sha256)?.[0];
	const [record, failed] = [is('ours'), is('failed')];
	if (record !== undefined) {
		return {path: record, how: 'replace', ...(failed === undefined ? {} : {outdated: failed})};
	}
	if (failed !== undefined) return {path: failed, how: 'replace'};
	const outdated = taken.find(([, sidecar]) => sidecar && speaksOf(sidecar, path));
	if (outdated) return {path: outdated[0], how: 'replace'};
	const empty = taken.find(([, sidecar]) => sidecar?.kind === 'empty');
	if (empty) return {path: empty[0], how: 'replace'};
	const free = taken.find(([, sidecar]) => sidecar === undefined);
	if (free) return {path: free[0], how: 'create'};
	throw new AppError('FOREIGN_FILE', {path: sidecarPath(path)});
}

/** Whether a sidecar names this picture. One of the original skill that names none speaks of the file it stands beside. */
export const speaksOf = (sidecar: Sidecar, picture: string): boolean =>
	sidecar.kind !== 'foreign' &&
	sidecar.kind !== 'later' &&
	sidecar.kind !== 'no-passport' &&
	sidecar.kind !== 'empty' &&
	names(sidecar, picture);

const names = ({source}: {readonly source: string | undefined}, picture: string): boolean =>
	(source ?? sourceImage(picture)) === sourceImage(picture);

const modeOf = async (picture: string): Promise<number> => (await stat(picture).catch(() => undefined))?.mode ?? 0;

/** Never by more people than the picture itself. */
const readableBy = (mode: number): number => (mode & 0o666) | 0o600;
