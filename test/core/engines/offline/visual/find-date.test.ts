import {describe, expect, it} from 'vitest';
import {asInMrz, dateIn} from '../../../../../source/core/engines/offline/visual/find-date.ts';
import {isUsualValidity} from '../../../../../source/core/passport/printed/usual-validity.ts';
import {today} from '../../../../support/records.ts';

describe('a day on a page', () => {
	it.each([
		['17 MAR 1988', '1988-03-17'],
		['17MAR1988', '1988-03-17'],
		['05 JAN/JANV 2001', '2001-01-05'],
		['13LIP/JUL2006', '2006-07-13'],
		['25 LIP/JUN 2009', '2009-06-25'],
		['03 MARRAS/NOV 2019', '2019-11-03'],
		['012月/FEB1990', '1990-02-01'],
		['1990年02月01日', '1990-02-01'],
		['12.07.1942', '1942-07-12'],
		['12 07 1942', '1942-07-12'],
		['12071942', '1942-07-12'],
		['19420712', '1942-07-12'],
		['12.O7.1942', '1942-07-12'],
		['140CT2030', '2030-10-14'],
		['280ct2019', '2019-10-28'],
		['10 0UT/0CT 2021', '2021-10-10'],
		['100UT2021', '2021-10-10'],
		['10OSEP2028', '2028-09-10'],
		['22 HB/JAN 2017', '2017-01-22'],
		['1O0SEP2019', '2019-09-10'],
		['03 0CT/0CT 20', '2020-10-03'],
		['14 AUG/A0ÛT 2019', '2019-08-14'],
		['14 A0UT/AUG 19', '2019-08-14'],
		['20 AG0/AUG 2016', '2016-08-20'],
		['20AGO/AUG2016', '2016-08-20'],
		['02 N0V/N0V 2022', '2022-11-02'],
		['10AUG2020', '2020-08-10'],
		['30 0KT/OCT 2024', '2024-10-30'],
		['30 0TT/0CT 2024', '2024-10-30'],
		['I1MAR2017', '2017-03-11'],
		['1lMAR2017', '2017-03-11'],
		['8Aout/Aug 2006', '2006-08-08'],
		['31.10.2012.', '2012-10-31'],
		['2012/10/31', '2012-10-31'],
		['2012 10 31', '2012-10-31'],
		['2012. 10. 31.', '2012-10-31'],
		['2012 OKT/OCT 31', '2012-10-31'],
		['2015 JAN/JAN 12', '2015-01-12'],
		['31.10.12', '2012-10-31'],
		['31/10/12', '2012-10-31'],
		['OCT 31, 2012', '2012-10-31'],
		['12 ЯНВ/JAN 2015', '2015-01-12'],
		['12 MEITH/JUNE 2015', '2015-06-12'],
		['01JAN7JAN85', '1985-01-01'],
		['01 JAN-7JAN 85', '1985-01-01'],
	])('%s is %s', (text, iso) => {
		expect(dateIn(text, 'other', today)?.iso).toBe(iso);
	});

	it.each([
		'PORT SERENE',
		'72033012347',
		'31.02.2020',
		'1,71 m',
		'',
		'02FEB',
		'A5050085/',
		'01.01.2185',
		'08LIP2006',
		'03 JAN/JUN 2001',
		'31.10.12.77',
	])('is not seen in "%s"', text => {
		expect(dateIn(text, 'other', today)).toBeUndefined();
	});

	it('is compared with the MRZ in its form', () => {
		expect(asInMrz('1988-03-17')).toBe('880317');
	});

	it('of issue is whole years before the expiry, to a day or so', () => {
		expect(isUsualValidity('2024-05-10', '2034-05-09')).toBe(true);
		expect(isUsualValidity('2020-02-29', '2030-02-28')).toBe(true);
		expect(isUsualValidity('2024-05-10', '2033-11-09')).toBe(false);
		expect(isUsualValidity('2024-05-10', '2024-05-12')).toBe(false);
	});
});
