import {describe, expect, it, test} from 'vitest';
import type {FieldKey} from '../../../source/core/passport/model/fields.ts';
import type {PassportRecord, Review} from '../../../source/core/records/record.ts';
import {familiesByPath} from '../../../source/core/review/family-groups.ts';
import {oncePerPassport} from '../../../source/core/review/once.ts';
import {conflictIn} from '../../../source/core/review/related-records.ts';
import {cleanRecords, update} from '../../../source/core/review/review.ts';
import {conflicts, relations} from '../../../source/core/review/same-person.ts';
import {reviewCounts} from '../../../source/core/review/selectors.ts';
import {withConflicts} from '../../../source/core/review/with-conflicts.ts';
import {person, reading, recordOf} from '../../support/records.ts';
import {accept, at, enter, reviewOf, run, where} from './reviewing.ts';

type Values = Partial<Record<FieldKey, string>>;

const pathsOf = (records: readonly PassportRecord[]) => records.map(({path}) => path);

const reviewed = (state: Review['state'], when?: string): {review: Review} => ({
	review: {state, edits: {}, confirmed: [], ...(when === undefined ? {} : {at: when})},
});

test('of very many results that name one picture, each is in conflict with the first of the others', () => {
	const others = Array.from({length: 2000}, (_, at) => person('one', {passport_number: `L${10_000_000 + at}`}));
	const records = others.map((record, at) => ({...record, path: `${at}`}));
	const [found, ...more] = conflicts(records);
	expect(more).toEqual([]);
	expect(found).toMatchObject({fields: ['passport_number']});
	expect(found!.paths).toHaveLength(2000);
	for (const record of records) expect(conflictIn(records, record)?.others.length).toBeGreaterThan(1);
	// Each compared with each would ask six times as often.
	let asked = 0;
	const counted = records.map(record => ({
		...record,
		get passport() {
			asked++;
			return record.passport;
		},
	}));
	conflicts(counted);
	expect(asked).toBeLessThan(10_000_000);
});

describe('two pictures with one number', () => {
	it.each<[string, Values, readonly FieldKey[]]>([
		['another sex', {sex: 'M'}, ['sex']],
		['a sex that is not printed', {sex: 'X'}, ['sex']],
		['another given name', {given_name_english: 'EVA'}, ['given_name_english']],
		['a letter of the name misread', {surname_english: 'ERIKSSOM'}, ['surname_english']],
		['a digit in the name', {surname_english: 'ERIKSS0N'}, ['surname_english']],
		['one given name less', {given_name_english: 'ANNA'}, ['given_name_english']],
		['another day of birth', {birth_date: '1974-08-13'}, ['birth_date']],
		['another century', {birth_date: '1874-08-12'}, ['birth_date']],
		['another expiry', {expiry_date: '2032-04-16'}, ['expiry_date']],
		['another nationality', {holder_country_code: 'SWE'}, ['holder_country_code']],
		['two differences', {sex: 'M', expiry_date: '2031-04-15'}, ['sex', 'expiry_date']],
	])('with %s are in conflict, and both have a row', (_what, values, fields) => {
		const records = [person('a'), person('b', values)];
		expect(relations(records)).toEqual([{kind: 'conflict', paths: ['a', 'b'], fields}]);
		expect(conflictIn(records, records[0]!)).toEqual({kind: 'conflict', others: ['b'], fields});
		expect(pathsOf(oncePerPassport(records).kept)).toEqual(['a', 'b']);
	});

	it.each<[string, Values, Values]>([
		['nothing that differs', {}, {}],
		['a sex that was not read', {sex: ''}, {}],
		['a name that was not read', {given_name_english: ''}, {}],
		['a birth of which the day is not known', {birth_date: '1974-08'}, {}],
		['a birth of which only the year is known', {birth_date: '1974'}, {}],
		['two spellings of one Chinese name', {surname_english: 'LYU'}, {surname_english: 'LV'}],
		['a name with and without its hyphen', {given_name_english: 'ANNA-MARIA'}, {}],
		['a name with its parts in one', {given_name_english: 'ANNAMARIA'}, {}],
		['a name in another order', {given_name_english: 'MARIA ANNA'}, {}],
		['a number with a space', {passport_number: 'L898902C3'}, {passport_number: 'L89 8902C3'}],
	])('with %s are one passport', (_what, one, other) => {
		const records = [person('a', one), person('b', other)];
		expect(relations(records)).toEqual([{kind: 'samePassport', paths: ['a', 'b']}]);
		expect(oncePerPassport(records).kept).toHaveLength(1);
	});

	it('are one passport when the name is cut at the end of the line', () => {
		const long = 'P<UTONILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K';
		const cut = recordOf('a', {sha256: 'a', reading: reading([long, 'L898902C36UTO7408122F3204153ZE184226B<<<<<16'])});
		const whole = {
			...cut,
			path: 'b',
			sha256: 'b',
			passport: {
				...cut.passport,
				lines: [],
				fields: cut.passport.fields.map(field =>
					field.key === 'given_name_english' ? {...field, value: 'CHAYAPA DEJTHAMRONG KRASUANG'} : field,
				),
			},
		};
		expect(relations([cut, whole])).toEqual([{kind: 'samePassport', paths: ['a', 'b']}]);
		expect(relations([whole, cut])).toEqual([{kind: 'samePassport', paths: ['b', 'a']}]);
	});

	it('of different issuers are two passports', () => {
		expect(conflicts([person('a'), person('b', {issuing_country_code: 'SWE', sex: 'M'})])).toEqual([]);
	});

	it('are no family when a name was read in two ways', () => {
		expect(familiesByPath([person('a'), person('b', {given_name_english: 'ANNB MARIA'})]).size).toBe(0);
	});
});

