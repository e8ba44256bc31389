import type {PassportRecord} from '../records/record.ts';
import {changedPlaces} from './changed-records.ts';
import {namesOf, type Relation} from './people.ts';

type Groups = ReadonlyMap<string, PassportRecord[]>;

/** Records under what they share with others. Rejected ones do not count. */
type Index = {
	records: readonly PassportRecord[];
	readonly groups: Readonly<Record<Relation['kind'], Map<string, PassportRecord[]>>>;
};

const keysOf = (record: PassportRecord): Readonly<Record<Relation['kind'], string | undefined>> => ({
	samePicture: record.sha256 || undefined,
	samePassport: namesOf(record).document,
	samePerson: namesOf(record).person,
});

const kinds = ['samePicture', 'samePassport', 'samePerson'] as const;

function add({groups}: Index, record: PassportRecord): void {
	if (record.review.state === 'rejected') return;
	const keys = keysOf(record);
	for (const kind of kinds) {
		const key = keys[kind];
		if (key === undefined) continue;
		const group = groups[kind].get(key);
		if (group) group.push(record);
		else groups[kind].set(key, [record]);
	}
}

function remove({groups}: Index, record: PassportRecord): void {
	const keys = keysOf(record);
	for (const kind of kinds) {
		const group: PassportRecord[] | undefined = groups[kind].get(keys[kind] ?? '');
		const at = group?.indexOf(record) ?? -1;
		if (at >= 0) group!.splice(at, 1);
	}
}

const empty = (): Index => ({
	records: [],
	groups: {samePicture: new Map(), samePassport: new Map(), samePerson: new Map()},
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
		add(last, records[at]!);
	}
	last.records = records;
	return last;
}

const differ = (group: readonly PassportRecord[], keyOf: (record: PassportRecord) => string | undefined): boolean => {
	const keys = group.map(keyOf).filter(key => key !== undefined);
	return keys.some(key => key !== keys[0]);
};

/** Whether records that share a key belong together in that way, and not in a closer one. */
const passes: Readonly<Record<Relation['kind'], (group: readonly PassportRecord[]) => boolean>> = {
	samePicture: () => true,
	samePassport: group => differ(group, record => record.sha256),
	samePerson: group => differ(group, record => namesOf(record).document),
};

/** How one of the records belongs to others: the closest relation, and their paths. */
export function kinIn(
	records: readonly PassportRecord[],
	record: PassportRecord,
): {readonly kind: Relation['kind']; readonly others: readonly string[]} | undefined {
	if (record.review.state === 'rejected') return undefined;
	const {groups}: {readonly groups: Readonly<Record<Relation['kind'], Groups>>} = indexOf(records);
	const keys = keysOf(record);
	for (const kind of kinds) {
		const group = groups[kind].get(keys[kind] ?? '') ?? [];
		if (group.length < 2 || !group.includes(record) || !passes[kind](group)) continue;
		return {kind, others: group.flatMap(({path}) => (path === record.path ? [] : [path]))};
	}
	return undefined;
}
