import type {FieldKey} from '../passport/model/fields.ts';
import {contentOf} from '../records/content.ts';
import type {PassportRecord} from '../records/record.ts';
import {changedPlaces} from './changed-records.ts';
import {namesOf, type RelationKind} from './same-person.ts';
import {differingFields, mostCompared, signatureOf} from './same-values.ts';

type GroupKind = Exclude<RelationKind, 'conflict'>;

/** Records under what they share with others. Rejected ones do not count. */
type Index = {
	records: readonly PassportRecord[];
	readonly places: Map<PassportRecord, number>;
	readonly groups: Readonly<Record<GroupKind, Map<string, PassportRecord[]>>>;
	/** Whether the records of a group have the same values, as far as that was asked since the group changed. */
	readonly alike: Map<readonly PassportRecord[], boolean>;
};

const keysOf = (record: PassportRecord): Readonly<Record<GroupKind, string | undefined>> => ({
	samePicture: contentOf(record),
	samePassport: namesOf(record).document,
	samePerson: namesOf(record).person,
});

const kinds = ['samePicture', 'samePassport', 'samePerson'] as const;

function add({groups, places, alike}: Index, record: PassportRecord, place: number): void {
	places.set(record, place);
	if (record.review.state === 'rejected') return;
	const keys = keysOf(record);
	for (const kind of kinds) {
		const key = keys[kind];
		if (key === undefined) continue;
		const group = groups[kind].get(key) ?? [];
		group.push(record);
		groups[kind].set(key, group);
		alike.delete(group);
	}
}

function remove({groups, places, alike}: Index, record: PassportRecord): void {
	places.delete(record);
	const keys = keysOf(record);
	for (const kind of kinds) {
		const group = groups[kind].get(keys[kind] ?? '') ?? [];
		const at = group.indexOf(record);
		if (at >= 0) group.splice(at, 1);
		alike.delete(group);
	}
}

const empty = (): Index => ({
	records: [],
	places: new Map(),
	groups: {samePicture: new Map(), samePassport: new Map(), samePerson: new Map()},
	alike: new Map(),
});

let last = empty();

/** Kept from call to call: a decision changes one record among thousands, and only that one is looked at. */
function indexOf(records: readonly PassportRecord[]): Index {
	if (last.records === records) return last;
	const changed = changedPlaces(last.records, records);
	if (records.length < last.records.length || changed.length > records.length / 4) last = empty();
	for (const at of last.records.length === 0 ? records.keys() : changed) {
		const before = last.records[at];
		if (before) remove(last, before);
		add(last, records[at]!, at);
	}
	last.records = records;
	return last;
}

const membersOf = ({groups}: Index, record: PassportRecord, kind: GroupKind): readonly PassportRecord[] =>
	groups[kind].get(keysOf(record)[kind] ?? '') ?? [];

const differ = (group: readonly PassportRecord[], keyOf: (record: PassportRecord) => string | undefined): boolean => {
	const keys = group.map(keyOf).filter(key => key !== undefined);
	return keys.some(key => key !== keys[0]);
};

/** Whether records that share a key belong together in that way, and not in a closer one. */
const passes: Readonly<Record<GroupKind, (group: readonly PassportRecord[]) => boolean>> = {
	samePicture: () => true,
	samePassport: group => differ(group, contentOf),
	samePerson: group => differ(group, record => namesOf(record).document),
};

/** How a record belongs to others: their paths, and the fields that differ in a conflict. */
export type Kin =
	| {readonly kind: GroupKind; readonly others: readonly string[]}
	| {readonly kind: 'conflict'; readonly others: readonly string[]; readonly fields: readonly FieldKey[]};

/** Another record that shares the picture, or number and issuer, and the fields in which it differs. */
export type Rival = {readonly record: PassportRecord; readonly fields: readonly FieldKey[]};

const noRivals: readonly Rival[] = [];

function isAlike(group: readonly PassportRecord[], known: Index['alike']): boolean {
	if (group.length < 2) return true;
	const is = known.get(group) ?? group.every(record => signatureOf(record) === signatureOf(group[0]!));
	known.set(group, is);
	return is;
}

/** Returns the records that a record is in conflict with: the first of them, where they are very many. */
export function rivalsIn(records: readonly PassportRecord[], record: PassportRecord): readonly Rival[] {
	if (record.review.state === 'rejected') return noRivals;
	const {groups, alike} = indexOf(records);
	const {samePicture, samePassport} = keysOf(record);
	const pictures = groups.samePicture.get(samePicture ?? '') ?? [];
	const documents = groups.samePassport.get(samePassport ?? '') ?? [];
	// Thousands are asked about at a key, and nearly all are alone or the same as the others.
	if (isAlike(pictures, alike) && isAlike(documents, alike)) return noRivals;
	const known = new Map<string, readonly FieldKey[]>([[signatureOf(record), []]]);
	const rivals: Rival[] = [];
	let differing = 0;
	const compare = (other: PassportRecord) => {
		const signature = signatureOf(other);
		const fields = known.get(signature) ?? differingFields(record, other);
		known.set(signature, fields);
		if (fields.length === 0) return;
		differing++;
		// By path: the record may have been changed since.
		if (other.path !== record.path) rivals.push({record: other, fields});
	};
	const others = function* () {
		yield* pictures;
		for (const other of documents) if (samePicture === undefined || contentOf(other) !== samePicture) yield other;
	};
	for (const other of others()) {
		compare(other);
		if (differing >= mostCompared) break;
	}

	return rivals;
}

/** Returns the paths of the records that a record is in conflict with, and all fields that differ. */
export function conflictIn(
	records: readonly PassportRecord[],
	record: PassportRecord,
): Extract<Kin, {kind: 'conflict'}> | undefined {
	const rivals = rivalsIn(records, record);
	if (rivals.length === 0) return undefined;
	const fields = new Set(rivals.flatMap(rival => rival.fields));
	return {kind: 'conflict', others: rivals.map(rival => rival.record.path), fields: [...fields]};
}

/** Returns how a record belongs to others: a conflict, else the closest relation. */
export function relatedTo(records: readonly PassportRecord[], record: PassportRecord): Kin | undefined {
	if (record.review.state === 'rejected') return undefined;
	const conflict = conflictIn(records, record);
	if (conflict) return conflict;
	const index = indexOf(records);
	for (const kind of kinds) {
		const group = membersOf(index, record, kind);
		if (group.length < 2 || !group.includes(record) || !passes[kind](group)) continue;
		return {kind, others: group.flatMap(({path}) => (path === record.path ? [] : [path]))};
	}
	return undefined;
}

/** Returns the places of the records that changed, and of those that share something with them and may be in conflict. */
export function affectedPlaces(before: readonly PassportRecord[], after: readonly PassportRecord[]): readonly number[] {
	const changed = changedPlaces(before, after);
	const index = indexOf(after);
	const places = new Set(changed);
	for (const place of changed) {
		for (const record of [before[place], after[place]]) {
			if (!record) continue;
			for (const kind of ['samePicture', 'samePassport'] as const) {
				for (const mate of membersOf(index, record, kind)) places.add(index.places.get(mate)!);
			}
		}
	}
	return [...places];
}
