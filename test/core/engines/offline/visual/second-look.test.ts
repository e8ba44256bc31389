import {describe, expect, it} from 'vitest';
import {soughtOn} from '../../../../../source/core/engines/offline/visual/fields/find-fields.ts';
import type {Place} from '../../../../../source/core/engines/offline/visual/lines/place.ts';
import type {PrintedLine} from '../../../../../source/core/engines/offline/visual/lines/read-lines.ts';
import {pageOf} from '../../../../../source/core/engines/offline/visual/page.ts';
import {
	bestOf,
	clearer,
	furtherLooks,
	worthSecondLook,
} from '../../../../../source/core/engines/offline/visual/second-look.ts';
import {today} from '../../../../support/records.ts';
import {facts} from './invented-mrz.ts';
import {printedLabel as label, printedLine as value} from './printed-line.ts';

/** Its first character was read badly. */
const doubtful = (line: PrintedLine): PrintedLine => ({
	...line,
	characters: line.characters.map((one, index) => (index === 0 ? {...one, margin: 0.3} : one)),
});

const looked = (lines: readonly PrintedLine[], places: readonly Place[] = lines): string[] => {
	const page = pageOf(lines);
	const found = soughtOn(page, facts, today);
	return worthSecondLook({places, lines}, page, found, today).map(({characters}) =>
		characters.map(one => one.character).join(''),
	);
};

describe('a second look at a line', () => {
	const surname = value('LINDQVIST', 14, -19.9);
	const place = doubtful(value('PORT SERENE', 14, -8.7));
	const lines = [
		label('Surname/Nom', 14, -21),
		doubtful(surname),
		doubtful(label('Place of birth/Lieu de naissance', 14, -9.8)),
		place,
	];

	it('is taken where a value is in doubt, not where the MRZ says the same or there is a label', () => {
		expect(looked(lines)).toEqual(['PORT SERENE']);
	});

	it('is taken at a value however small it is set', () => {
		const office = doubtful(value('PASSPORT OFFICE', 14, -6.6, {height: 0.9}));
		expect(looked([...lines, label('Authority', 14, -7.5), office])).toContain('PASSPORT OFFICE');
	});

	it('is taken at a line of unknown meaning only while something that every page prints is missing', () => {
		const stray = doubtful(value('L419O2G7K', 31, -22.7));
		const rest = [value('17 MAR 1988', 14, -11.5), value('09 MAY 2034', 14, -4)];
		expect(looked([...lines, stray, ...rest])).toContain('L419O2G7K');
		expect(looked([...lines, stray, ...rest, value('L4190267K', 31, -15)])).not.toContain('L419O2G7K');
	});
});

describe('a line that is taller than the others', () => {
	it('is looked at as two rows: a label touches the value below it', () => {
		const lines = [value('LINDQVIST', 14, -19.9), value('UTOPIAN', 14, -14), doubtful(value('17 MAR 1988', 14, -9))];
		const merged = {...lines[2]!, v: -9.3, height: 1.9};
		const rows = furtherLooks(merged, {places: lines, lines}, today, 1.3).filter(({height}) => height === 1.3);
		expect(rows.map(({v}) => Number(v.toFixed(1)))).toEqual([-9, -9.6]);
		const usual = furtherLooks(lines[2]!, {places: lines, lines}, today, 1.3);
		expect(usual.filter(({height}) => height === 1.3)).toHaveLength(1);
	});
});

/** A line whose box ends within its last letter. */
const cut = (line: PrintedLine): PrintedLine => ({...line, u: line.u - 0.25, width: line.width - 0.5});

