import {expect, test} from 'vitest';
import type {FieldKey} from '../../../source/core/passport/model/fields.ts';
import type {PassportRecord} from '../../../source/core/records/record.ts';
import {familiesTogether} from '../../../source/core/review/families-together.ts';
import {recordOf} from '../../support/records.ts';

type Values = Readonly<Partial<Record<FieldKey, string>>>;

const passport = (
	path: string,
	values: Values,
	state: PassportRecord['review']['state'] = 'unreviewed',
): PassportRecord => {
	const record = recordOf(path);
	const all: Values = {passport_number: `N${path.padEnd(5, 'X').toUpperCase()}`, ...values};
	const fields = record.passport.fields.map(field => ({...field, value: all[field.key] ?? field.value}));
	return {...record, passport: {...record.passport, fields}, review: {state, edits: {}, confirmed: []}};
};

const lin = (path: string, given: string, more: Values = {}) =>
	passport(path, {surname_english: 'LIN', given_name_english: given, birth_date: `19${path.length}0-01-01`, ...more});

const order = (...records: readonly PassportRecord[]) => familiesTogether(records).map(({path}) => path);

test('a family is where its first passport was, in its order', () => {
	const wu = passport('wu', {surname_english: 'WU', birth_date: '1980-02-02'});
	expect(order(lin('a', 'MEI'), wu, lin('bb', 'TAO'), lin('ccc', 'YU'))).toEqual(['a', 'bb', 'ccc', 'wu']);
});

test("of one person's passports the one that is valid longest comes first, where the first one was", () => {
	const born = {birth_date: '1990-05-05', surname_english: 'KIM', given_name_english: 'JI'};
	const old = passport('old', {...born, expiry_date: '2027-01-01'});
	const young = passport('young', {...born, expiry_date: '2034-01-01', issuing_country_code: 'KOR'});
	const other = passport('other', {surname_english: 'ROY', birth_date: '1970-01-01', expiry_date: '2030-12-24'});
	expect(order(old, other, young)).toEqual(['young', 'old', 'other']);
	expect(order(other, young, old)).toEqual(['other', 'young', 'old']);
});

test('strangers and rejected ones stay where they are, and none is lost', () => {
	const strangers = ['x', 'yy', 'zzz'].map(path =>
		passport(path, {surname_english: path.toUpperCase(), birth_date: '1980-01-01'}),
	);
	expect(order(...strangers)).toEqual(['x', 'yy', 'zzz']);
	const rejected = {...lin('bb', 'TAO'), review: {state: 'rejected', edits: {}, confirmed: []}} as const;
	expect(order(lin('a', 'MEI'), strangers[0]!, rejected, lin('ccc', 'YU'))).toEqual(['a', 'ccc', 'x', 'bb']);
	expect(order()).toEqual([]);
});
