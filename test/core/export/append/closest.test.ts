import {expect, test} from 'vitest';
import {type Candidate, closestRows} from '../../../../source/core/export/append/compare/closest-rows.ts';

const values = 7;

const candidate = (row: number, alike: number, isSameFile = false): Candidate<string> => ({
	row,
	isSameFile,
	alike,
	fields: Array.from({length: values - alike}, (_, place) => String(place)),
});

const claimed = (passport: string, ...candidates: readonly Candidate<string>[]) => ({passport, candidates});

const rowsOf = (...claims: readonly ReturnType<typeof claimed>[]) => closestRows(claims).map(({row}) => row);

test('two passports that are closest to one row have rows in which most values are the same for both', () => {
	const one = claimed('A', candidate(2, 5), candidate(3, 4));
	const other = claimed('B', candidate(2, 5), candidate(3, 1));
	expect(rowsOf(one, other)).toEqual([3, 2]);
	expect(rowsOf(other, one)).toEqual([2, 3]);
});

test('a passport keeps the row in which nothing differs, and that of its file', () => {
	const other = claimed('B', candidate(2, 5), candidate(3, 0));
	expect(rowsOf(claimed('A', candidate(2, values), candidate(3, 6)), other)).toEqual([2, 3]);
	expect(rowsOf(claimed('A', candidate(2, 4, true), candidate(3, 6)), other)).toEqual([2, 3]);
});

test('pictures of one passport share its row, whatever another one has', () => {
	const same = [claimed('A', candidate(2, 5), candidate(3, 4)), claimed('A', candidate(2, 5), candidate(3, 4))];
	expect(rowsOf(...same, claimed('B', candidate(2, 3), candidate(3, 2)))).toEqual([2, 2, 3]);
});

test('no two rows can be exchanged for better ones, of any that are close to each other', () => {
	let seed = 7;
	const below = (limit: number): number => {
		seed = (seed * 48_271) % 2_147_483_647;
		return seed % limit;
	};
	for (let round = 0; round < 300; round++) {
		const claims = Array.from({length: 4}, (_, passport) =>
			claimed(String(passport), ...[2, 3, 4, 5].map(row => candidate(row, below(values)))),
		);
		const closest = closestRows(claims);
		expect(new Set(closest.map(({row}) => row)).size).toBe(4);
		const alike = (passport: number, row: number) => claims[passport]!.candidates.find(one => one.row === row)!.alike;
		for (const [one, {row, alike: own}] of closest.entries()) {
			for (const [other, its] of closest.entries()) {
				expect(alike(one, its.row) + alike(other, row)).toBeLessThanOrEqual(one === other ? 2 * own : own + its.alike);
			}
		}
	}
});
