import {describe, expect, it} from 'vitest';
import {allCodes, codeKind, exportCode, mrzCode} from '../../../../source/core/passport/tables/codes.ts';
import {countryName} from '../../../../source/core/passport/tables/countries.ts';
import {documentKind} from '../../../../source/core/passport/tables/document-kinds.ts';
import {issuerOf, issuers} from '../../../../source/core/passport/tables/issuers.ts';
import {formOf, hasForm} from '../../../../source/core/passport/tables/number-form.ts';

describe('forms of numbers', () => {
	it.each(Object.entries(issuers))('%s: a known code, forms of 6 to 9 signs, each with its source', (code, issuer) => {
		expect(codeKind(code)).toBeDefined();
		expect(issuer.forms.length).toBeGreaterThan(0);
		for (const {form, source} of issuer.forms) {
			expect(form).toMatch(/^[A-Z9@#*&]{6,9}$/);
			expect(source).not.toBe('');
		}
		if (issuer.complete) expect(issuer.forms.every(form => form.hard)).toBe(true);
	});

	// Numbers of published specimens.
	it.each([
		['AUS', 'PA0940409'],
		['CAN', 'ZE000509<'],
		['CZE', '99003853<'],
		['EST', 'KB0000000'],
		['FIN', 'XP8271602'],
		['FRA', '60RF19765'],
		['FRA', '00ZB00000'],
		['GBR', '107182890'],
		['HUN', 'BD0002028'],
		['ISL', 'A0000000<'],
		['LTU', '00000000<'],
		['LVA', 'LT0000000'],
		['MYS', 'R00000000'],
		['NLD', 'XA0000014'],
		['POL', 'ZS0000177'],
		['RUS', '123456789'],
		['SWE', '99002299<'],
		['TWN', 'M00000426'],
		['TWN', '000000000'],
		['USA', 'E00007730'],
		['USA', '340007955'],
		['D', 'C01X0006H'],
		['CHN', 'EA1234567'],
		['CHN', 'G12345678'],
		['CHN', 'KJ0000000'],
		['KOR', 'M123A4567'],
	])('%s prints numbers like %s', (code, raw) => {
		expect(formOf(raw, issuerOf(code))).toBeDefined();
	});

	it.each([
		['CHN', '612345678'],
		['CHN', 'EI1234567'],
		['CHN', 'E810S2281'],
		['GBR', '10718289<'],
		['GBR', '1O7182890'],
		['D', 'C01XB006H'],
	])('%s prints none like %s', (code, raw) => {
		expect(formOf(raw, issuerOf(code))).toBeUndefined();
	});

	it('a short number is padded with fillers, and nothing else', () => {
		expect(hasForm('A1234567<', '@9999999')).toBe(true);
		expect(hasForm('A12345678', '@9999999')).toBe(false);
		expect(hasForm('A123456<<', '@9999999')).toBe(false);
	});

	it('a published form is preferred to one that practice knows', () => {
		expect(formOf('E12345678', issuerOf('CHN'))?.hard).toBe(true);
	});
});

describe('codes', () => {
	it('are 249 states of ISO 3166-1 and ICAO’s own, each once', () => {
		expect(new Set(allCodes).size).toBe(allCodes.length);
		expect(allCodes.filter(code => codeKind(code) === 'state')).toHaveLength(249);
	});

	it('have a name in both languages', () => {
		for (const code of allCodes) {
			expect(countryName(code, 'en')).not.toBe(code);
			expect(countryName(code, 'zh')).toMatch(/\p{Script=Han}/u);
		}
	});

	it.each([
		['D', 'Germany', '德国'],
		['DEU', 'Germany', '德国'],
		['CHN', 'China', '中国'],
		['UTO', 'Utopia (specimen)', '乌托邦（样本）'],
		['QQQ', 'QQQ', 'QQQ'],
		['toString', 'toString', 'toString'],
	])('%s is %s, %s', (code, en, zh) => {
		expect([countryName(code, 'en'), countryName(code, 'zh')]).toEqual([en, zh]);
	});

	it('only Germany’s code changes on its way out, and back', () => {
		expect(allCodes.filter(code => exportCode(code) !== code)).toEqual(['D']);
		expect(mrzCode('DEU')).toBe('D<<');
		expect(mrzCode('GBN')).toBe('GBN');
	});
});

describe('the second letter of the document code', () => {
	it('is translated for an issuer that is known, and for no other', () => {
		expect(documentKind('PO', 'CHN')).toBe('ordinary');
		expect(documentKind('PO', 'KOR')).toBe('official');
		expect(documentKind('PO', 'AFG')).toBeUndefined();
	});
});
