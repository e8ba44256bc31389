import {describe, expect, it} from 'vitest';
import {judge} from '../../../source/core/passport/judge/judge.ts';
import type {PrintedFieldKey} from '../../../source/core/passport/model/fields.ts';
import type {PassportRecord} from '../../../source/core/records/record.ts';
import {familiesByPath} from '../../../source/core/review/family-groups.ts';
import {oncePerPassport} from '../../../source/core/review/once.ts';
import {person, reading, today} from '../../support/records.ts';

const mother = person('mother', {birth_date: '1974-08-12', expiry_date: '2032-04-15'});
const child = person('child', {
	passport_number: 'X1234567',
	given_name_english: 'EVA',
	birth_date: '2015-01-02',
	expiry_date: '2027-04-15',
});
const stranger = person('stranger', {
	passport_number: 'X7654321',
	given_name_english: 'OLOF',
	birth_date: '1990-01-02',
	expiry_date: '2030-09-30',
});

/** The record with a value that its page prints above the MRZ. */
const printing = (record: PassportRecord, key: PrintedFieldKey, text: string): PassportRecord => {
	const {fields} = judge({...reading(), printed: [{field: key, text, zone: 'printed'}]}, {today});
	const printed = fields.filter(field => field.key === key);
	return {...record, passport: {...record.passport, fields: [...record.passport.fields, ...printed]}};
};

const told = (...records: PassportRecord[]) =>
	Object.fromEntries([...familiesByPath(records)].map(([path, {paths}]) => [path, paths]));

describe('families', () => {
	it('are people of one surname whose passports end on the same day of the year', () => {
		expect(told(mother, stranger, child)).toEqual({mother: ['mother', 'child'], child: ['mother', 'child']});
	});

	it('are recognised by the day of issue where that was read', () => {
		const issued = (record: PassportRecord) => printing(record, 'issue_date', '2022-04-16');
		expect(told(issued(mother), issued(stranger))).toHaveProperty('stranger');
	});

	it('are not people whose passports were issued in different places', () => {
		const at = (record: PassportRecord, place: string) => printing(record, 'issue_place', place);
		expect(told(at(mother, 'BEIJING'), at(child, 'SHANGHAI'))).toEqual({});
		expect(told(at(mother, 'BEIJING'), at(child, 'Bei jing'))).toHaveProperty('child');
	});

	it('are not one person, and not one picture', () => {
		expect(told(mother, person('again', {birth_date: '1974-08-12', expiry_date: '2032-04-15'}))).toEqual({});
	});

	it('do not count whom a person rejected', () => {
		const review = {state: 'rejected', edits: {}, confirmed: []} as const;
		expect(told(mother, {...child, review})).toEqual({});
	});
});

describe('each passport once', () => {
	const paths = (records: readonly PassportRecord[]) => records.map(({path}) => path);

	it('keeps everyone among different passports, also one person with two of them', () => {
		const second = person('second', {passport_number: 'X9999999'});
		expect(paths(oncePerPassport([mother, second, child]).kept)).toEqual(['mother', 'second', 'child']);
	});

	it('keeps the picture that a person worked on, and says what stands for the other', () => {
		const edited = person('b', {}, {review: {state: 'edited', edits: {}, confirmed: []}});
		const {kept, left} = oncePerPassport([person('a'), edited, person('copy', {}, {sha256: 'a'})]);
		expect(paths(kept)).toEqual(['b']);
		expect(left.map(({record, sameAs}) => [record.path, sameAs.path])).toEqual([
			['a', 'b'],
			['copy', 'b'],
		]);
	});

	it.each([
		['edited', 'unreviewed'],
		['accepted', 'unreviewed'],
	] as const)('keeps the %s picture before the %s one, wherever it is in the batch', (better, worse) => {
		const as = (path: string, state: 'edited' | 'accepted' | 'unreviewed') =>
			person(path, {}, {review: {state, edits: {}, confirmed: []}});
		expect(paths(oncePerPassport([as('a', better), as('b', worse)]).kept)).toEqual(['a']);
		expect(paths(oncePerPassport([as('a', worse), as('b', better)]).kept)).toEqual(['b']);
	});

	it('keeps the proven picture before one that is to be checked, and the accepted one before both', () => {
		const proven = person('proven');
		const doubtful: PassportRecord = {...person('doubtful'), passport: {...proven.passport, status: 'check'}};
		expect(paths(oncePerPassport([doubtful, proven]).kept)).toEqual(['proven']);
		expect(paths(oncePerPassport([proven, doubtful]).kept)).toEqual(['proven']);
		const accepted = {...doubtful, path: 'accepted', review: {state: 'accepted', edits: {}, confirmed: []}} as const;
		expect(paths(oncePerPassport([proven, accepted, doubtful]).kept)).toEqual(['accepted']);
	});

	it('keeps a picture that a person has begun to look at before one that is proven', () => {
		const begun = person('begun', {}, {review: {state: 'unreviewed', edits: {}, confirmed: ['sex']}});
		const doubtful: PassportRecord = {...begun, passport: {...begun.passport, status: 'check'}};
		expect(paths(oncePerPassport([person('proven'), doubtful]).kept)).toEqual(['begun']);
	});

	it.each(['accepted', 'edited'] as const)('keeps the %s picture before one that was only begun, and proven', state => {
		const begun = person('begun', {}, {review: {state: 'unreviewed', edits: {}, confirmed: ['sex']}});
		const decided = person('decided', {}, {review: {state, edits: {}, confirmed: []}});
		const doubtful: PassportRecord = {...decided, passport: {...decided.passport, status: 'check'}};
		expect(paths(oncePerPassport([begun, doubtful]).kept)).toEqual(['decided']);
	});

	it('keeps the picture of which more values are proven by a check digit', () => {
		const more: PassportRecord = person('more');
		const fields = more.passport.fields.map(field =>
			field.key === 'birth_date' ? {...field, evidence: {level: 'supported', reasons: []} as const} : field,
		);
		const fewer: PassportRecord = {...person('fewer'), passport: {...more.passport, fields}};
		expect(paths(oncePerPassport([fewer, more]).kept)).toEqual(['more']);
		expect(paths(oncePerPassport([more, fewer]).kept)).toEqual(['more']);
	});

	it('keeps the later picture when nothing else distinguishes them', () => {
		const early = person('early', {}, {recognizedAt: '2026-11-22T06:00:00+00:00'});
		const late = person('late', {}, {recognizedAt: '2026-11-22T06:30:00+00:00'});
		expect(paths(oncePerPassport([early, late]).kept)).toEqual(['late']);
		expect(paths(oncePerPassport([late, early]).kept)).toEqual(['late']);
	});

	it('keeps the first when nothing distinguishes them', () => {
		expect(paths(oncePerPassport([person('a'), person('b'), person('c')]).kept)).toEqual(['a']);
	});
});
