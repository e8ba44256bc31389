import {dirname, join} from 'node:path';
import {createChangeCheck} from './changed-picture.ts';
import {type CompactRecord, recordCompactor} from './compact.ts';
import {asEscapes, beyondLatin1} from './json-text.ts';
import {readSidecarFileNow} from './read-json.ts';
import type {PassportRecord} from './record.ts';
import {isUsualPlace} from './renamed-picture.ts';
import {hasOthers} from './sidecar-entries.ts';

/** What is asked of another thread: the records of files, with the places on their pictures or without. */
export type UsualQuestion = {readonly paths: readonly string[]; readonly withPlaces: boolean};

/**
 * Returns the records of the usual sidecars among some files, as JSON for `usualRecords`: of one passport, under the name
 * of its picture, which has not changed since. Of any other file it says nothing.
 */
export function usualSidecars({paths, withPlaces}: UsualQuestion): string {
	const kinds: CompactKinds = [];
	const {compact} = recordCompactor(kinds);
	const isChanged = createChangeCheck();
	const records = paths.map(path => {
		const record = usualRecord(path);
		return record && isChanged(record) === false ? compact(listed(record, withPlaces)) : 0;
	});
	return JSON.stringify([kinds, records]).replace(beyondLatin1, asEscapes);
}

type CompactKinds = Parameters<typeof recordCompactor>[0] & object;

/** Returns for each file its record, or undefined where nothing is said of it. */
export function* usualRecords(answer: string): Iterable<PassportRecord | undefined> {
	const [kinds, records] = JSON.parse(answer) as [CompactKinds, (CompactRecord | 0)[]];
	const {expanded} = recordCompactor(kinds);
	for (const record of records) yield record === 0 ? undefined : expanded(record);
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
