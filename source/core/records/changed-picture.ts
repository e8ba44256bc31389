import {createHash} from 'node:crypto';
import {createReadStream, readdirSync, type Stats, statSync} from 'node:fs';
import {readdir, stat} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {blocking, notice} from '../passport/judge/finding.ts';
import type {Issue} from '../passport/model/passport.ts';
import {fileOf} from '../picture-address.ts';
import type {PassportRecord, PictureNow} from './record.ts';

type Known = Pick<PassportRecord, 'path' | 'sha256' | 'recognizedAt' | 'file'>;

/**
 * Returns whether the file of a record holds another picture by now. A file that is gone, or cannot be read, does not. It is
 * hashed only where its size or its times are not those of the reading. Of the further passports of a picture that
 * follow one another its file is looked at once.
 */
export function createChangeCheck(): (record: Known) => boolean | Promise<boolean> {
	let last: {readonly of: string; readonly answer: boolean | Promise<boolean>} | undefined;
	return record => {
		const {sha256} = record;
		if (sha256 === '') return false;
		const file = fileOf(record.path);
		const of = `${sha256} ${file}`;
		if (last?.of !== of) last = {of, answer: isChanged(file, record)};
		return last.answer;
	};
}

function isChanged(file: string, known: Known): boolean | Promise<boolean> {
	const place = placeOf(file);
	if (!place) return false;
	const now = compare(place, known);
	return now instanceof Promise ? now.then(is => is === 'other') : now === 'other';
}

/**
 * Returns what became of the picture of a record; undefined while it is the one that was read. The same test as
 * `createChangeCheck`, for a session: it never waits for a slow drive.
 */
export async function pictureNow(record: Known): Promise<PictureNow | undefined> {
	if (record.sha256 === '') return undefined;
	const file = fileOf(record.path);
	const stats = await statsSoon(file);
	if (stats) return await compare({path: file, stats}, record);
	const path = hasSeveralForms(file) ? sameName(file, await readdir(dirname(file)).catch(() => [])) : undefined;
	const other = path === undefined ? undefined : await statsSoon(path);
	return path !== undefined && other ? await compare({path, stats: other}, record) : 'gone';
}

type Place = {readonly path: string; readonly stats: Stats};

function compare(
	{path, stats}: Place,
	{sha256, recognizedAt, file: before}: Known,
): PictureNow | undefined | Promise<PictureNow | undefined> {
	if (before && before.bytes !== stats.size) return 'other';
	// An earlier version kept neither size nor time. The time of a change is also that of a file that was moved there.
	const isAsRead = before
		? before.modified === Math.trunc(stats.mtimeMs)
		: Math.max(stats.mtimeMs, stats.ctimeMs) < Date.parse(recognizedAt);
	if (isAsRead) return undefined;
	return hashOf(path).then(hash => (hash === undefined ? 'gone' : hash === sha256 ? undefined : 'other'));
}

/** A file, also where its name is decomposed on the disk: a sidecar has it composed. */
function placeOf(file: string): Place | undefined {
	const stats = statsOf(file);
	if (stats) return {path: file, stats};
	const path = hasSeveralForms(file) ? sameName(file, namesIn(dirname(file))) : undefined;
	const other = path === undefined ? undefined : statsOf(path);
	return path !== undefined && other ? {path, stats: other} : undefined;
}

/** Most files that are gone have names that are written in one way only. */
const hasSeveralForms = (file: string): boolean => /[^\0-\x7f]/.test(basename(file));

function sameName(file: string, names: readonly string[]): string | undefined {
	const name = names.find(one => one.normalize('NFC') === basename(file).normalize('NFC'));
	return name === undefined ? undefined : join(dirname(file), name);
}

async function statsSoon(path: string): Promise<Stats | undefined> {
	const stats = await stat(path).catch(() => undefined);
	return stats?.isFile() ? stats : undefined;
}

function statsOf(path: string): Stats | undefined {
	try {
		const stats = statSync(path, {throwIfNoEntry: false});
		return stats?.isFile() ? stats : undefined;
	} catch {
		return undefined;
	}
}

function namesIn(folder: string): readonly string[] {
	try {
		return readdirSync(folder);
	} catch {
		return [];
	}
}

async function hashOf(path: string): Promise<string | undefined> {
	const hash = createHash('sha256');
	try {
		for await (const part of createReadStream(path)) hash.update(part);
		return hash.digest('hex');
	} catch {
		return undefined;
	}
}

/**
 * The record of a picture that has changed: its values are those of the former one, and prove nothing about the picture
 * that is there. What a person decided stays. Not for keeping.
 */
export const withChangedPicture = (record: PassportRecord): PassportRecord =>
	hasChangedPicture(record) ? record : toCheck(record, blocking('changed-picture'));

/**
 * Returns a record as its picture is now. One whose picture is gone is to check while no person has decided: there is
 * nothing to compare it with. Its values keep their evidence. Not for keeping.
 */
export function withPictureNow(record: PassportRecord): PassportRecord {
	if (record.pictureNow === undefined || record.passport.status === 'refused') return record;
	if (record.pictureNow === 'other') return withChangedPicture(record);
	if (record.review.state === 'unreviewed') return toCheck(record, blocking('picture-gone'));
	return {...record, passport: {...record.passport, issues: [...record.passport.issues, notice('picture-gone')]}};
}

function toCheck(record: PassportRecord, issue: Issue): PassportRecord {
	const {passport} = record;
	const status = passport.status === 'clean' ? 'check' : passport.status;
	return {...record, passport: {...passport, status, issues: [...passport.issues, issue]}};
}

/** Returns a record with what became of its picture, or without. */
export function withMark(record: PassportRecord, now: PictureNow | undefined): PassportRecord {
	if (record.pictureNow === now) return record;
	const {pictureNow: _, ...read} = record;
	return now === undefined ? read : {...read, pictureNow: now};
}

/** Whether a record was marked in that way. */
export const hasChangedPicture = ({passport}: Pick<PassportRecord, 'passport'>): boolean =>
	passport.issues.some(({code}) => code === 'changed-picture');

/** Whether no person has decided about the values of a picture that has changed. */
export const isOfFormerPicture = (record: PassportRecord): boolean =>
	hasChangedPicture(record) && record.review.state === 'unreviewed';

/** Pictures that are looked at side by side. */
const atOnce = 32;

/** Returns records with what became of their pictures, in their order. */
export async function withMarksNow(records: readonly PassportRecord[]): Promise<readonly PassportRecord[]> {
	const marked: PassportRecord[] = [];
	for (let from = 0; from < records.length; from += atOnce) {
		const some = records.slice(from, from + atOnce);
		marked.push(...(await Promise.all(some.map(async record => withMark(record, await pictureNow(record))))));
	}
	return marked;
}
