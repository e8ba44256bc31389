import {dirname, join} from 'node:path';
import {createChangeCheck} from '../changed-picture.ts';
import {type CompactRecord, compact, expanded} from '../json/compact.ts';
import {lineOf} from '../json/json-text.ts';
import {readSidecarFileNow} from '../json/read-json.ts';
import type {PassportRecord} from '../record.ts';
import {hasOthers} from './entries.ts';
import {isUsualPlace} from './renamed-picture.ts';

/** What is asked of another thread: the records of files, with the places on their pictures or without. */
export type UsualQuestion = {readonly paths: readonly string[]; readonly withPlaces: boolean};

/** A record, and the compact one as a line of JSON. */
export type UsualRecord = {readonly record: PassportRecord; readonly line: string};

/**
 * Returns the records of the usual sidecars among some files, as lines for `usualRecords`: of one passport, under the name
 * of its picture, which has not changed since. The line of any other file is empty.
 */
export function usualSidecars({paths, withPlaces}: UsualQuestion): string {
	const isChanged = createChangeCheck();
	const lines = paths.map(path => {
		const record = usualRecord(path);
		return record && isChanged(record) === false ? lineOf(compact(listed(record, withPlaces))) : '';
	});
	return lines.join('\n');
}

/** Returns for each file its record, or undefined where nothing is said of it. */
export function* usualRecords(answer: string): Iterable<UsualRecord | undefined> {
	for (const line of answer.split('\n')) {
		yield line === '' ? undefined : {record: expanded(JSON.parse(line) as CompactRecord), line};
	}
}

function usualRecord(path: string): PassportRecord | undefined {
	const sidecar = readSidecarFileNow(path);
	if (sidecar?.kind !== 'ours' || sidecar.source === undefined || hasOthers(sidecar)) return undefined;
	return isUsualPlace(path, sidecar.source) ? sidecar.record(join(dirname(path), sidecar.source)) : undefined;
}

/** A record without what no list says: what other engines answered, what a later version kept, how large a file was. */
export function listed(record: PassportRecord, withPlaces: boolean): PassportRecord {
	const {geometry, failures: _, later: __, file: ___, ...kept} = record;
	return withPlaces && geometry ? {...kept, geometry} : kept;
}
