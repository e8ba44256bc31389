import {packed} from '../core/export/packed.ts';
import {decidingKeys, type FieldKey} from '../core/passport/model/fields.ts';
import type {Evidence, Level} from '../core/passport/model/passport.ts';
import {type CompactRecord, recordCompactor} from '../core/records/compact.ts';
import type {PassportRecord} from '../core/records/record.ts';
import {listed} from '../core/records/usual-sidecars.ts';
import {sharedKeys} from '../core/review/once.ts';
import {comparedKeys} from '../core/review/same-values.ts';

/** What was read, in its order, as far as lists say it, packed: a folder of any length is gone through without holding it. */
export type RecordStore = Iterable<PassportRecord> & {
	readonly add: (record: PassportRecord) => void;
	readonly count: () => number;
	/**
	 * Returns the records, by their places, of which another one shows the same picture or has the same number, and
	 * hardly any besides: what is compared with others is among them. They hold what is compared and no more.
	 */
	readonly related: () => ReadonlyMap<number, PassportRecord>;
};

/** 32 bits (FNV-1a): a million keys take a tenth of the memory, and two that have one by chance are compared later. */
function hash(key: string): number {
	let bits = 0x811c9dc5;
	for (let index = 0; index < key.length; index++) bits = Math.imul(bits ^ key.charCodeAt(index), 0x01000193);
	return bits;
}

const nothing: readonly never[] = [];

/** What records are compared by, and what says which of them is the better one. */
const asked: ReadonlySet<FieldKey> = new Set([...comparedKeys, ...decidingKeys]);

const bareEvidence: Readonly<Record<Level, Evidence>> = {
	verified: {level: 'verified', reasons: nothing},
	supported: {level: 'supported', reasons: nothing},
	unverified: {level: 'unverified', reasons: nothing},
	refuted: {level: 'refuted', reasons: nothing},
};

/** A record without what no comparison of records asks for, which is most of it: of a list there may be many copies. */
function compared({
	path,
	sha256,
	engine,
	engineVersion,
	recognizedAt,
	passport,
	review,
}: PassportRecord): PassportRecord {
	const {shape, lines, status} = passport;
	const fields = passport.fields.flatMap(({key, value, evidence: {level}}) =>
		asked.has(key) ? [{key, value, raw: value, evidence: bareEvidence[level], alternatives: nothing}] : [],
	);
	const bare = {shape, lines, fields, status, engine: passport.engine, issues: nothing};
	return {path, sha256, engine, engineVersion, recognizedAt, passport: bare, review};
}

type StoreOptions = {
	/** Where on its picture a passport is stays known: a portrait is cut out there. */
	readonly withPlaces?: boolean;
	/** Called with each record that is added. */
	readonly onRecord?: (record: PassportRecord) => void;
};

export function recordStore({withPlaces = false, onRecord}: StoreOptions = {}): RecordStore {
	const records = packed<CompactRecord>();
	const {compact, expanded} = recordCompactor();
	const firstOf = new Map<number, number>();
	const places = new Set<number>();
	let count = 0;
	return {
		*[Symbol.iterator]() {
			for (const record of records) yield expanded(record);
		},
		add(record) {
			onRecord?.(record);
			for (const key of sharedKeys(record).map(hash)) {
				const first = firstOf.get(key);
				if (first === undefined) firstOf.set(key, count);
				else places.add(first).add(count);
			}
			records.add(compact(listed(record, withPlaces)));
			count++;
		},
		count: () => count,
		related() {
			const found = new Map<number, PassportRecord>();
			if (places.size === 0) return found;
			let place = 0;
			for (const record of records) {
				if (places.has(place)) found.set(place, compared(expanded(record)));
				place++;
			}
			return found;
		},
	};
}
