import {describe, expect, it} from 'vitest';
import {fieldLines} from '../../source/screen/features/review/review-fields.ts';
import {listLines} from '../../source/screen/features/review/review-list.ts';
import {layoutOf} from '../../source/screen/layout/review-layout-of.ts';
import type {ShownState} from '../../source/screen/shown-state.ts';
import {comparedRecord} from '../../source/session/review/view-model.ts';
import {press, withRecords} from '../support/app-state.ts';
import {numbered, reading, recordOf} from '../support/records.ts';

const batch = (count: number, columns: number, rows: number, pictures = true): ShownState => {
	const records = Array.from({length: count}, (_, index) =>
		recordOf(`/p/${index}.png`, {sha256: String(index), reading: reading(numbered(index))}),
	);
	const state = withRecords(...records);
	return {...state, size: {columns, rows}, viewing: {...state.viewing, pictures}};
};

const fieldSigns = (state: ShownState): readonly string[] =>
	fieldLines(state, comparedRecord(state.review)!, layoutOf(state)!).map(([first]) => first?.text[0] ?? '');

describe('a window that has no room for every field', () => {
	it.each([true, false])('says at its edges that there are more, pictures: %s', pictures => {
		const state = batch(1, 60, 16, pictures);
		const fields = state.review.records[0]!.passport.fields.length;
		const signs = fieldSigns(state);
		expect(signs.length).toBeLessThan(fields);
		expect(signs[0]).toBe(' ');
		expect(signs.at(-1)).toBe('↓');
		const end = fieldSigns(press(state, ...Array(fields - 1).fill('down')).state);
		expect(end[0]).toBe('↑');
		expect(end.at(-1)).toBe(' ');
	});

	it('has no such signs where all of them are seen', () => {
		expect(fieldSigns(batch(1, 80, 24))).not.toContain('↓');
	});

	it('says the same of the list beside the fields', () => {
		const state = batch(40, 160, 30);
		const {list} = layoutOf(state)!;
		expect(list).toMatchObject({kind: 'column'});
		const lines = listLines(state, 40, 12).map(([first]) => first?.text[0]);
		expect(lines.at(-1)).toBe('↓');
		const end = listLines(press(state, 'G').state, 40, 12).map(([first]) => first?.text[0]);
		expect(end[1]).toBe('↑');
		expect(end.at(-1)).toBe('│');
	});
});

describe('a wide window', () => {
	it.each([
		[160, 50],
		[200, 50],
		[240, 60],
	])('of %i by %i gives the page what fields and list leave', (columns, rows) => {
		const layout = layoutOf(batch(3, columns, rows))!;
		expect(layout.list).toMatchObject({kind: 'column'});
		expect(layout.fieldColumns).toBeGreaterThanOrEqual(72);
		expect(layout.picture!.rows).toBeLessThanOrEqual(layout.fieldRows + layout.detailRows);
		if (columns >= 200) {
			expect(layout.picture!.columns).toBeGreaterThan(60);
			expect(layout.fieldColumns).toBeLessThan(columns / 2);
		}
	});
});
