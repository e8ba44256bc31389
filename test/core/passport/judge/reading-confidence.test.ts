// How clearly a character must be read before its value may be called proven: each limit from both sides.
import {describe, expect, it} from 'vitest';
import {isTwinSeen} from '../../../../source/core/passport/judge/blind-spots.ts';
import {
	certainty,
	isClosed,
	mayOverrule,
	otherReadings,
	readingConfidence,
} from '../../../../source/core/passport/judge/reading-confidence.ts';
import type {CharacterReading, LineReading} from '../../../../source/core/passport/model/reading.ts';

/** A line whose characters were seen as they are and clearly, but for those that `doubt` names. */
const lineOf = (text: string, doubt: Readonly<Record<number, Partial<CharacterReading>>> = {}): LineReading => ({
	text,
	characters: [...text].map((seen, position) => ({seen, margin: 9, alternatives: [], ...doubt[position]})),
});

const levelOf = (text: string, doubt: Readonly<Record<number, Partial<CharacterReading>>>, margin = 3) =>
	readingConfidence(lineOf(text, doubt), 0, text.length, margin).level;

describe('a stretch of a line', () => {
	it.each([
		[3.01, 'clear'],
		[3, 'weak'],
		[-1, 'weak'],
		[-1.01, 'guessed'],
	])('of which one character has a margin of %d is %s', (margin, level) => {
		expect(levelOf('ABNH', {2: {margin}})).toBe(level);
	});

	it('is as clear as the weakest of its characters, which is the one that is named', () => {
		const line = lineOf('ABNH', {1: {margin: 2}, 2: {margin: 1, alternatives: ['M', 'H']}, 3: {margin: 1.5}});
		expect(readingConfidence(line, 0, 4, 3)).toEqual({
			level: 'weak',
			changed: 0,
			seen: 'ABNH',
			reason: {code: 'read-weakly', params: {character: 'N', position: 3, perhaps: 'M'}},
		});
	});

	it('says nothing of characters before it and behind it', () => {
		expect(readingConfidence(lineOf('ABNH', {0: {margin: 0}, 3: {margin: 0}}), 1, 3, 3)).toEqual({
			level: 'clear',
			changed: 0,
			seen: 'BN',
		});
	});

	it('is unknown without margins, and where the line ends before it', () => {
		expect(readingConfidence({text: 'ABNH'}, 0, 4, 3).level).toBe('unknown');
		expect(readingConfidence(undefined, 0, 4, 3).level).toBe('unknown');
		expect(readingConfidence(lineOf('AB'), 0, 3, 3).level).toBe('unknown');
	});

	it.each([
		[2.01, 'X', 'contradicted'],
		[-2.01, 'X', 'contradicted'],
		[2, 'X', 'weak'],
		[-2, 'X', 'guessed'],
		// Look-alikes are what is put right.
		[-2.01, '8', 'guessed'],
		[5, '8', 'clear'],
	])('with a margin of %d for B where %s was seen is %s', (margin, seen, level) => {
		const confidence = readingConfidence(lineOf('ABNH', {1: {margin, seen}}), 0, 4, 3);
		expect(confidence.level).toBe(level);
		expect([confidence.changed, confidence.seen]).toEqual([1, `A${seen}NH`]);
	});

	it('stays contradicted, whatever else is weak in it', () => {
		const line = lineOf('ABNH', {0: {margin: 1}, 1: {margin: 4, seen: 'X'}, 3: {margin: -3}});
		expect(readingConfidence(line, 0, 4, 3)).toMatchObject({
			level: 'contradicted',
			reason: {code: 'not-look-alike', params: {seen: 'X', taken: 'B', position: 2}},
		});
	});

	it.each([
		// An E that has lost ink looks like an F, and no F like an E.
		['F', 'E', 4.81, 'clear'],
		['F', 'E', 4.8, 'weak'],
		['C', 'G', 4.8, 'weak'],
		['O', 'Q', 3.51, 'clear'],
		['O', 'Q', 3.5, 'weak'],
		['E', 'F', 3.01, 'clear'],
		['E', 'F', 3, 'weak'],
	])('%s that may be %s as well, by %d, is %s', (decided, other, margin, level) => {
		expect(levelOf(`A${decided}`, {1: {margin, alternatives: ['N', other]}})).toBe(level);
	});
});

