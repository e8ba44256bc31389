import {describe, expect, it} from 'vitest';
import {contradict, isBacked} from '../../../../source/core/passport/judge/contradict.ts';
import type {FieldKey} from '../../../../source/core/passport/model/fields.ts';
import type {FieldValue, Level, Passport, ReasonCode} from '../../../../source/core/passport/model/passport.ts';
import {confirmField, editField} from '../../../../source/core/passport/person/edit.ts';
import {at, bare, field, issues, judged, level, mrz, reasons, seen, today} from '../support.ts';

const lines = mrz({issuer: 'GBR', number: '107182890'});
const passport = judged(seen(lines));

/** A field as a file may claim it: that level, for those reasons. */
const claimed = (key: FieldKey, claim: Level, ...codes: readonly ReasonCode[]): FieldValue => ({
	...field(passport, key),
	evidence: {level: claim, reasons: codes.map(code => ({code}))},
});

describe('the level that a file claims for a value', () => {
	it('is believed of whatever this program judged, for whichever of its reasons', () => {
		const page = [
			{field: 'surname_english', text: 'ERIKSSON', zone: 'printed'},
			{field: 'birth_date', text: '12 AUG 1974', zone: 'printed'},
		] as const;
		const all: readonly Passport[] = [
			passport,
			judged(bare(lines)),
			judged(bare(lines, {printed: page})),
			judged(bare(lines), {also: [seen(lines)]}),
			editField(passport, 'given_name_english', 'ANNA', {today}),
			confirmField(judged(bare(lines)), 'surname_english', {today}),
		];
		for (const one of all) {
			for (const value of one.fields) expect(isBacked(one, value), JSON.stringify(value)).toBe(true);
		}
	});

	it.each([
		['verified', []],
		['verified', ['read-clearly']],
		['verified', ['engines-agree', 'confirmed']],
		['supported', []],
		['supported', ['engine-word', 'check-digit-not-printed']],
	] as const)('%s is not, for %j', (claim, codes) => {
		expect(isBacked(passport, claimed('surname_english', claim, ...codes))).toBe(false);
	});

	it('is not where the digit in the lines disagrees, or the field has none', () => {
		const misprinted: Passport = {...passport, lines: [lines[0], at(lines[1], 9, lines[1][9] === '5' ? '6' : '5')]};
		const number = claimed('passport_number', 'verified', 'check-digit');
		expect(isBacked(passport, number)).toBe(true);
		expect(isBacked(misprinted, number)).toBe(false);
		expect(isBacked(passport, claimed('surname_english', 'verified', 'check-digit'))).toBe(false);
	});

	it('needs no reason where nothing is claimed', () => {
		expect(isBacked(passport, claimed('sex', 'unverified'))).toBe(true);
		expect(isBacked(passport, claimed('sex', 'refuted'))).toBe(true);
	});
});

describe('a file that says something else than its passport', () => {
	const outside = () => contradict(passport, [{code: 'changed-outside', field: 'birth_date', other: '1974-08-13'}]);

	it('proves that value no longer, shows both, and sends it to a person', () => {
		const changed = outside();
		expect(passport.status).toBe('clean');
		expect(changed.status).toBe('check');
		expect(field(changed, 'birth_date').value).toBe('1974-08-12');
		expect(level(changed, 'birth_date')).toBe('unverified');
		expect(reasons(changed, 'birth_date')).toEqual([...reasons(passport, 'birth_date'), 'changed-outside']);
		expect(field(changed, 'birth_date').alternatives).toEqual([{value: '1974-08-13', source: 'printed'}]);
		expect(issues(changed)).toContain('changed-outside');
		expect(field(changed, 'passport_number')).toEqual(field(passport, 'passport_number'));
	});

	it('offers the other value once, and never the one that is there', () => {
		const again = contradict(outside(), [
			{code: 'two-zones-differ', field: 'birth_date', other: '1974-08-13'},
			{code: 'two-zones-differ', field: 'birth_date', other: '1974-08-12'},
			{code: 'two-zones-differ', field: 'birth_date'},
		]);
		expect(field(again, 'birth_date').alternatives).toEqual([{value: '1974-08-13', source: 'printed'}]);
	});

	it('makes no value better: what is refuted stays refuted, and what was refused stays refused', () => {
		const wrong = judged(bare([lines[0], at(lines[1], 1, '8')]));
		expect(level(contradict(wrong, [{code: 'changed-outside', field: 'passport_number'}]), 'passport_number')).toBe(
			level(wrong, 'passport_number'),
		);
		expect(level(wrong, 'passport_number')).toBe('refuted');
		expect(contradict(judged(bare([])), [{code: 'changed-outside'}]).status).toBe('refused');
		expect(contradict(passport, [])).toBe(passport);
	});
});
