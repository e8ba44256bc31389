import {expect, test} from 'vitest';
import {bilingual, bilingualParts} from '../../../../source/core/passport/printed/bilingual.ts';

test.each([
	['四川', 'SICHUAN'],
	['서울', 'SEOUL'],
	['とうきょう', 'TOKYO'],
	['トウキョウ', 'TOKYO'],
])('a place in two scripts, %s and %s, is one text, and both again', (national, latin) => {
	expect(bilingual(national, latin)).toBe(`${national}/${latin}`);
	expect(bilingualParts(`${national} / ${latin}`)).toEqual({national, latin});
});

test.each([
	['OSLO', 'OSLO', 'OSLO'],
	['四川', '四川', '四川'],
	['四川', '', '四川'],
	['', 'SICHUAN', 'SICHUAN'],
	['', '', ''],
])('what is not in two scripts stays as it is: %s and %s', (national, latin, text) => {
	expect(bilingual(national, latin)).toBe(text);
});

test.each(['BRUXELLES/BRUSSEL', 'SICHUAN/四川', '四川/SICHUAN/CHINA', '四川/', '四川'])('%s is one text', text => {
	expect(bilingualParts(text)).toEqual({national: text});
});
