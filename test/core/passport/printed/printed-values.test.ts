import {expect, test} from 'vitest';
import {printedValue} from '../../../../source/core/passport/printed/printed-values.ts';
import {today} from '../support.ts';

test.each([
	['sex', '女/F', 'F'],
	['sex', 'F/M', ''],
	['sex', 'female', 'F'],
	['sex', '<', 'X'],
	['sex', '?', ''],
	['sex', ' m ', 'M'],
	['holder_country_code', '中国/CHN', 'CHN'],
	['holder_country_code', 'CHN/FRA', ''],
	['holder_country_code', 'D', 'DEU'],
	['holder_country_code', 'Deutsch', ''],
	['surname_english', '  o’brien <  de   la ', 'O BRIEN DE LA'],
	['surname_english', 'Müller (geb.)', 'MUELLER GEB'],
	['document_type', 'P<', 'P'],
	['document_type', ' pd 1', 'PD'],
	['document_type', 'PASSPORT', 'PA'],
	['passport_number', 'e 1234-5678', 'E12345678'],
	['passport_number', 'Ｅ1２345678', 'E12345678'],
	['birth_place', '  LONDON \n UK ', 'LONDON UK'],
	['name', 'Eriksson', ''],
	['name', '林 伟', '林 伟'],
	['birth_date', '12 AUG 74', '1974-08-12'],
	['issue_date', '22 NOV 26', '2026-11-22'],
	['issue_date', 'soon', ''],
] as const)('a printed %s: %j', (field, text, expected) => {
	expect(printedValue({field, text}, today)).toBe(expected);
});
