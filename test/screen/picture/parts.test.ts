import {describe, expect, it} from 'vitest';
import {fieldParts} from '../../../source/screen/picture/field-parts.ts';
import {lettersAround, linePart, type ShownLine} from '../../../source/screen/picture/line-parts.ts';
import {mrzParts} from '../../../source/screen/picture/mrz-parts.ts';
import {linePlace} from '../../support/placed.ts';
import {mrz} from '../../support/records.ts';

const line = (index: number, doubts: readonly number[] = [], current = true): ShownLine => ({
	place: linePlace(index),
	characters: [...mrz[index]!].map((character, at) => ({character, current, doubt: doubts.includes(at)})),
});

const room = (columns: number, rows: number) => ({x: 0, y: 0, columns, rows});

/** Pixels of the page that a part shows for each column of the screen. */
const pixelsPerColumn = ({part}: ReturnType<typeof linePart>) => part.frame.across[0] / part.columns;

describe('characters of a line on the screen', () => {
	it('are as large as the rows allow, whole and in their shape', () => {
		const shown = linePart(line(1), 0, 9, room(78, 4), false);
		expect(shown.part.rows).toBe(4);
		// A row is as tall as two columns are wide.
		expect(shown.part.frame.down[1] / (2 * shown.part.rows)).toBeCloseTo(pixelsPerColumn(shown), 1);
		expect(shown.part.columns).toBeGreaterThan(55);
		expect(shown.part.frame.origin[0]).toBeLessThan(60 - 13);
		expect(shown.part.frame.origin[0] + shown.part.frame.across[0]).toBeGreaterThan(60 + 8 * 26 + 13);
	});

	it('are as many as can be distinguished, and the doubtful one is among them', () => {
		const {part} = linePart(line(0, [38]), 5, 44, room(60, 4), false);
		expect(part.frame.across[0] / 26).toBeLessThan(60 / 2.5);
		const doubt = 60 + 38 * 26;
		expect(part.frame.origin[0]).toBeLessThan(doubt);
		expect(part.frame.origin[0] + part.frame.across[0]).toBeGreaterThan(doubt);
	});

	it('have the doubtful one marked, exactly its cell', () => {
		const {part} = linePart(line(1, [3]), 0, 9, room(78, 4), false);
		expect(part.marked).toHaveLength(1);
		expect(part.marked[0]!.origin[0]).toBeCloseTo(60.5 + 2.5 * 26);
		expect(part.marked[0]!.across[0]).toBeCloseTo(26);
	});

	it('have what was read below each of them, in its middle', () => {
		const {part, captions} = linePart(line(1, [3]), 0, 9, room(78, 8), true);
		expect(captions.map(({character}) => character).join('')).toBe(mrz[1].slice(0, 9));
		expect(captions[3]!.kind).toBe('doubt');
		for (const [index, {x, y}] of captions.entries()) {
			expect(y).toBe(7);
			const middle = part.frame.origin[0] + ((x + 0.5) * part.frame.across[0]) / part.columns;
			expect(Math.abs(middle - (60.5 + index * 26))).toBeLessThan(13);
		}
	});
});

describe('a field enlarged', () => {
	const box = {from: [400, 300], to: [560, 300], height: 22} as const;

	it('is beside its printed form where both are known and there is room', () => {
		const {parts} = fieldParts({line: line(1), from: 10, to: 13}, box, room(78, 4));
		expect(parts).toHaveLength(2);
		expect(parts[1]!.x).toBeGreaterThanOrEqual(parts[0]!.columns + 3);
		expect(parts[1]!.x + parts[1]!.columns).toBeLessThanOrEqual(78);
		expect(parts[1]!.frame.origin[1]).toBeLessThan(300);
	});

	it('has the room alone when it needs it, and when nothing printed is known', () => {
		expect(fieldParts({line: line(0), from: 5, to: 44}, box, room(78, 4)).parts).toHaveLength(1);
		expect(fieldParts({line: line(1), from: 10, to: 13}, undefined, room(78, 4)).parts).toHaveLength(1);
	});

	it('is the printed form where that alone is known', () => {
		const {parts, captions} = fieldParts(undefined, box, room(58, 4));
		expect(parts).toHaveLength(1);
		expect(parts[0]!.columns).toBeLessThanOrEqual(58);
		expect(captions).toEqual([]);
	});
});

