import {traitsOf} from '../../engines/choice.ts';
import {fileOf} from '../../picture-address.ts';
import {withFailure} from '../failures.ts';
import {failedToJson} from '../json/failed-json.ts';
import {toJson} from '../json/to-json.ts';
import type {PassportRecord} from '../record.ts';
import {isTouched} from '../reuse.ts';
import {newEntry, recordIn, type SidecarEntry} from './entries.ts';
import type {Merged} from './merge.ts';

type Fresh = {
	readonly entries: readonly SidecarEntry[];
	/** A kept record and a new one of the same passport; without it the new one takes the place. */
	readonly merge?: (kept: PassportRecord, fresh: PassportRecord) => Merged;
	/** Kept records that make room although they are a person's work or were paid for. */
	readonly replaces?: (entry: SidecarEntry) => boolean;
	/** Parts that are no longer kept where there is no new entry for them. */
	readonly drops: (part: string) => boolean;
};

export type MergedEntries = {
	/** What is kept from now on. */
	readonly all: readonly SidecarEntry[];
	/** What was paid for, or worked on by a person, and lost its place. */
	readonly aside: readonly SidecarEntry[];
	/** Not all new entries are kept as they came, or more than those. */
	readonly changed: boolean;
};

/**
 * What a sidecar holds and what is to be kept in it, as one.
 *
 * @param path Of a passport of the picture.
 */
export function mergeEntries(
	kept: readonly SidecarEntry[],
	{entries, merge, replaces = () => false, drops}: Fresh,
	path: string,
): MergedEntries {
	const aside: SidecarEntry[] = [];
	let changed = false;
	const merged = entries.map(entry => {
		const before = kept.find(({part}) => part === entry.part);
		if (!before || replaces(before)) return entry;
		const [was, is] = [recordIn(before, path), recordIn(entry, path)];
		if (!is) return withFailuresOf(entry, before, was, path);
		if (!was || !merge) return entry;
		const {record, aside: lost} = merge(was, is);
		if (lost) aside.push(newEntry(lost.path, toJson(lost)));
		if (record === is) return entry;
		changed = true;
		return newEntry(record.path, toJson(record));
	});
	const isNew = new Set(entries.map(({part}) => part));
	const others = kept.filter(entry => {
		if (isNew.has(entry.part)) return false;
		if (!drops(entry.part) || replaces(entry)) return !drops(entry.part);
		const record = recordIn(entry, path);
		if (record && isTouched(record)) {
			changed = true;
			return true;
		}
		if (record && traitsOf(record.engine).paid) aside.push(entry);
		return false;
	});
	return {all: [...others, ...merged], aside, changed};
}

/** Failures never take the place of a record: it notes them. */
function withFailuresOf(
	failed: SidecarEntry,
	before: SidecarEntry,
	record: PassportRecord | undefined,
	path: string,
): SidecarEntry {
	if (failed.sidecar.kind !== 'failed') return failed;
	const known = record?.failures ?? (before.sidecar.kind === 'failed' ? before.sidecar.failures : []);
	const failures = failed.sidecar.failures.reduce(withFailure, known);
	const address = `${fileOf(path)}${failed.part}`;
	if (record) return newEntry(address, toJson({...record, failures}));
	return newEntry(address, failedToJson({path: address, sha256: failed.sidecar.sha256, failures}));
}