describe('a line that may not be whole', () => {
	it('is looked at again where a value ends at the edge of its box, and longer', () => {
		const place = value('PORT SEREN', 14, -8.7);
		const lines = [label('Place of birth', 14, -9.8), value('LINDQVIST', 14, -19.9)];
		expect(looked([...lines, place])).toEqual([]);
		expect(looked([...lines, cut(place)])).toEqual(['PORT SEREN']);
		const alone = {places: [], lines: []};
		const [lower, wider, longer] = furtherLooks(cut(place), alone, today, 1.3);
		expect(lower!.height).toBeLessThan(place.height);
		expect(wider!.stretch).toBeGreaterThan(1);
		expect(longer!.width).toBeGreaterThan(place.width);
		expect(furtherLooks(place, alone, today, 1.3)).toHaveLength(2);
	});

	it('is looked at together with what is directly behind it and was not made out', () => {
		const place = value('PORT SER', 14, -8.7);
		const lines = [label('Place of birth', 14, -9.8), value('LINDQVIST', 14, -19.9), place];
		const end = {u: 21, v: -8.6, width: 1.6, height: 1.1, slope: 0};
		expect(looked(lines, [...lines, end])).toEqual(['PORT SER']);
		const reach = ({u, width}: Place) => u + width / 2;
		const last = furtherLooks(place, {places: [end], lines}, today, 1.3).at(-1)!;
		expect(reach(last)).toBeGreaterThan(reach(end));
		expect(looked(lines, [...lines, {...end, u: 24}, {...end, v: -7.4}])).toEqual([]);
	});

	it('is left alone where what is behind it was read by itself', () => {
		const place = value('PORT SERENE', 14, -8.7);
		const code = value('UTO', 22.5, -8.7);
		const lines = [label('Place of birth', 14, -9.8), value('LINDQVIST', 14, -19.9), place, code];
		expect(looked(lines)).toEqual([]);
		expect(looked([...lines.slice(0, 2), doubtful(place), code])).toEqual(['PORT SERENE']);
		expect(furtherLooks(doubtful(place), {places: [code], lines: [code]}, today, 1.3).at(-1)!.width).toBeGreaterThan(
			place.width + code.width,
		);
	});

	it('is looked at again where it is nearly a day, while a day is missing', () => {
		const lines = [value('17 MAR 1988', 14, -11.5), value('09 MAY 2034', 14, -4)];
		const issue = value('10 MAY 202', 14, -6);
		expect(looked([...lines, issue])).toEqual(['10 MAY 202']);
		expect(looked([...lines, issue, value('10 MAY 2024', 30, -6)])).toEqual([]);
	});
});

describe('of two looks at a line', () => {
	const chosen = (first: PrintedLine, second: PrintedLine) =>
		clearer(first, second, today)
			.characters.map(({character}) => character)
			.join('');
	const read = (text: string, margin: number) => value(text, 14, -8.7, {margin});

	it('the one that is a day counts', () => {
		expect(chosen(read('11MAR2017', 0.4), read('1MR/2O17', 3))).toBe('11MAR2017');
		expect(chosen(read('01.2007.', 3), read('01.11.2007.', 0.8))).toBe('01.11.2007.');
	});

	it('the one with more letters counts if they are plain, else the clearer', () => {
		expect(chosen(read('WASNGTON', 3.7), read('WASHINGTON', 1.3))).toBe('WASHINGTON');
		expect(chosen(read('WASNGTON', 3.7), read('WASHINGTONI', 0.5))).toBe('WASNGTON');
		expect(chosen(read('MINISTER', 0.9), read('MNISTER', 3))).toBe('MINISTER');
		expect(chosen(read('PRAHA', 0.5), read('PRAGA', 0.9))).toBe('PRAGA');
	});
});

describe('the best of several looks', () => {
	const look = (text: string, margin: number) => value(text, 14, -8.7, {margin});
	const best = (...looks: PrintedLine[]) =>
		bestOf(looks, today)
			.characters.map(({character}) => character)
			.join('');

	it('is what most of them read, also where another is clearer', () => {
		expect(best(look('WASNGTON', 3), look('WASHINGTON', 0.4), look('WASHINGTON', 0.9))).toBe('WASHINGTON');
	});

	it('continues where most of them were cut off', () => {
		expect(
			best(look('UNITED STATES OF AME', 2), look('UNITED STATES OF AME', 2), look('UNITED STATES OF AMERICA', 3)),
		).toBe('UNITED STATES OF AMERICA');
		expect(best(look('ST GALLEN', 2), look('ST GALLEN', 2), look('ST GALLENII', 0.2))).toBe('ST GALLEN');
	});

	it('is the clearer where no two agree', () => {
		expect(best(look('KABUL', 0.5), look('KABUI', 2))).toBe('KABUI');
	});
});
