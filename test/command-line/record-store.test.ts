import {expect, test} from 'vitest';
import {recordStore} from '../../source/command-line/record-store.ts';
import {fromJson} from '../../source/core/records/from-json.ts';
import {originalRow} from '../../source/core/records/legacy-words.ts';
import type {PassportRecord} from '../../source/core/records/record.ts';
import {oncePerPassport} from '../../source/core/review/once.ts';
import {conflicts} from '../../source/core/review/same-person.ts';
import {originalSidecar} from '../support/original-sidecar.ts';
import {numbered, reading, recordOf, today} from '../support/records.ts';

const storeOf = (records: readonly PassportRecord[]) => {
	const store = recordStore();
	for (const record of records) store.add(record);
	return store;
};

/** A passport of its own for each number; the hash of its picture is `sha256`. */
const record = (index: number, sha256: string, changes: Partial<PassportRecord> = {}): PassportRecord => ({
	...recordOf(`/pictures/${index}-${sha256}.jpg`, {reading: reading(numbered(index)), sha256}),
	...changes,
});

/** What lists say of a record; that this is all they say is tested with the compacting. */
const said = (one: PassportRecord) => [
	one.path,
	one.sha256,
	one.engineVersion,
	one.review,
	one.passport.lines,
	one.passport.issues,
	originalRow(one),
];

test('what is kept comes back as it was, in its order, as often as it is asked for', () => {
	const sidecar = fromJson(originalSidecar('old.jpg'));
	if (sidecar.kind !== 'original') throw new Error('the sidecar is of another kind');
	const records = [record(2, 'b'), sidecar.record({path: 'old.jpg', sha256: ''}, today), record(1, 'a')];
	const store = storeOf(records);
	expect([...store].map(said)).toEqual(records.map(said));
	expect([...store].map(said)).toEqual(records.map(said));
	expect(store.count()).toBe(3);
});

test('many more than fit into one pack come back as well', () => {
	const records = Array.from({length: 1500}, (_, index) => record(index, `picture ${index}`));
	expect([...storeOf(records)].map(({path}) => path)).toEqual(records.map(({path}) => path));
});

test('related are those of one picture or one number, wherever they are, and no rejected ones', () => {
	const rejected = {review: {state: 'rejected', edits: {}, confirmed: []}} as const;
	const records = [
		record(1, 'a'),
		record(2, 'b'),
		record(1, 'c'),
		record(3, 'd'),
		record(4, 'd'),
		record(5, 'e', rejected),
		record(5, 'f'),
	];
	const store = storeOf(records);
	expect([...store.related().keys()].sort()).toEqual([0, 2, 3, 4]);
	// What is compared among them is what would be compared among all.
	const among = [...store.related().values()];
	expect(conflicts(among)).toEqual(conflicts(records));
	const names = (left: ReturnType<typeof oncePerPassport>['left']) => left.map(({record: {path}}) => path);
	expect(names(oncePerPassport(among).left)).toEqual(names(oncePerPassport(records).left));
});