describe('one file twice', () => {
	it('is in conflict when the two were read, or corrected, in different ways', () => {
		const records = [person('a'), person('copy', {passport_number: 'L898902C8'}, {sha256: 'a'})];
		expect(conflicts(records)).toEqual([{kind: 'conflict', paths: ['a', 'copy'], fields: ['passport_number']}]);
		expect(oncePerPassport(records).kept).toHaveLength(2);
	});

	it('is in conflict once, though also the number is the same', () => {
		expect(conflicts([person('a'), person('copy', {sex: 'M'}, {sha256: 'a'})])).toHaveLength(1);
	});
});

describe('writing each passport once', () => {
	const kept = (...records: PassportRecord[]) => pathsOf(oncePerPassport(records).kept);
	const later = {recognizedAt: '2026-11-22T07:00:00+00:00'};

	const unproven = (path: string, rest: Partial<PassportRecord> = {}): PassportRecord => {
		const record = person(path, {}, rest);
		return {...record, passport: {...record.passport, status: 'check'}};
	};

	it('takes the reviewed one, before the proven one and before the later one', () => {
		expect(kept(person('a', {}, later), unproven('b', reviewed('accepted')))).toEqual(['b']);
		expect(kept(unproven('a', reviewed('edited')), person('b', {}, later))).toEqual(['a']);
	});

	it('takes the proven one of two that are reviewed', () => {
		expect(kept(unproven('a', reviewed('edited', at)), person('b', {}, reviewed('accepted')))).toEqual(['b']);
		expect(kept(person('a', {}, reviewed('accepted')), unproven('b', reviewed('edited', at)))).toEqual(['a']);
	});

	it('takes the one that a person has begun to look at, of two without a decision', () => {
		const begun = unproven('b', {review: {state: 'unreviewed', edits: {}, confirmed: ['sex']}});
		expect(kept(person('a'), begun)).toEqual(['b']);
	});

	it('takes the proven one of two that are not reviewed', () => {
		expect(kept(unproven('a', later), person('b'))).toEqual(['b']);
		expect(kept(person('a'), unproven('b', later))).toEqual(['a']);
	});

	it('takes the one of which more values are proven', () => {
		const record = unproven('b', later);
		const fields = record.passport.fields.map(field =>
			field.key === 'sex' ? field : {...field, evidence: {level: 'unverified', reasons: []} as const},
		);
		const less = {...record, passport: {...record.passport, fields}};
		expect(kept(unproven('a'), less)).toEqual(['a']);
		expect(kept(less, unproven('a'))).toEqual(['a']);
	});

	it('takes the later one of two that are equal: decided later, else read later', () => {
		expect(kept(person('a'), person('b', {}, later))).toEqual(['b']);
		expect(kept(person('a', {}, later), person('b'))).toEqual(['a']);
		const [early, late] = ['2026-11-22T08:00:00+00:00', '2026-11-22T09:00:00+01:00'];
		expect(kept(person('a', {}, reviewed('accepted', early)), person('b', {}, reviewed('edited', late)))).toEqual([
			'a',
		]);
		expect(
			kept(
				person('a', {}, reviewed('edited', '2026-11-22T09:00:00+00:00')),
				person('b', {}, reviewed('accepted', early)),
			),
		).toEqual(['a']);
	});

	it('takes the first one where nothing else decides', () => {
		expect(kept(person('a'), person('b'), person('c'))).toEqual(['a']);
	});

	it('writes two people of one number as two rows, each of them once', () => {
		const man = {sex: 'M', given_name_english: 'JAN'};
		const records = [person('a'), person('b', man), person('c'), person('d', man)];
		expect(kept(...records)).toEqual(['a', 'b']);
		expect(oncePerPassport(records).left.map(({record, sameAs}) => `${record.path} = ${sameAs.path}`)).toEqual([
			'c = a',
			'd = b',
		]);
	});

	it('loses no person to a row that knows less: one without a sex cannot be both', () => {
		const unknown = person('b', {sex: ''}, reviewed('accepted'));
		for (const order of [
			['a', 'b', 'c'],
			['b', 'c', 'a'],
			['c', 'a', 'b'],
		]) {
			const all: Readonly<Record<string, PassportRecord>> = {a: person('a'), b: unknown, c: person('c', {sex: 'M'})};
			const rows = oncePerPassport(order.map(path => all[path]!)).kept;
			expect(rows).toHaveLength(2);
		}
	});

	it('loses no person over a copy that links two passports', () => {
		const copy = person('copy', {sex: ''}, {sha256: 'a', ...reviewed('edited')});
		const man = person('b', {sex: 'M'});
		for (const records of [
			[person('a'), copy, man],
			[copy, man, person('a')],
			[man, copy, person('a')],
		]) {
			expect(oncePerPassport(records).kept).toHaveLength(2);
		}
	});

	it('keeps rejected pictures as they are', () => {
		expect(kept(person('a', {}, reviewed('rejected')), person('b'))).toEqual(['a', 'b']);
	});
});

