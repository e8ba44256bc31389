import {describe, expect, it} from 'vitest';
import {isLegible, trimmed, weighed} from '../../../../../source/core/engines/offline/visual/fields/doubt.ts';
import type {Found} from '../../../../../source/core/engines/offline/visual/page.ts';

const found = (field: Found['field'], text: string, margin: number, by: Found['by'] = 'label'): Found => ({
	field,
	text,
	by,
	labelled: by === 'label',
	run: {text, left: 0, right: 5, v: -10, height: 1.2, margin, letterMargin: margin, confidence: 5, places: []},
});

describe('a printed value', () => {
	it('that only the page has is given however it was read, but for a scribble or a pattern', () => {
		const place = found('birth_place', 'PORT SERENE', 0.1);
		expect(isLegible(place)).toBe(true);
		expect(isLegible({...place, run: {...place.run, confidence: 1.1}})).toBe(false);
	});

	it('that differs from what the MRZ says is given only as a plain word against it', () => {
		expect(isLegible(found('given_names', 'S.AYER', 0.9))).toBe(false);
		expect(isLegible(found('given_names', 'SAYER', 1.1))).toBe(true);
		expect(isLegible(found('given_names', 'SOFIA', 0.1, 'mrz'))).toBe(true);
	});

	it('is less sure the fewer pixels its letters have, and as sure as it was read on a usual page', () => {
		const marginAt = (pixels: number) =>
			weighed([found('birth_place', 'BORG', 4)], {origin: [0, 0], along: [pixels, 0], down: [0, pixels]})[0]!.run
				.margin;
		expect([marginAt(20), marginAt(10)]).toEqual([4, 4]);
		expect(marginAt(6.5)).toBeLessThan(2.5);
	});

	it('has the Icelandic letter where its capital looks like another language’s', () => {
		const letterOf = (text: string, issuer: string) => trimmed(found('authority', text, 4), issuer).text;
		expect(letterOf('ÞJÓĐSKRÁ', 'DNK')).toBe('ÞJÓÐSKRÁ');
		expect(letterOf('GARĐABÆR', 'DNK')).toBe('GARÐABÆR');
		expect(letterOf('PJÓĐSKRÁ', 'DNK')).toBe('ÞJÓÐSKRÁ');
		expect(letterOf('Pjóđskrá', 'POL')).toBe('Þjóðskrá'.replace('ð', 'ð'));
		expect(letterOf('PJÓNUSTA', 'POL')).toBe('PJÓNUSTA');
		expect(letterOf('ÍSAFJÖRĐUR', 'POL')).toBe('ÍSAFJÖRÐUR');
		expect(letterOf('HVERAGERĐI', 'ISL')).toBe('HVERAGERÐI');
		expect(letterOf('Hverageređi', 'ISL')).toBe('Hverageređi'.replace('đ', 'ð'));
		expect(letterOf('POLICIJA ĐAKOVO', 'HRV')).toBe('POLICIJA ĐAKOVO');
		expect(letterOf('ĐÀ NẴNG', 'VNM')).toBe('ĐÀ NẴNG');
		expect(letterOf('LÝ ĐỨC', 'VNM')).toBe('LÝ ĐỨC');
		expect(letterOf('ÞJÓĐSKRÁ', 'VNM')).toBe('ÞJÓÐSKRÁ');
	});

	it('has capitals where letters look like them', () => {
		const textOf = (text: string) => trimmed(found('birth_place', text, 4), 'AZE').text;
		expect(['DAXiLi iŞLƏR', 'iSTANBUL', 'laşi'].map(textOf)).toEqual(['DAXİLİ İŞLƏR', 'İSTANBUL', 'Iaşi']);
		expect(['Daxili işlər', 'Lillehammer', 'Mali'].map(textOf)).toEqual(['Daxili işlər', 'Lillehammer', 'Mali']);
		expect(['Polisen laşi', 'Affari lnterni', 'AFFARi'].map(textOf)).toEqual([
			'Polisen Iaşi',
			'Affari Interni',
			'AFFARİ',
		]);
		const plain = ['Questura Di Roma', 'Isla de la Juventud', 'Provincia de los Ríos'];
		expect(plain.map(textOf)).toEqual(plain);
	});

	it('has an ampersand where its last word seems to end in a digit', () => {
		const office = (text: string) => trimmed(found('authority', text, 4), 'CHN').text;
		expect(['EXIT8 ENTRY', 'OFFICE 8 OSLO', 'MVD 77818'].map(office)).toEqual([
			'EXIT & ENTRY',
			'OFFICE 8 OSLO',
			'MVD 77818',
		]);
	});

	it('is in doubt where a stroke is before it: the same in another language was not read', () => {
		const rest = trimmed(found('nationality', '/ TUR', 4), 'TUR');
		expect([rest.text, rest.run.margin < 1]).toEqual(['TUR', true]);
	});

	it('is in doubt where an apostrophe is all that is left before it, and keeps one that belongs to it', () => {
		const cut = trimmed(found('birth_place', "'AQUILA", 4), 'ITA');
		expect([cut.text, cut.run.margin < 1]).toEqual(['AQUILA', true]);
		const whole = trimmed(found('birth_place', "'S-GRAVENHAGE", 4), 'NLD');
		expect([whole.text, whole.run.margin]).toEqual(["'S-GRAVENHAGE", 4]);
	});

	it('loses the strokes at its ends, and a bracket that nothing closes', () => {
		const ends = ['/BERLIN\\', '(OTTAWA CAN', 'PRAHA (1)', 'WASHINGTON, D.C.'];
		expect(ends.map(text => trimmed(found('birth_place', text, 3), 'UTO').text)).toEqual([
			'BERLIN',
			'OTTAWA CAN',
			'PRAHA (1)',
			'WASHINGTON, D.C.',
		]);
	});
});
