import {describe, expect, it} from 'vitest';
import {namesNationality, provesNationality} from '../../../../../source/core/engines/offline/visual/nationality.ts';

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
