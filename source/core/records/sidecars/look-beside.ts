import {stat} from 'node:fs/promises';
import type {CalendarDay} from '../../passport/model/passport.ts';
import {fileOf, isOnPage, partOf} from '../../picture-address.ts';
import {withFailure} from '../failures.ts';
import type {Sidecar} from '../json/from-json.ts';
import type {EngineFailure, PassportRecord, PictureIdentity} from '../record.ts';
import {unreadRecord} from '../unread-record.ts';
import {entriesOf, type SidecarEntry} from './entries.ts';
import {lookAtPlaces, names, speaksOf, type Taken} from './places.ts';

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

export const ownRecord = (found: Found, picture: PictureIdentity): PassportRecord | undefined => {
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
