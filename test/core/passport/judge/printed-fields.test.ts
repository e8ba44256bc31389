import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {judge} from '../../../../source/core/passport/judge/judge.ts';
import {
	fields,
	isPrintedOnly,
	type PrintedFieldKey,
	printedFields,
} from '../../../../source/core/passport/model/fields.ts';
import type {Passport} from '../../../../source/core/passport/model/passport.ts';
import type {PrintedValue, Reading} from '../../../../source/core/passport/model/reading.ts';
import {isUnclearPrint, reasonsToLook} from '../../../../source/core/passport/reasons-to-look.ts';
import {reading, today} from '../../../support/records.ts';
import {mrz, seen} from '../support.ts';

const word = (field: PrintedFieldKey, text: string, rest: Partial<PrintedValue> = {}): PrintedValue => ({
	field,
	text,
	zone: 'printed',
	...rest,
});

const judged = (printed: readonly PrintedValue[], also: readonly Reading[] = []): Passport =>
	judge({...reading(), printed, also}, {today});

const cloud = (...printed: readonly PrintedValue[]): Reading => ({...reading(), engine: 'xiangyun', printed});

const field = ({fields: all}: Passport, key: PrintedFieldKey) => {
	const found = all.find(one => one.key === key);
	if (!found) throw new Error(key);
	return found;
};

const because = (passport: Passport, key: PrintedFieldKey) =>
	field(passport, key).evidence.reasons.map(({code}) => code);

