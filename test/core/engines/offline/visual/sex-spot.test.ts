import {describe, expect, it} from 'vitest';
import {findFields} from '../../../../../source/core/engines/offline/visual/fields/find-fields.ts';
import {
	asSex,
	isHalfSex,
	likelySpots,
	sexSpots,
} from '../../../../../source/core/engines/offline/visual/fields/sex-spot.ts';
import type {PrintedLine} from '../../../../../source/core/engines/offline/visual/lines/read-lines.ts';
import {pageOf} from '../../../../../source/core/engines/offline/visual/page.ts';
import {today} from '../../../../support/records.ts';
import {facts} from './invented-mrz.ts';
import {printedLabel as label, printedLine as value} from './printed-line.ts';

const names = [value('LINDQVIST', 14, -19.9), value('SOFIA MARGARETA', 14, -17.1), value('17 MAR 1988', 14, -11.5)];
const place = [label('Place of birth', 22, -9.8), value('PORT SERENE', 22, -8.7)];

const spots = (...lines: readonly PrintedLine[]) => {
	const page = pageOf(lines);
	return likelySpots(page, findFields(page, facts, today));
};

describe('where a sex is whose label was not read', () => {
	it('is at the edge of the names, in the row of the place of birth', () => {
		const [spot, ...more] = spots(...names, ...place);
		expect(more).toEqual([]);
		expect(spot!.v).toBeCloseTo(-8.7, 5);
		expect(spot!.u - spot!.width / 2).toBeLessThan(14);
		expect(spot!.u + spot!.width / 2).toBeLessThan(21);
	});

	it('is in the first row of a place of birth that takes two', () => {
		const [spot] = spots(...names, ...place, value('NEW HARBOUR', 22, -7.4));
		expect(spot!.v).toBeCloseTo(-8.7, 1);
	});

	it('is nowhere where something else is, or the place of birth itself', () => {
		expect(spots(...names, ...place, value('1,71', 14, -8.7))).toEqual([]);
		expect(spots(...names, label('Place of birth', 14, -9.8), value('PORT SERENE', 14, -8.7))).toEqual([]);
		expect(spots(...names)).toEqual([]);
	});

	it('is behind a word whose other language was not read', () => {
		const [spot] = spots(...names, ...place, value('MOT/', 14, -8.6));
		expect(spot!.v).toBeCloseTo(-8.6, 5);
		expect(spot!.u + spot!.width / 2).toBeGreaterThan(14 + 4 * 0.75 + 1);
		expect(['MOT/', 'K/'].map(isHalfSex)).toEqual([true, true]);
		expect(['K/F', 'ZAGREB/', 'MOT'].map(isHalfSex)).toEqual([false, false, false]);
	});
});

describe('a letter in the place of a sex', () => {
	const letter = (text: string, rival: string, margin: number) => {
		const line = value(text, 29, -9);
		const characters = line.characters.map(one => ({...one, rival, margin}));
		return asSex({...line, characters})
			.characters.map(({character}) => character)
			.join('');
	};

	it('is the next likely one where only that can be a sex, and the other is in doubt', () => {
		expect([letter('P', 'F', 1.1), letter('N', 'M', 0.4)]).toEqual(['F', 'M']);
	});

	it('is what was read where that is clear, a sex itself, or no letter alone', () => {
		expect([letter('P', 'F', 4), letter('F', 'M', 0.4), letter('PF', 'F', 1), letter('K', 'X', 1)]).toEqual([
			'P',
			'F',
			'PF',
			'K',
		]);
	});
});

describe('where the sex is by its label', () => {
	it('is below the surest of them first: the code of a state is a label in another language', () => {
		const lines = [value('POL', 14, -22.7), ...names, label('Gender/Sexe', 14, -9.8)];
		const [first, ...more] = sexSpots(pageOf(lines), []);
		expect(first!.v).toBeCloseTo(-8.7, 0);
		for (const {v} of more) expect(v).toBeLessThan(-20);
		expect(more).toHaveLength(1);
	});

	it('is above its label on a page whose labels are below their values', () => {
		const lines = [
			...[value('LINDQVIST', 14, -19.9), label('Surname/Nom', 14, -18.8)],
			...[value('SOFIA MARGARETA', 14, -17.1), label('Given names/Prénoms', 14, -16)],
			...[value('17 MAR 1988', 14, -11.5), label('Date of birth', 14, -10.4)],
			...[value('PORT SERENE', 14, -8.7), label('Place of birth', 14, -7.6)],
			label('Sex/Sexe', 29, -7.6),
		];
		const [first] = sexSpots(pageOf(lines), findFields(pageOf(lines), facts, today));
		expect(first!.v).toBeCloseTo(-8.7, 1);
		expect(first!.u - first!.width / 2).toBeCloseTo(28.8, 0);
	});

	it('is also where a column of values begins before a label whose first word was not read', () => {
		const lines = [...names, value('UTOPIAN', 27, -14.4), label('kelamin/Sex', 29.2, -12.6)];
		const starts = sexSpots(pageOf(lines), []).map(({u, width}) => u - width / 2);
		expect(starts).toHaveLength(2);
		expect(starts[0]).toBeCloseTo(28.9, 0);
		expect(starts[1]).toBeLessThan(27);
	});

	it('is behind its label on a page whose labels are beside their values', () => {
		const lines = [
			...[label('Surname', 4, -19.9), names[0]!],
			...[label('Given names', 4, -17.1), names[1]!],
			...[label('Date of birth', 4, -11.5), names[2]!, label('Sex/Sexe', 9, -8.7)],
		];
		const [spot, ...more] = sexSpots(pageOf(lines), findFields(pageOf(lines), facts, today));
		expect(more).toEqual([]);
		expect(spot!.v).toBeCloseTo(-8.7, 5);
		expect(spot!.u - spot!.width / 2).toBeGreaterThan(12);
	});

	it('is nowhere without a label', () => {
		expect(sexSpots(pageOf(names), [])).toEqual([]);
	});
});
