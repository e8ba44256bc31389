import {describe, expect, it} from 'vitest';
import {
	isBeginningOnly,
	namesNationality,
	nationalityAsPrinted,
	nationalityBesideCode,
	provesNationality,
} from '../../../../../source/core/engines/offline/visual/fields/nationality.ts';

describe('a printed nationality', () => {
	it.each([
		['POLSKIE / POLISH / POLONAISE', 'POL'],
		['Luxembourgeoise', 'LUX'],
		['UNITED STATES OF AMERICA', 'USA'],
		['UNITEDSTATESOFAMERICA', 'USA'],
		['MAGYAR/HUNGARIAN', 'HUN'],
		['BRITISH CITIZEN', 'GBR'],
		['中国/CHINESE', 'CHN'],
		['Nederlandse', 'NLD'],
		['EST', 'EST'],
		['D', 'DEU'],
		['DEUTSCH', 'DEU'],
		['日本 JAPAN', 'JPN'],
	])('%s is that of %s', (text, code) => {
		expect(namesNationality(text, code)).toBe(true);
	});

	it.each([
		['PORT SERENE', 'POL'],
		['', 'POL'],
		['POLISH', ''],
		['UTOPIAN', 'USA'],
	])('%s is not that of "%s"', (text, code) => {
		expect(namesNationality(text, code)).toBe(false);
	});
});

describe('a printed nationality whose end was not read', () => {
	it.each([
		['UNITED STATES OF', 'USA', true],
		['VIỆT / VIETNAMESE', 'VNM', true],
		['UNITED STATES OF AMERICA', 'USA', false],
		['VIỆT NAM / VIETNAMESE', 'VNM', false],
		['POLISH', 'POL', false],
	])('%s of %s: %s', (text, code, expected) => {
		expect(isBeginningOnly(text, code)).toBe(expected);
	});
});

describe('a printed nationality as evidence', () => {
	it.each([
		['POLSKIE / POLISH / POLONAISE', 'POL'],
		['AUSTRALIAN', 'AUS'],
		['NIGERIAN', 'NGA'],
		['UNITED STATES OF AMERICA', 'USA'],
		['EST', 'EST'],
	])('%s is a word for %s', (text, code) => {
		expect(provesNationality(text, code)).toBe(true);
	});

	it.each([
		['AUSTRALIAN', 'AUT'],
		['NIGERIAN', 'NER'],
		['KOREAN', 'KOR'],
		['DOMINICAN', 'DMA'],
		['INDIAN', 'IDN'],
	])('%s is none for %s, which another state shares or has', (text, code) => {
		expect(provesNationality(text, code)).toBe(false);
	});
});

describe('a nationality read as one with the column beside it', () => {
	it.each([
		['NEW ZEALAND ZDV/26', 'NZL', 'NEW ZEALAND'],
		['y INDIAN', 'IND', 'INDIAN'],
		['VIỆT NAM /VIETNAMESE TEACHER', 'VNM', 'VIỆT NAM /VIETNAMESE'],
		['GENERAL DUTIES POLSKIE', 'POL', 'POLSKIE'],
		['STUDENT POLSKIE/POLISH', 'POL', 'POLSKIE/POLISH'],
		['UNITED STATES OF AMERICA', 'USA', 'UNITED STATES OF AMERICA'],
		['HRVATSKO / CROATIAN', 'HRV', 'HRVATSKO / CROATIAN'],
		['SLOVENSKÁ REPUBLIKA', 'SVK', 'SLOVENSKÁ REPUBLIKA'],
	])('%s is given without it', (text, code, alone) => {
		expect(nationalityAsPrinted(text, code)).toBe(alone);
	});
});

describe('a nationality in several words', () => {
	it.each([
		['UNITED STATESOFAMERIC', 'USA', 'UNITED STATES OF AMERICA'],
		['BRITISHCITIZEN', 'GBR', 'BRITISH CITIZEN'],
		['UNITED STATES OF / AMERIGAip', 'USA', 'UNITED STATES OF AMERICA'],
		['UNITED STATES OF AMERICA11 MAR/MAR', 'USA', 'UNITED STATES OF AMERICA'],
		['VIỆT NAM / VIETNAMESE', 'VNM', 'VIỆT NAM / VIETNAMESE'],
		['CESKA REPUBLIKA/CZECH REPUBLC', 'CZE', 'ČESKÁ REPUBLIKA/CZECH REPUBLIC'],
		['Françaisa', 'FRA', 'Française'],
		['CANADIAN/CANADIENNIF', 'CAN', 'CANADIAN/CANADIENNE'],
		['CANADIENNE', 'CAN', 'CANADIENNE'],
	])('%s is printed in full by %s', (text, code, full) => {
		expect(nationalityAsPrinted(text, code)).toBe(full);
	});

	it.each([
		['UNITED STATES OF AMERICA', 'MEX'],
		['BRITISH SUBJECT', 'GBR'],
		['UNITED STATES', 'USA'],
		['POLSKIE / POLISH', 'POL'],
	])('%s stays as it is for %s', (text, code) => {
		expect(nationalityAsPrinted(text, code)).toBe(text);
	});
});

describe('a nationality in the row of the number', () => {
	it('is what names it behind the code', () => {
		expect(nationalityBesideCode('P NLD Nederlandse', 'NLD')).toBe('Nederlandse');
		expect(nationalityBesideCode('NLD Nederlandse', 'NLD')).toBe('Nederlandse');
	});

	it.each(['P NLD XX0000000', 'NLD', 'Nederlandse', 'P BEL Nederlandse'])('is not in %s', text => {
		expect(nationalityBesideCode(text, 'NLD')).toBeUndefined();
	});
});