describe('a doubtful letter of a long field', () => {
	/** A surname of 25 letters and its printed form. */
	const from = 5;
	const to = 30;
	const box = {from: [100, 300], to: [600, 300], height: 22} as const;
	const letterAt = (index: number) => 60.5 + index * 26;

	it.each([5, 6, 12, 17, 28, 29])('is seen large and marked in a strip of 78 by 4 cells: letter %i', doubt => {
		const {parts} = fieldParts({line: line(0, [doubt]), from, to}, undefined, room(78, 4));
		const [part] = parts;
		expect(part!.marked).toHaveLength(1);
		expect((26 * part!.columns) / part!.frame.across[0]).toBeGreaterThanOrEqual(5.5);
		expect(part!.frame.origin[0]).toBeLessThan(letterAt(doubt) - 12);
		expect(part!.frame.origin[0] + part!.frame.across[0]).toBeGreaterThan(letterAt(doubt) + 12);
	});

	it('is in the middle, but at the ends of the field', () => {
		const {parts} = fieldParts({line: line(0, [17]), from, to}, undefined, room(78, 4));
		const {origin, across} = parts[0]!.frame;
		expect(Math.abs(origin[0] + across[0] / 2 - letterAt(17))).toBeLessThan(26);
	});

	it('is beside the same part of its printed form', () => {
		const {parts} = fieldParts({line: line(0, [17]), from, to}, box, room(78, 4));
		expect(parts).toHaveLength(2);
		const [, printed] = parts;
		// Letter 17 is about half-way between 5 and 30.
		const middle = printed!.frame.origin[0] + printed!.frame.across[0] / 2;
		expect(Math.abs(middle - 350)).toBeLessThan(30);
		expect(printed!.frame.across[0]).toBeLessThan(400);
		expect(printed!.x + printed!.columns).toBeLessThanOrEqual(78);
	});

	it('leaves the field whole where nothing in it is doubtful', () => {
		const {parts} = fieldParts({line: line(0), from, to}, undefined, room(78, 4));
		expect(parts[0]!.frame.across[0]).toBeGreaterThan(25 * 26);
	});

	it('stays seen with the others that are near it', () => {
		const {parts} = fieldParts({line: line(0, [10, 14]), from, to}, undefined, room(78, 4));
		expect(parts[0]!.marked).toHaveLength(2);
	});
});

describe('letters, the next zoom', () => {
	it.each([
		[0, 17],
		[3, 20],
		[-3, 14],
		[99, 29],
		[-99, 5],
	])('moved by %i are around letter %i', (shift, letter) => {
		const [first, past] = lettersAround(line(0, [17]), 5, 30, {columns: 78, rows: 12}, shift);
		expect(first).toBeLessThanOrEqual(letter);
		expect(past).toBeGreaterThan(letter);
		expect(first).toBeGreaterThanOrEqual(5);
		expect(past).toBeLessThanOrEqual(30);
	});
});

describe('the lines enlarged', () => {
	it.each([
		[58, 8],
		[78, 15],
		[118, 31],
		[200, 40],
	])('are cut so that they can be read, in %i columns and %i rows', (columns, rows) => {
		const {parts, captions} = mrzParts([line(0, [], false), line(1)], room(columns, rows));
		for (const part of parts) {
			expect((part.columns / part.frame.across[0]) * 26).toBeGreaterThan(2.4);
			expect(part.x + part.columns).toBeLessThanOrEqual(columns);
			expect(part.y + part.rows).toBeLessThan(rows);
		}
		// All of the current line, and both where there is room for a letter to be seen.
		expect(captions.map(({character}) => character).join('')).toContain(mrz[1]);
		if (rows > 20) expect(captions).toHaveLength(88);
	});
});
