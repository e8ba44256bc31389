import {describe, expect, it} from 'vitest';
import {formatDate} from '../../../../source/core/passport/model/dates.ts';
import {readTypedDate, type TypedDateOptions} from '../../../../source/core/passport/person/typed-dates.ts';
import {today} from '../support.ts';

/** What is understood of a date that a person types, in few words. */
function read(text: string, options: Partial<TypedDateOptions> = {}): string {
	const typed = readTypedDate(text, {of: 'expiry', today, ...options});
	if (typed.kind === 'date') return formatDate(typed.date);
	return typed.kind === 'ambiguous' ? typed.readings.join(' or ') : typed.kind;
}

const birth = {of: 'birth'} as const;

describe('a date of expiry', () => {
	it.each([
		'2033-01-14',
		'2033-1-14',
		'2033/01/14',
		'2033.01.14',
		'2033 01 14',
		'2033年1月14日',
		'2033年01月14日',
		'14/01/2033',
		'14-01-2033',
		'14–01–2033',
		'14.01.2033',
		'14.1.2033',
		'14. 1. 2033',
		'14.01.33',
		'14/01/33',
		'14 01 2033',
		'01/14/2033',
		'20330114',
		'14012033',
		'330114',
		'33/01/14',
		'14 JAN 2033',
		'14 jan 33',
		'14-Jan-2033',
		'14JAN2033',
		'14 JAN/JAN 2033',
		'14 JANV/JAN 2033',
		'14 GEN/JAN 33',
		'14 января/JAN 2033',
		'14 STY/JAN 2033',
		'Jan 14, 2033',
		'January 14 2033',
		'2033 JAN 14',
		'2033-Jan-14',
		'  14 JAN 2033  ',
		'１４／０１／２０３３',
	])('%s is 14 January 2033', text => {
		expect(read(text)).toBe('2033-01-14');
	});

	it.each([
		['03/04/2033', '2033-04-03 or 2033-03-04'],
		['03-04-2033', '2033-04-03 or 2033-03-04'],
		['03/ 04/ 2033', '2033-04-03 or 2033-03-04'],
		['3/4/33', '2033-04-03 or 2033-03-04'],
		['03042033', '2033-04-03 or 2033-03-04'],
		['12/11/2033', '2033-11-12 or 2033-12-11'],
	])('%s can be two days', (text, both) => {
		expect(read(text)).toBe(both);
		expect(read(text, {dayFirst: true})).toBe(both.slice(0, 10));
	});

	it.each([
		['03.04.2033', '2033-04-03'],
		['03 04 2033', '2033-04-03'],
		['03/03/2033', '2033-03-03'],
		['2033-04-03', '2033-04-03'],
		['20330403', '2033-04-03'],
		['330403', '2033-04-03'],
	])('%s is one day, whatever the settings say', (text, day) => {
		expect(read(text)).toBe(day);
		expect(read(text, {dayFirst: true})).toBe(day);
	});

	it.each([
		'2033-02-31',
		'31/02/2033',
		'31.02.2033',
		'31 FEB 2033',
		'20330231',
		'330231',
		'2033-13-01',
		'14/13/2033',
		'32 JAN 2033',
		'29 FEB 2033',
		'00/01/2033',
		'2033-00-14',
	])('%s is no day of the calendar', text => {
		expect(read(text)).toBe('impossible');
	});

	it.each([
		'',
		'abc',
		'14 FOO 2033',
		'14 JAN',
		'JAN 2033',
		'2033',
		'2033-01',
		'01/2033',
		'14 JAN/FEB 2033',
		'2033-01-14-01',
		'14/01/203344',
		'33011',
		'3301144',
		'2O33-01-14',
		'14/01',
		'XX JAN 2033',
	])('%s is no date of expiry', text => {
		expect(read(text)).toBe('none');
	});

	it.each(['0233-01-14', '2333-01-14', '1833-01-14', '14/01/0033', '23330114'])('%s is too far away', text => {
		expect(read(text)).toBe('far');
	});
});

describe('a date of birth', () => {
	it.each([
		['740812', '1974-08-12'],
		['12 AUG 74', '1974-08-12'],
		['21/08/74', '1974-08-21'],
		['21/11/26', '2026-11-21'],
		['12/08/26', '2026-08-12 or 1926-12-08'],
		['12 DEC 26', '1926-12-12'],
		['261212', '1926-12-12'],
		['1974-08', '1974-08'],
		['08/1974', '1974-08'],
		['AUG 1974', '1974-08'],
		['XX AUG 1974', '1974-08'],
		['XX AUG/AOUT 1974', '1974-08'],
		['XX/08/1974', '1974-08'],
		['1974-08-XX', '1974-08'],
		['7408<<', '1974-08'],
		['1974', '1974'],
		['XX XX 1974', '1974'],
		['XX XXX 1974', '1974'],
		['1974-XX-XX', '1974'],
		['74<<<<', '1974'],
		['29 FEB 2024', '2024-02-29'],
		['29 FEB 1923', 'impossible'],
		['2033-01-14', 'future'],
		['14/01/2033', 'future'],
		['14 JAN 2033', 'future'],
		['20330114', 'future'],
		['1880-01-14', 'far'],
	])('%s is %s', (text, value) => {
		expect(read(text, birth)).toBe(value);
	});

	it('is asked about only where both days are in the past', () => {
		expect(read('03/04/1974', birth)).toBe('1974-04-03 or 1974-03-04');
		expect(read('10/12/2026', birth)).toBe('2026-10-12');
	});
});

it('takes any text without an error', () => {
	for (const text of ['\u0000', '😀', '9'.repeat(10_000), '/'.repeat(500), '年月日', '٣٣٠١١٤']) {
		expect(['none', 'impossible']).toContain(read(text));
	}
});

describe('a day of issue', () => {
	const issue = {of: 'issue'} as const;

	it.each([
		['22/11/2026', '2026-11-22'],
		['23/11/2026', 'far'],
		['16 APR 2022', '2022-04-16'],
		['1896-11-22', '1896-11-22'],
		['1895-12-31', 'far'],
	])('%s: %s', (text, meant) => {
		expect(read(text, issue)).toBe(meant);
	});

	it('has a year of two digits at least, wherever it is', () => {
		expect(read('03/12/27', issue)).toBe('2003-12-27');
		expect(read('3/12/27', issue)).toBe('far');
	});
});

it.each(['A20330114', '1-20330114', 'no 20330114', '20330114A'])(
	'eight digits are a date only where nothing else is typed: %s',
	text => {
		expect(read(text)).toBe('none');
	},
);
