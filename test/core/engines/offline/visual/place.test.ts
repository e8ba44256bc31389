import {describe, expect, it} from 'vitest';
import {canMatter, withoutPortrait} from '../../../../../source/core/engines/offline/visual/lines/place.ts';

describe('a line that was found on a page', () => {
	const line = (u: number, v: number, width = 6, height = 1.2) => ({u, v, width, height, slope: 0});
	const at = (...[u, v, width, height]: Parameters<typeof line>) =>
		withoutPortrait([line(u, v, width, height)].filter(canMatter)).length === 1;

	it('is read where values are printed, below the portrait and beside it', () => {
		expect([at(20, -19), at(4, -3.7), at(12, -12), at(40, -24.5)]).toEqual([true, true, true, true]);
	});

	it('is not read in the portrait, above the page, or when it is a stamp or too small', () => {
		expect([at(5, -12), at(20, -27.5), at(20, -12, 10, 3.5), at(20, -12, 4, 0.3)]).toEqual([
			false,
			false,
			false,
			false,
		]);
	});

	it('is read along the left edge too where so many are there that the portrait is elsewhere', () => {
		const column = Array.from({length: 12}, (_, row) => line(5, -21 + row * 1.2));
		expect(withoutPortrait(column)).toEqual(column);
		expect(withoutPortrait(column.slice(0, 4))).toEqual([]);
	});

	it('is read along the left edge where it begins below others that reach out of the portrait’s place', () => {
		const rows = [line(2, -23), line(7, -17, 16), line(7, -15, 16), line(2, -4)];
		const [name, fold] = [line(2.2, -19), line(5, -12)];
		expect(withoutPortrait([...rows, name, fold])).toEqual([...rows, name]);
		expect(withoutPortrait([rows[0]!, rows[3]!, name])).toEqual([rows[0], rows[3]]);
	});

	it('is read behind values that begin at the left edge, also a single letter, where these say that the portrait is elsewhere', () => {
		const rows = [line(7, -19, 16), line(7, -17, 16), line(7, -15, 16), line(3, -12, 8)];
		const [sex, letter, fold] = [line(10, -12.1, 2.4), line(10.5, -11.9, 0.9), line(10, -13.4, 2.4)];
		expect(withoutPortrait([...rows, sex, letter, fold])).toEqual([...rows, sex, letter]);
		expect(withoutPortrait([...rows.slice(2), sex, letter])).toEqual(rows.slice(2, 3));
	});

	it('is read along the left edge also where all values are short, of which some are above and below the portrait’s place', () => {
		const [head, last] = [line(2, -23), line(2, -4)];
		const [surname, given, short, letter] = [
			line(1.5, -19, 5),
			line(1, -16, 4),
			line(0.2, -13, 2.2),
			line(-0.5, -10, 1),
		];
		const page = [head, surname, given, short, letter, last];
		expect(withoutPortrait(page)).toEqual(page);
		// Folds of a coat begin at the edge of a portrait as well.
		expect(withoutPortrait([head, surname, given, short])).toEqual([head]);
		expect(withoutPortrait([surname, given, short, last])).toEqual([last]);
	});
});
