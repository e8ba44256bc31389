import {describe, expect, it} from 'vitest';
import type {GridLine} from '../../../../../source/core/engines/offline/line/grid.ts';
import {
	areNumbers,
	arePiecesOfPassport,
	isLineOfPassport,
} from '../../../../../source/core/engines/offline/line/pair.ts';

const [first, second] = [
	'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
	'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
] as const;

/** A line of which the columns from one to another one are seen, in the middle of a crop. */
const piece = (text: string, from = 0, to = text.length, unsure = ''): GridLine => {
	const likely = `..${[...text].map((one, at) => (at >= from && at < to ? one : '.')).join('')}`.padEnd(47, '.');
	return {likely, sure: [...likely].map(one => (unsure.includes(one) ? '?' : one)).join(''), step: 1};
};

describe('pieces of two lines, one below the other', () => {
	it.each([
		['their first five characters', 0, 5],
		['the end of the name, over dates', 15, 25],
		['their last eight characters', 36, 44],
	])('are of a passport where %s are seen', (_, from, to) => {
		expect(arePiecesOfPassport(piece(first, from, to), piece(second, from, to))).toBe(true);
	});

	it('are of a passport where they are apart: a name, and a number before fillers', () => {
		expect(arePiecesOfPassport(piece(first, 5, 18), piece(second, 28, 42))).toBe(true);
	});

	it('are of a passport where they are its beginning, and some characters are missed', () => {
		const upper = piece('P<U.O.RIK', 0, 9);
		expect(arePiecesOfPassport(upper, piece(second, 0, 9))).toBe(true);
		expect(arePiecesOfPassport(upper, piece(second, 3, 12))).toBe(false);
	});

	it('are of a passport where fillers alone are sure', () => {
		const lower = 'L898902C36UTO7408122F1204159<<<<<<<<<<<<<<06';
		const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
		expect(arePiecesOfPassport(piece(first, 17, 44, letters), piece(lower, 17, 44, letters))).toBe(true);
	});

	it('are of a passport where a state and the first letters of a name are over a number', () => {
		expect(arePiecesOfPassport(piece('.<UTOERI', 1, 8), piece('.898902C', 1, 8))).toBe(true);
		expect(arePiecesOfPassport(piece('.<OTUERI', 1, 8), piece('.898902C', 1, 8))).toBe(false);
	});

	it('are of a passport where two whole lines are seen and the fillers behind the names alone are sure', () => {
		const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
		const upper = first.replace('P<', 'FR');
		const lower = 'L8989O2C36UTOT40812ZF12O41S9ZE1B422610OOO010';
		expect(arePiecesOfPassport(piece(upper, 0, 44, letters), piece(lower, 0, 44, letters))).toBe(true);
		// A row of dashes, which look like fillers, over a row of prices.
		const dashes = '<'.repeat(44);
		expect(arePiecesOfPassport(piece(dashes), piece(lower, 0, 44, letters))).toBe(false);
	});

	it.each([
		['rows of numbers, as on a payment slip', '0100003949753>120000000234478943216899+'.replace(/[>+]/g, '<'), second],
		['a word, and dots that look like fillers', 'TEA<<<<<<<<<<<<<<<<<<<<<<<', '....................'],
		['words of a typewriter, over numbers', 'PAYABLE.ON.DEMAND.TO.THE.BEARER', '4711.0815.2026.1231.9904.11.22'],
		['words of a typewriter with strokes that look like fillers', 'EU.PADOMES.LEMU.M<', 'NUMURS12<AB<345.67'],
		['the first line of a visa over its second', first.replace('P<', 'V<'), second],
		['the first line of a card over its second', first.replace('P<', 'ID'), second],
	])('are of none where they are %s', (_, upper, lower) => {
		expect(arePiecesOfPassport(piece(upper), piece(lower))).toBe(false);
	});
});

describe('a line alone', () => {
	it.each([
		['the first one, from its beginning', piece(first, 0, 9)],
		['a name before another one', piece(first, 5, 24)],
		['the second one up to the date of birth', piece(second, 0, 20)],
		['the dates of the second one', piece(second, 13, 28)],
	])('is of a passport where it is %s', (_, line) => {
		expect(isLineOfPassport(line)).toBe(true);
	});

	it.each([
		['fillers', piece(first, 26, 44)],
		['dates that do not agree with their digits', piece(second.replace('7408122', '7408123'), 13, 28)],
		['dates before a state, as on a card', piece('7408122F1204159UTO<<<<<<<<<<<6')],
		['the beginning of a visa', piece(first.replace('P<', 'VN'), 0, 24)],
	])('is of none where it is %s', (_, line) => {
		expect(isLineOfPassport(line)).toBe(false);
	});
});

it('rows of numbers are no names, and a line alone may be the second one', () => {
	const numbers = piece('01000039497531200000002344');
	expect(areNumbers([numbers, numbers])).toBe(true);
	expect(areNumbers([piece(first), piece(second)])).toBe(false);
	expect(areNumbers([piece(second)])).toBe(false);
});
