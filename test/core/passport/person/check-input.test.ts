import {expect, test} from 'vitest';
import type {FieldKey} from '../../../../source/core/passport/model/fields.ts';
import {isImpossible} from '../../../../source/core/passport/person/check-input.ts';
import {checkInput} from '../../../../source/core/passport/person/edit.ts';
import {reading} from '../all-said.ts';
import {judged, today} from '../support.ts';

/** All that is said of what a person types: what is shown, the value that it means, what is wrong or unusual about it. */
function saidOf(words: string, key: FieldKey, typed: string, isDayFirst: boolean): string {
	const options = {today, dayFirst: isDayFirst};
	const {text, value, readings, problem, warning, digit} = checkInput(judged(reading(words)), key, typed, options);
	const params = Object.entries(problem?.params ?? {}).map(([name, param]) => `${name}=${param}`);
	return [
		text === value ? value || '-' : `${text} > ${value || '-'}`,
		problem && ['!', problem.code, ...params].join(' '),
		warning && `warning ${warning.code}`,
		readings && `either ${readings}`,
		digit && `digit ${digit.expected} of ${digit.printed}${digit.agrees ? '' : ', no'}`,
	]
		.filter(part => part !== undefined)
		.join(' | ');
}

test.each<[string, FieldKey, string, boolean, string]>([
	['', 'passport_number', '107182890', false, '107182890 | digit 0 of 0'],
	['', 'passport_number', ' 107-182<89 ', false, ' 107 182 89  > 107 182 89 | ! too-long places=9'],
	['', 'passport_number', '1071828901', false, '1071828901 | ! too-long places=9'],
	['', 'passport_number', 'AB1234567', false, 'AB1234567 | warning number-pattern-wrong | digit 1 of 0, no'],
	['', 'passport_number', '', false, '- | ! missing | digit 0 of 0'],
	['2:10=<!', 'passport_number', '107182890', false, '107182890'],
	['', 'surname_english', 'Müller', false, 'MUELLER'],
	['', 'surname_english', 'o’brien–x', false, "O'BRIEN-X"],
	['', 'surname_english', 'A1', false, 'A1 | ! not-in-a-name character=1'],
	['', 'surname_english', '-', false, '- | ! no-letter raw=-'],
	['', 'surname_english', '', false, '- | ! missing'],
	['', 'given_name_english', '', false, '-'],
	[
		'',
		'surname_english',
		'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
		false,
		'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA | ! too-long places=39',
	],
	['', 'surname_english', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAA', false, 'AAAAAAAAAAAAAAAAAAAAAAAAAAAA | ! too-long places=39'],
	[
		'',
		'given_name_english',
		'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
		false,
		'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA | ! too-long places=39',
	],
	['', 'given_name_english', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAA', false, 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
	['nearly=4:8,10:6', 'passport_number', '107882890', false, '107882890 | digit 9 of 6, no'],
	['nearly=4:8,10:9', 'passport_number', '107882890', false, '107882890 | digit 9 of 9'],
	['', 'surname_english', 'D`A´B', false, "D'A'B"],
	['', 'surname_english', 'anna−maria<lou', false, 'ANNA-MARIA LOU'],
	['', 'surname_english', 'A\u0007B\u200d', false, 'AB'],
	['', 'surname_english', 'ＡＢ', false, 'AB'],
	['', 'given_name_english', '7', false, '7 | ! not-in-a-name character=7'],
	['', 'holder_country_code', '', false, '- | ! missing'],
	['', 'sex', ' Female ', false, 'F'],
	['', 'sex', '女', false, 'F'],
	['', 'sex', 'MALE', false, 'M'],
	['', 'sex', 'x', false, 'X'],
	['', 'birth_date', '1974年8月12日', false, '1974年8月12日 > 1974-08-12 | digit 2 of 2'],
	['', 'holder_country_code', 'fra', false, 'FRA'],
	['', 'holder_country_code', 'deu', false, 'DEU'],
	['', 'holder_country_code', 'qqq', false, 'QQQ | ! unknown-code code=QQQ'],
	['', 'holder_country_code', 'F-R-A-X', false, 'FRA'],
	['', 'sex', 'female', false, 'F'],
	['', 'sex', '男', false, 'M'],
	['', 'sex', 'xm', false, 'M'],
	['', 'sex', 'k', false, '- | ! missing'],
	['', 'document_type', 'p1d<x', false, 'PD'],
	['', 'birth_date', '1974-08-12', false, '1974-08-12 | digit 2 of 2'],
	['', 'birth_date', '12 aug 74', false, '12 AUG 74 > 1974-08-12 | digit 2 of 2'],
	[
		'',
		'birth_date',
		'03/04/1974',
		false,
		'03/04/1974 > - | ! ambiguous-date raw=03/04/1974 one=1974-04-03 other=1974-03-04 | either 1974-04-03,1974-03-04',
	],
	['', 'birth_date', '03/04/1974', true, '03/04/1974 > 1974-04-03 | digit 2 of 2'],
	['', 'birth_date', '1974-08', false, '1974-08 | digit 7 of 2, no'],
	['', 'birth_date', '31.02.1974', false, '31.02.1974 > - | ! impossible-date raw=31.02.1974'],
	['', 'birth_date', '2026-11-23', false, '2026-11-23 > - | ! birth-after-today raw=2026-11-23'],
	['', 'birth_date', '1895-01-01', false, '1895-01-01 > - | ! date-too-far raw=1895-01-01'],
	['', 'birth_date', 'hello', false, 'HELLO > - | ! not-a-date raw=HELLO'],
	['', 'birth_date', '', false, '- | ! missing | digit 0 of 2, no'],
	['', 'expiry_date', '2031–04–15', false, '2031-04-15 | digit 0 of 0'],
	['', 'expiry_date', '2087-01-01', false, '2087-01-01 > - | ! date-too-far raw=2087-01-01'],
	['', 'expiry_date', '2031-04', false, '2031-04 > - | ! not-a-date raw=2031-04'],
	['', 'issue_date', '2026-11-23', false, '2026-11-23 > - | ! date-too-far raw=2026-11-23'],
	['', 'issue_date', '2021-04-15', false, '2021-04-15'],
	['', 'birth_place', 'Łódź\u0007 ', false, 'Łódź  > Łódź'],
	[
		'issuer=POL number=AZ1234567 optional=72345678902',
		'optional_data_mrz',
		'72345678902',
		false,
		'72345678902 | digit 5 of 5',
	],
	[
		'issuer=POL number=AZ1234567 optional=72345678902',
		'optional_data_mrz',
		'72345678903',
		false,
		'72345678903 | digit 8 of 5, no',
	],
	[
		'issuer=POL number=AZ1234567 optional=72345678902',
		'optional_data_mrz',
		'123456789012345',
		false,
		'123456789012345 | ! too-long places=14',
	],
	['optionalDigit=<', 'optional_data_mrz', '5', false, '5'],
	['', 'id_number', 'x 1', false, 'x 1'],
])('in a passport %j, %s typed as %j', (words, key, typed, isDayFirst, expected) => {
	expect(saidOf(words, key, typed, isDayFirst)).toBe(expected);
});

// What is wrong with these a second answer may confirm; of the others the field can hold nothing.
test.each<[FieldKey, string, boolean]>([
	['birth_date', '31.02.1974', true],
	['birth_date', 'hello', true],
	['surname_english', 'A1', true],
	['birth_date', '', false],
	['surname_english', ' ', false],
	['surname_english', 'ERIKSSON', false],
	['birth_date', '1974-08-12', false],
	['passport_number', '1071828901', false],
	['holder_country_code', 'qqq', false],
])('for %s, %j is no value at all: %s', (key, typed, expected) => {
	expect(isImpossible(key, checkInput(judged(reading('')), key, typed, {today}))).toBe(expected);
});