describe('a conflict while checking', () => {
	const woman = person('a');
	const man = person('b', {sex: 'M'});
	const both = reviewOf(woman, man);

	it('is to be checked, at the field that differs, and not accepted with the proven ones', () => {
		expect(reviewCounts(both)).toMatchObject({check: 2, clean: 0, left: 2});
		expect(cleanRecords(both)).toEqual([]);
		expect(where(run(both, {type: 'movePassport', by: 1}))).toBe('b sex');
	});

	it('is where checking begins, also when the other picture was read later', () => {
		expect(where(run(both, {type: 'enter'}))).toBe('a sex');
	});

	it('is known as soon as the second picture is read, and gone when one is rejected', () => {
		const one = reviewOf(woman);
		expect(reviewCounts(one)).toMatchObject({check: 0, clean: 1});
		expect(reviewCounts(update(one, {type: 'addRecord', record: man}))).toMatchObject({check: 2, clean: 0});
		const rejected = update(both, {type: 'reject', at});
		expect(reviewCounts(rejected)).toMatchObject({rejected: 1, check: 0, clean: 1});
		expect(reviewCounts(update(rejected, {type: 'undo'}))).toMatchObject({rejected: 0, check: 2, clean: 0});
	});

	it('is accepted with a look at what differs; the other one is still to be checked', () => {
		const looked = run(both, {type: 'openPassport', path: 'b'}, enter);
		expect(looked.records[1]!.review).toMatchObject({state: 'accepted', confirmed: ['sex']});
		expect(reviewCounts(looked)).toMatchObject({accepted: 1, check: 1});
		expect(run(both, accept).news).toMatchObject({kind: 'accepted', doubts: ['sex']});
	});

	it('is looked at after the other doubts of the passport', () => {
		const fields = man.passport.fields.map(field =>
			field.key === 'passport_number' ? {...field, evidence: {level: 'unverified', reasons: []} as const} : field,
		);
		const doubtful = {...man, passport: {...man.passport, fields, status: 'check' as const}};
		const state = run(reviewOf(woman, doubtful), {type: 'openPassport', path: 'b'});
		expect(where(state)).toBe('b passport_number');
		expect(where(run(state, enter))).toBe('b sex');
		expect(run(state, enter, enter).records[1]!.review.state).toBe('accepted');
	});

	it('ends when the value is corrected', () => {
		const state = run(both, {type: 'openPassport', path: 'b'}, {type: 'editField', value: 'F', at});
		expect(conflictIn(state.records, state.records[0]!)).toBeUndefined();
		expect(reviewCounts(state)).toMatchObject({edited: 1, clean: 1});
	});

	it('is an issue of the row, which is not called proven', () => {
		const {passport} = withConflicts([woman, man], woman);
		expect(passport.status).toBe('check');
		expect(passport.issues).toContainEqual({
			code: 'other-picture-differs',
			field: 'sex',
			params: {other: 'M', file: 'b'},
			blocks: true,
		});
		expect(withConflicts([woman], woman)).toBe(woman);
	});
});
