import {packed, reordered} from '../core/export/excel/packed.ts';
import type {RecordPart} from '../core/export/excel/record-parts.ts';
import {decidingKeys, type FieldKey} from '../core/passport/model/fields.ts';
import type {Evidence, Level} from '../core/passport/model/passport.ts';
import {fileOf} from '../core/picture-address.ts';
import {type CompactRecord, compact, expanded} from '../core/records/json/compact.ts';
import {lineOf} from '../core/records/json/json-text.ts';
import {sourceImage} from '../core/records/legacy/keys.ts';
import {type NamesApart, namesApart} from '../core/records/picture-names.ts';
import type {PassportRecord} from '../core/records/record.ts';
import {listed} from '../core/records/sidecars/usual-sidecars.ts';
import {familyKeys} from '../core/review/family-groups.ts';
import {sharedKeys} from '../core/review/once.ts';
import {comparedKeys} from '../core/review/same-values.ts';

/** What was read, in its order, as far as lists say it, packed: a folder of any length is gone through without holding it. */
export type RecordStore = Iterable<PassportRecord> & {
	/** `line`: the compact record, where it is known. */
	readonly add: (record: PassportRecord, line?: string) => void;
	readonly count: () => number;
	/**
	 * Returns the records, by their places, of which another one shows the same picture or has the same number, and
	 * hardly any besides: what is compared with others is among them. They hold what is compared and no more.
	 */
	readonly related: () => ReadonlyMap<number, PassportRecord>;
	/** Names the pictures apart that have one name, among these others too. */
	readonly names: (others: readonly string[]) => NamesApart;
	/**
	 * Returns the records with their places, in another order where one is given: `arrange` gets what is compared of each
	 * record and no more, and returns those that are wanted as they are wanted.
	 */
	readonly placed: (arrange?: Arrange) => PlacedRecords;
};

type PlacedRecords = Iterable<readonly [place: number, PassportRecord]> & {
	/** Returns the records in parts, as `changed` makes them. */
	readonly parts: (changed: (place: number) => Change | undefined, withRejected: boolean) => Iterable<RecordPart>;
};

/** What is written in the place of a record; undefined where that is nothing. */
export type Change = (record: PassportRecord) => PassportRecord | undefined;

type Arrange = (records: readonly PassportRecord[]) => readonly PassportRecord[];

/** 32 bits (FNV-1a): a million keys take a tenth of the memory, and two that have one by chance are compared later. */
function hash(key: string): number {
	let bits = 0x811c9dc5;
	for (let index = 0; index < key.length; index++) bits = Math.imul(bits ^ key.charCodeAt(index), 0x01000193);
	return bits;
}

const nameKey = (path: string): number => hash(sourceImage(fileOf(path)));

const nothing: readonly never[] = [];

/** What records are compared by, what says which of them is the better one, and what those of a family share. */
const asked: ReadonlySet<FieldKey> = new Set([...comparedKeys, ...decidingKeys, ...familyKeys]);

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

/** The places of records that are arranged, and where each of all records goes; -1 for one that is left out. */
function orderOf(all: readonly PassportRecord[], arrange: Arrange) {
	const places = new Map(all.map((record, place) => [record, place]));
	const from = Int32Array.from(arrange(all), record => places.get(record)!);
	const to = new Int32Array(all.length).fill(-1);
	for (const [at, place] of from.entries()) to[place] = at;
	return {from, to};
}

export type StoreOptions = {
	/** Where on its picture a passport is stays known: a portrait is cut out there. */
	readonly withPlaces?: boolean;
	/** Called with each record that is added, in their order. */
	readonly onRecord?: (record: PassportRecord) => void;
};

export function recordStore({withPlaces = false, onRecord}: StoreOptions = {}): RecordStore {
	const records = packed<CompactRecord>();
	const firstOf = new Map<number, number>();
	const places = new Set<number>();
	const rejected = new Set<number>();
	const names = new Set<number>();
	/** Of these, those that several pictures may have: only their paths are looked for, and held. */
	const shared = new Set<number>();
	let count = 0;
	return {
		*[Symbol.iterator]() {
			for (const record of records) yield expanded(record);
		},
		add(record, line) {
			onRecord?.(record);
			if (record.review.state === 'rejected') rejected.add(count);
			const name = nameKey(record.path);
			(names.has(name) ? shared : names).add(name);
			for (const key of sharedKeys(record).map(hash)) {
				const first = firstOf.get(key);
				if (first === undefined) firstOf.set(key, count);
				else places.add(first).add(count);
			}
			if (line === undefined) records.add(compact(listed(record, withPlaces)));
			else records.addLine(line);
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
		names(others) {
			const all = new Set(names);
			const several = new Set(shared);
			for (const key of others.map(nameKey)) (all.has(key) ? several : all).add(key);
			if (several.size === 0) return namesApart([]);
			const paths = others.filter(path => several.has(nameKey(path)));
			for (const [path] of records) if (several.has(nameKey(path))) paths.push(path);
			return namesApart(paths);
		},
		placed(arrange) {
			const order =
				arrange &&
				orderOf(
					Array.from(records, record => compared(expanded(record))),
					arrange,
				);
			const sorted = order ? reordered(records, order.from.length, place => order.to[place]!) : records;
			const placeOf = (at: number): number => order?.from[at] ?? at;
			return {
				*[Symbol.iterator]() {
					let at = 0;
					for (const record of sorted) yield [placeOf(at++), expanded(record)];
				},
				*parts(changed, withRejected) {
					let at = 0;
					const lineFor = (line: string): string | undefined => {
						const place = placeOf(at++);
						if (!withRejected && rejected.has(place)) return undefined;
						const change = changed(place);
						if (!change) return line;
						const record = change(expanded(JSON.parse(line) as CompactRecord));
						return record && lineOf(compact(record));
					};
					for (const text of sorted.texts()) {
						const lines = text.split('\n').map(lineFor);
						const kept = lines.filter(line => line !== undefined);
						if (kept.length > 0) yield {lines: kept.join('\n'), count: kept.length};
					}
				},
			};
		},
	};
}
