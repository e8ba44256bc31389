import {describe, expect, it} from 'vitest';
import type {PrintedValue} from '../../../../source/core/passport/model/reading.ts';
import {field, judged, level, mrz, seen, type ZoneParts} from '../support.ts';

const box = {from: [10, 20], to: [90, 20], height: 12} as const;

const printed = (name: PrintedValue['field'], text: string, rest: Partial<PrintedValue> = {}): PrintedValue => ({
	field: name,
	text,
	zone: 'printed',
	margin: 5,
	box,
	...rest,
});

const page = [
	printed('passport_number', 'L89890203'),
	printed('surname_english', 'ERIKSSON'),
	printed('given_name_english', 'ANNA MARIA'),
	printed('birth_date', '1974-08-12'),
	printed('sex', 'F'),
	printed('expiry_date', '2031-04-15'),
];

const without = (...fields: ReadonlyArray<PrintedValue['field']>) => page.filter(one => !fields.includes(one.field));

const passport = (words: readonly PrintedValue[], parts: ZoneParts = {}) =>
	judged({...seen(mrz(parts)), printed: words});

const said = ({issues}: ReturnType<typeof passport>) =>
	issues.filter(({code}) => code === 'not-in-print').map(({field: key, blocks}) => [key, blocks]);

describe('what the MRZ has and a page does not show that prints the rest of it', () => {
	it.each(['surname_english', 'given_name_english', 'sex', 'passport_number', 'birth_date', 'expiry_date'] as const)(
		'%s is said, and the passport stays proven',
		key => {
			const found = passport(without(key));
			// What a check digit proves has it as evidence alone.
			expect(said(found)).toEqual(level(found, key) === 'verified' ? [] : [[key, false]]);
			expect(found.status).toBe('clean');
			expect(field(found, key).evidence.reasons.map(({code}) => code)).toContain('not-in-print');
			// How well the MRZ proves its value is another question.
			expect(level(found, key)).toBe(level(passport([]), key));
		},
	);

	it.each([
		['surname_english', 'EHIKSZUN'],
		['given_name_english', 'AMMA NOVIA'],
		['given_name_english', 'LOV'],
		['passport_number', 'L8989O2O8'],
		['passport_number', 'L8989020'],
	] as const)('%s is to check where something else is in its place that was not read clearly', (key, text) => {
		const found = passport([...without(key), printed(key, text, {aside: true, margin: 0.8})]);
		expect(found.issues).toContainEqual({code: 'not-in-print', field: key, params: {printed: text}, blocks: true});
		expect(found.status).toBe('check');
	});

	it('stays proven where what is in its place may be a part of it', () => {
		const short = printed('given_name_english', 'AMNA', {aside: true, margin: 0.8});
		const found = passport([...without('given_name_english'), short]);
		expect(said(found)).toEqual([['given_name_english', false]]);
	});

	it('stays proven where its check digit proves it', () => {
		const found = passport([
			...without('birth_date'),
			printed('birth_date', '12 AUG 19T4', {aside: true, margin: 0.8}),
		]);
		expect(said(found)).toEqual([['birth_date', false]]);
		expect(found.status).toBe('clean');
	});

	it('is not asked where everything is there', () => {
		expect(said(passport(page))).toEqual([]);
		expect(passport(page).status).toBe('clean');
	});

	it('is not asked of a page of which little was read', () => {
		expect(said(passport(without('surname_english', 'given_name_english', 'sex')))).toEqual([]);
		expect(said(passport(without('surname_english', 'sex')))).toEqual([
			['surname_english', false],
			['sex', false],
		]);
	});

	it('is not asked of what an engine says without where it is', () => {
		const words = without('sex').map(({box: _, ...one}) => one);
		expect(said(passport(words))).toEqual([]);
	});

	it('is there where a short name has no label', () => {
		const short = without('given_name_english');
		const parts = {names: 'ERIKSSON<<EVA'};
		expect(said(passport([...short, printed('given_name_english', 'EVA', {aside: true})], parts))).toEqual([]);
		expect(said(passport([...short, printed('given_name_english', 'IDA', {aside: true})], parts))).toEqual([
			['given_name_english', true],
		]);
	});

	it('is not asked of what no MRZ can have: no given names, no sex', () => {
		expect(said(passport(without('given_name_english'), {names: 'ERIKSSON'}))).toEqual([]);
		expect(said(passport(without('sex'), {sex: '<'}))).toEqual([]);
	});

	it('is said once where the page prints something else', () => {
		const found = passport([...without('surname_english'), printed('surname_english', 'WANG')]);
		expect(found.issues.filter(one => one.field === 'surname_english').map(({code}) => code)).toEqual([
			'two-zones-differ',
		]);
	});
});