describe('a value that only the page prints', () => {
	it('that was read clearly without its label says that, and not that it was read weakly', () => {
		const place = (margin: number) => judged([word('birth_place', 'PORT SERENE', {margin, aside: true})]);
		expect(because(place(5), 'birth_place')).toEqual(['unlabelled']);
		expect(because(place(0.1), 'birth_place')).toEqual(['read-weakly']);
	});

	it('is supported where every character was read clearly', () => {
		const passport = judged([word('birth_place', 'ZENITH', {margin: 3})]);
		expect(field(passport, 'birth_place')).toMatchObject({value: 'ZENITH', evidence: {level: 'supported'}});
	});

	it('is given to be compared with the picture where it was not, and leaves a proven passport proven', () => {
		const passport = judged([word('birth_place', 'ZEN1TH', {margin: 0.2})]);
		expect(field(passport, 'birth_place')).toMatchObject({value: 'ZEN1TH', evidence: {level: 'unverified'}});
		expect(isUnclearPrint(field(passport, 'birth_place'))).toBe(true);
		expect(passport.status).toBe('clean');
		expect(reasonsToLook(passport)).toContainEqual({code: 'read-weakly', field: 'birth_place', blocks: false});
	});

	it('is not believed with a sign in it that no place and no office has', () => {
		for (const text of ['PASSP#RT OFFICE', 'WASH{NGTON']) {
			expect(field(judged([word('issuing_authority', text, {margin: 9})]), 'issuing_authority').evidence.level).toBe(
				'unverified',
			);
		}
		const saint = word('birth_place', "ST. JOHN'S (NL)/TERRE-NEUVE", {margin: 9});
		expect(field(judged([saint]), 'birth_place').evidence.level).toBe('supported');
	});

	it('is offered as the other network read it too, where neither is sure', () => {
		const passport = judged([word('birth_place', 'TCULON', {margin: 0.4, otherText: 'TOULON'})]);
		expect(field(passport, 'birth_place')).toMatchObject({
			value: 'TCULON',
			alternatives: [{value: 'TOULON', source: 'printed'}],
		});
	});

	it('of issue is asked about where it is not whole years before the expiry, however clearly it was read', () => {
		const day = (text: string) => judged([word('issue_date', text, {margin: 9})]);
		expect(field(day('16 APR 2022'), 'issue_date').evidence.level).toBe('supported');
		expect(field(day('06 APR 2022'), 'issue_date').evidence.level).toBe('unverified');
		expect(because(day('06 APR 2022'), 'issue_date')).toContain('odd-issue-day');
		expect(day('06 APR 2022').status).toBe('clean');
	});

	it('of issue is asked about where its state issues no passport for so many years', () => {
		const issuedBy = (issuer: string, expiry: string) => {
			const lines = mrz({issuer, names: 'LINDQVIST<<SOFIA', number: 'C01X00T47', birth: '880317', sex: 'F', expiry});
			const printed = [word('issue_date', '16 APR 2022', {margin: 9})];
			return judge({...seen(lines), printed}, {today});
		};
		const levelAt = (issuer: string, expiry: string) => field(issuedBy(issuer, expiry), 'issue_date').evidence.level;
		expect([levelAt('D<<', '320415'), levelAt('D<<', '280415'), levelAt('CAN', '270415')]).toEqual(
			Array(3).fill('supported'),
		);
		expect([levelAt('BEL', '290415'), levelAt('ITA', '250415'), levelAt('JPN', '320415')]).toEqual(
			Array(3).fill('supported'),
		);
		expect([levelAt('BEL', '320415'), levelAt('NLD', '290415')]).toEqual(Array(2).fill('unverified'));
		expect([levelAt('D<<', '310415'), levelAt('D<<', '270415'), levelAt('CAN', '310415')]).toEqual(
			Array(3).fill('unverified'),
		);
		expect(levelAt('UTO', '310415')).toBe('supported');
	});

	it('of a service, which says nothing of clarity, is its word alone', () => {
		const passport = judged([word('issue_place', 'ZENITH')]);
		expect(field(passport, 'issue_place').evidence).toEqual({level: 'unverified', reasons: [{code: 'engine-word'}]});
		expect(isUnclearPrint(field(passport, 'issue_place'))).toBe(false);
	});

	it('is supported where two readers agree, marks and the other script apart', () => {
		const here = [
			word('birth_place', '四川/SICHUAN', {margin: 0.1}),
			word('issuing_authority', 'POLICIA', {margin: 0.3}),
		];
		const passport = judged(here, [cloud(word('birth_place', '四川'), word('issuing_authority', 'POLICÍA'))]);
		for (const key of ['birth_place', 'issuing_authority'] as const) {
			expect(field(passport, key).evidence.level, key).toBe('supported');
			expect(because(passport, key)).toContain('engines-agree');
		}
	});

	it('goes to a person with both readings where two readers differ', () => {
		const passport = judged([word('birth_place', 'TCBLON', {margin: 4})], [cloud(word('birth_place', 'TOULON'))]);
		expect(field(passport, 'birth_place')).toMatchObject({
			value: 'TCBLON',
			evidence: {level: 'unverified'},
			alternatives: [{value: 'TOULON', source: 'xiangyun'}],
		});
		expect(because(passport, 'birth_place')).toContain('engines-differ');
		expect(passport.status).toBe('clean');
	});

	it('in another script is no contradiction', () => {
		const passport = judged(
			[word('issuing_authority', 'MPS EXIT & ENTRY ADMINISTRATION', {margin: 4})],
			[cloud(word('issuing_authority', '公安部出入境管理局'))],
		);
		expect(field(passport, 'issuing_authority').evidence.level).toBe('supported');
	});

	it('keeps what is printed, with how clearly it was read and the key of a service', () => {
		const passport = judged([
			word('id_number', '1.234-5', {margin: 2}),
			word('issue_place', 'X', {source: 'issue_place'}),
		]);
		expect(field(passport, 'id_number').printed).toEqual({text: '1.234-5', margin: 2});
		expect(field(passport, 'issue_place').printed).toEqual({text: 'X', source: 'issue_place'});
	});

	it('is no place of birth and authority at once', () => {
		const text = (key: PrintedFieldKey) => word(key, 'NEW HARBOUR', {margin: 5});
		const passport = judged([text('birth_place'), text('issuing_authority')]);
		for (const key of ['birth_place', 'issuing_authority'] as const) {
			expect(field(passport, key).evidence.level).toBe('unverified');
			expect(because(passport, key)).toContain('same-as-other');
		}
	});

	it('is no name in another script where it is Latin', () => {
		expect(judged([word('name', 'ANNA MARIA ERIKSSON')]).fields.some(({key}) => key === 'name')).toBe(false);
		expect(field(judged([word('name', '李安娜')]), 'name').value).toBe('李安娜');
	});

	it('decides nothing, whatever it is', () => {
		const anyWord = fc.record({
			field: fc.constantFrom(...printedFields.filter(key => key !== 'issue_date' && key !== 'id_number')),
			text: fc.string({unit: 'grapheme', maxLength: 250}),
			margin: fc.double({min: -3, max: 9, noNaN: true}),
			zone: fc.constant('printed' as const),
		});
		fc.assert(
			fc.property(fc.array(anyWord), printed => {
				const passport = judged(printed);
				expect(passport.status).toBe('clean');
				expect(passport.issues.filter(({field: about}) => about && isPrintedOnly(about))).toEqual([]);
				const order = fields.map(({key}) => key).filter(key => passport.fields.some(one => one.key === key));
				expect(passport.fields.map(({key}) => key)).toEqual(order);
			}),
		);
	});
});