describe('the other reading of a stretch', () => {
	const slot = [1, 5, 9] as const;
	const named = (position: number, perhaps = '8') => ({
		level: 'weak' as const,
		changed: 0,
		seen: '',
		reason: {code: 'read-weakly' as const, params: {character: 'B', position, perhaps}},
	});

	it('has the other character in the place that is named', () => {
		expect(otherReadings('AB12', slot, named(6))).toEqual(['8B12']);
		expect(otherReadings('AB12', slot, named(9))).toEqual(['AB18']);
	});

	it.each([
		['before it', named(5)],
		['behind it', named(10)],
		['and no other character', named(6, '')],
	])('is none where the place is %s', (_, confidence) => {
		expect(otherReadings('AB12', slot, confidence)).toEqual([]);
	});
});

describe('two networks', () => {
	it.each([
		// Alone.
		[3, undefined, 3],
		// Agreement adds one nat at most, and less where it is less sure.
		[3, 20, 4],
		[3, 1.5, 3.5],
		// Doubt takes a third of itself, up to three nats.
		[8, -3, 7],
		[8, -30, 5],
		// A character that the second one is not sure of at all is disputed, however sure the first one is up to six.
		[5.9, 0.39, 2],
		[5.9, 0.4, 5.9 + 0.4 / 3],
		[6, 0.39, 6.13],
		[1, 0.3, 1.1],
		// What was decided against the eye is not made better by a second one.
		[-2, 20, -2],
	])('of margins %d and %d leave %d', (margin, second, left) => {
		const character = {seen: 'A', margin, alternatives: [], ...(second === undefined ? {} : {second})};
		expect(certainty(character)).toBeCloseTo(left, 5);
	});
});

describe('a check digit', () => {
	const slot = [0, 1, 5] as const;

	it.each([
		['one weak character', {2: {margin: 0}}, true],
		['two weak characters', {2: {margin: 1}, 3: {margin: 1}}, false],
		['one weak character, and another just above', {2: {margin: 1}, 3: {margin: 1.01}}, true],
		['a weak character and a weak digit', {4: {margin: 0}, 5: {margin: 0}}, false],
		['weak characters outside', {0: {margin: 0}, 2: {margin: 0}, 6: {margin: 0}}, true],
		['one that it decided, and a doubtful one', {2: {margin: -2}, 3: {margin: 4}}, false],
		['one that it decided, and a clear one', {2: {margin: -2}, 3: {margin: 4.01}}, true],
	])('with %s: proves the field is %s', (_, doubt, isProof) => {
		expect(isClosed(lineOf('A1234567', doubt), slot)).toBe(isProof);
	});

	it('of a line without margins is what it is', () => {
		expect(isClosed({text: 'A1234567'}, slot)).toBe(true);
	});
});

describe('a repair', () => {
	it.each([
		[6, true],
		[6.01, false],
	])('of a character that was read with a margin of %d may be made: %s', (margin, may) => {
		expect(mayOverrule(lineOf('AB0D', {2: {margin}, 3: {margin: 9}}), [0, 1, 4], 'B0D', 'BOD')).toBe(may);
	});

	it('may be made where no margins are known', () => {
		expect(mayOverrule({text: 'AB0D'}, [0, 1, 4], 'B0D', 'BOD')).toBe(true);
	});
});

describe('a letter that no check digit distinguishes from its twin', () => {
	const isSeen = (doubt: Partial<CharacterReading>) => isTwinSeen(lineOf('AG', {1: doubt}), 1, '6');

	it.each([
		['read clearly', {margin: 3.01}, true],
		['read at the limit', {margin: 3}, false],
		['weak, with others named and the twin not among them', {margin: 1, alternatives: ['C']}, true],
		['weak, with the twin among them', {margin: 1, alternatives: ['C', '6']}, false],
		['weak, with as many named as there is room for', {margin: 1, alternatives: ['C', 'O', 'Q']}, false],
		['weak, with none named', {margin: 1}, false],
		['weak, and the second network saw another', {margin: 1, second: -0.1, alternatives: ['C']}, false],
		['seen as another', {margin: 9, seen: '6'}, false],
	])('is distinguished from it, or not, where it was %s', (_, doubt, isClear) => {
		expect(isSeen(doubt)).toBe(isClear);
	});

	it('is not distinguished from it without margins', () => {
		expect(isTwinSeen({text: 'AG'}, 1, '6')).toBe(false);
		expect(isTwinSeen(undefined, 1, '6')).toBe(false);
	});
});
