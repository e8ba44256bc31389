import {createHash} from 'node:crypto';
import {createReadStream, readdirSync, type Stats, statSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {blocking} from '../passport/judge/finding.ts';
import {fileOf} from '../picture-address.ts';
import type {PassportRecord} from './record.ts';

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

function isChanged(file: string, {sha256, recognizedAt, file: before}: Known): boolean | Promise<boolean> {
	const place = placeOf(file);
	if (!place) return false;
	const {path, stats} = place;
	if (before && before.bytes !== stats.size) return true;
	// An earlier version kept neither size nor time. The time of a change is also that of a file that was moved there.
	const isAsRead = before
		? before.modified === Math.trunc(stats.mtimeMs)
		: Math.max(stats.mtimeMs, stats.ctimeMs) < Date.parse(recognizedAt);
	return isAsRead ? false : hashOf(path).then(hash => hash !== undefined && hash !== sha256);
}

/** A file, also where its name is decomposed on the disk: a sidecar has it composed. */
function placeOf(file: string): {readonly path: string; readonly stats: Stats} | undefined {
	const stats = statsOf(file);
	if (stats) return {path: file, stats};
	// Most files that are gone have names that are written in one way only.
	if (!/[^\0-\x7f]/.test(basename(file))) return undefined;
	const name = namesIn(dirname(file)).find(one => one.normalize('NFC') === basename(file).normalize('NFC'));
	const path = name && join(dirname(file), name);
	const other = path && statsOf(path);
	return other ? {path, stats: other} : undefined;
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
export function withChangedPicture(record: PassportRecord): PassportRecord {
	const {passport} = record;
	const status = passport.status === 'clean' ? 'check' : passport.status;
	return {...record, passport: {...passport, status, issues: [...passport.issues, blocking('changed-picture')]}};
}

/** Whether a record was marked in that way. */
export const hasChangedPicture = ({passport}: Pick<PassportRecord, 'passport'>): boolean =>
	passport.issues.some(({code}) => code === 'changed-picture');

/** Whether no person has decided about the values of a picture that has changed. */
export const isOfFormerPicture = (record: PassportRecord): boolean =>
	hasChangedPicture(record) && record.review.state === 'unreviewed';

/** Records as their pictures are now, in their order. */
export async function withChangedPictures(records: readonly PassportRecord[]): Promise<readonly PassportRecord[]> {
	const isOther = createChangeCheck();
	const now: PassportRecord[] = [];
	for (const record of records) now.push((await isOther(record)) ? withChangedPicture(record) : record);
	return now;
}