describe('a date of issue', () => {
	// The sample passport expires on 2032-04-15.
	it('that whole years part from the expiry needs no clearer digits', () => {
		const passport = judged([word('issue_date', '16 APR 2022', {margin: 0.1})]);
		expect(field(passport, 'issue_date')).toMatchObject({value: '2022-04-16', evidence: {level: 'supported'}});
		expect(because(passport, 'issue_date')).toContain('usual-validity');
	});

	it('that nothing bears out is to be compared, and no other date is held against it', () => {
		const passport = judged([word('issue_date', '16 MAY 2033', {margin: 0.1})]);
		expect(field(passport, 'issue_date').evidence.level).toBe('unverified');
		expect(passport.status).toBe('clean');
	});

	it('that is yet to come is unverified, and says why', () => {
		const passport = judged([word('issue_date', '16 APR 2027', {margin: 9})]);
		expect(field(passport, 'issue_date').evidence.level).toBe('unverified');
		expect(because(passport, 'issue_date')).toContain('date-too-far');
		const lastDay = judged([word('issue_date', '22 NOV 2026', {margin: 9})]);
		expect(because(lastDay, 'issue_date')).not.toContain('date-too-far');
	});

	it('that was read clearly and comes after the expiry sends the passport to a person', () => {
		expect(judged([word('issue_date', '16 MAY 2033', {margin: 5})]).status).toBe('check');
	});

	it('with the month alone is a month, and no date is shown as it is printed', () => {
		expect(field(judged([word('issue_date', '2022-04', {margin: 5})]), 'issue_date').value).toBe('2022-04');
		const passport = judged([word('issue_date', 'AT SEA', {margin: 5})]);
		expect(field(passport, 'issue_date')).toMatchObject({value: '', raw: 'AT SEA', printed: {text: 'AT SEA'}});
	});
});

describe('a personal number', () => {
	// The optional data of the sample passport are ZE184226B, with a check digit that agrees.
	it('that the optional data say too is verified, spaces and hyphens apart', () => {
		const passport = judged([word('id_number', 'ZE 184226-B', {margin: 3})]);
		expect(field(passport, 'id_number')).toMatchObject({value: 'ZE 184226-B', evidence: {level: 'verified'}});
	});

	it('that differs from them by a look-alike sends the passport to a person with both', () => {
		const passport = judged([word('id_number', 'ZE184226 8', {margin: 3})]);
		expect(passport.status).toBe('check');
		expect(field(passport, 'id_number').alternatives).toContainEqual({value: 'ZE184226B', source: 'mrz'});
		expect(judged([word('id_number', 'ZE184226 8', {margin: 0.3})]).status).toBe('clean');
	});

	it('that is another number altogether is no contradiction', () => {
		expect(judged([word('id_number', '19740812-1234', {margin: 3})]).status).toBe('clean');
	});
});
