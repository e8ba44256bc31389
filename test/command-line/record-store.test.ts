import {expect, test} from 'vitest';
import {recordStore} from '../../source/command-line/record-store.ts';
import {fromJson} from '../../source/core/records/json/from-json.ts';
import {originalRow} from '../../source/core/records/legacy/words.ts';
import type {PassportRecord} from '../../source/core/records/record.ts';
import {familiesTogether} from '../../source/core/review/families-together.ts';
import {oncePerPassport} from '../../source/core/review/once.ts';
import {conflicts} from '../../source/core/review/same-person.ts';
import {originalSidecar} from '../support/original-sidecar.ts';
import {numbered, reading, recordOf, today, withExpiry} from '../support/records.ts';

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

test('records are arranged by what is compared of them, and each is the one of its place', () => {
	// One that is judged once: nine thousand would take most of the time.
	const one = record(0, 'picture');
	const records = Array.from({length: 9000}, (_, index) => ({
		...one,
		path: `/pictures/${index}.jpg`,
		sha256: `${index}`,
	}));
	const store = storeOf(records);
	const placed = (list: ReturnType<typeof store.placed>) => Array.from(list, ([place, {path}]) => [place, path]);
	const asAdded = records.map(({path}, place) => [place, path]);
	expect(placed(store.placed())).toEqual(asAdded);
	// From the last to the first, without every tenth.
	const wanted = (list: readonly PassportRecord[]) => list.filter((_, place) => place % 10 !== 0).reverse();
	const arranged = store.placed(wanted);
	const expected = asAdded.filter((_, place) => place % 10 !== 0).reverse();
	expect(placed(arranged)).toEqual(expected);
	expect(placed(arranged)).toEqual(expected);
	expect(placed(store.placed(() => []))).toEqual([]);
});

test('families are found among what is compared as among whole records', () => {
	const issued = (date: string) => [{field: 'issue_date', text: date, zone: 'printed'} as const];
	const member = (index: number, date: string) => {
		const first = `P<UTOERIKSSON<<${'ABCDE'[index]}NNA`.padEnd(44, '<');
		const page = {
			...reading([first, withExpiry(index % 2 === 0 ? '320430' : '320415', index)[1]]),
			printed: issued(date),
		};
		return record(index, `${index}`, {passport: recordOf('x', {reading: page}).passport});
	};
	const records = [
		member(1, '16 APR 2022'),
		member(2, '1 MAY 2022'),
		member(3, '16 APR 2022'),
		member(4, '1 MAY 2022'),
	];
	const order = [0, 2, 1, 3].map(place => records[place]!.path);
	expect(familiesTogether(records).map(({path}) => path)).toEqual(order);
	expect(Array.from(storeOf(records).placed(familiesTogether), ([, {path}]) => path)).toEqual(order);
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
