import {describe, expect, it} from 'vitest';
import {decodePath} from '../../../../../source/core/engines/offline/visual/lines/ctc.ts';
import {alphabetOf} from '../../../../../source/core/engines/offline/visual/lines/networks.ts';

const alphabet = alphabetOf('A\nB\n中\n');

/** Probabilities whose likeliest classes are `path`, each with `sure` of the whole. */
const probabilities = (path: readonly number[], sure = 0.9): Float32Array => {
	const data = new Float32Array(path.length * alphabet.length).fill((1 - sure) / (alphabet.length - 1));
	for (const [t, index] of path.entries()) data[t * alphabet.length + index] = sure;
	return data;
};

const textOf = (path: readonly number[]) =>
	decodePath(probabilities(path), path.length, alphabet)
		.map(({character}) => character)
		.join('');

describe('the characters of the general reader', () => {
	it('are the lines of its list between nothing and the space', () => {
		expect(alphabet).toEqual(['', 'A', 'B', '中', ' ']);
		expect(alphabetOf('A\r\nB\r\n')).toEqual(['', 'A', 'B', ' ']);
		expect(alphabetOf('／\n中\n１\n')).toEqual(['', '/', '中', '1', ' ']);
	});
});

describe('the best path', () => {
	it('joins repeats and drops blanks, and keeps a letter that comes twice', () => {
		expect(textOf([0, 1, 1, 0, 2, 2, 2, 0])).toBe('AB');
		expect(textOf([1, 0, 1])).toBe('AA');
		expect(textOf([1, 4, 3])).toBe('A 中');
		expect(textOf([0, 0])).toBe('');
	});

	it('parts two alike letters where nothing is likelier between them, if that is asked', () => {
		/** The probability of nothing at each step of one letter. */
		const seen = (nothing: readonly number[], share?: number, characters = alphabet) => {
			const data = Float32Array.from(nothing.flatMap(blank => [blank, 0.98 - blank, 0.02, 0, 0]));
			return decodePath(data, nothing.length, characters, undefined, share);
		};
		const twice = seen([0.02, 0.01, 0.3, 0.01, 0.02], 0.04);
		expect(twice.map(({character}) => character)).toEqual(['A', 'A']);
		expect(twice.map(({at}) => at)).toEqual([1, 3.5]);
		for (const {margin} of twice) expect(margin).toBeLessThanOrEqual(1.5);
		for (const single of ['.', '1', 'W', '中']) {
			expect(seen([0.02, 0.01, 0.3, 0.01, 0.02], 0.04, alphabetOf(`${single}\nB\nC\n`)), single).toHaveLength(1);
		}
		expect(seen([0.3, 0.01, 0.01, 0.3], 0.04)).toHaveLength(1);
		expect(seen([0.02, 0.03, 0.02], 0.04)).toHaveLength(1);
		const unclear = Float32Array.from(
			[
				[0.2, 0.4],
				[0.35, 0.4],
				[0.1, 0.4],
			].flatMap(([blank, letter]) => [blank!, letter!, 0.2, 0.1, 0]),
		);
		expect(decodePath(unclear, 3, alphabet, undefined, 0.04)).toHaveLength(1);
		expect(seen([0.02, 0.3, 0.02])).toHaveLength(1);
	});

	it('says how surely each character was read, and where it is', () => {
		const [first, second] = decodePath(probabilities([0, 1, 1, 1, 0, 0, 2]), 7, alphabet);
		expect(first).toMatchObject({character: 'A', at: 2});
		expect(first!.margin).toBeCloseTo(Math.log(0.9 / 0.025), 1);
		expect(second).toMatchObject({character: 'B', at: 6});
		expect(decodePath(probabilities([1], 0.3), 1, alphabet)[0]!.margin).toBeLessThan(1);
	});

	it('is the same by the logarithms of the probabilities', () => {
		const path = probabilities([0, 1, 1, 0, 2, 4, 3], 0.7);
		const byLogarithms = decodePath(path.map(Math.log), 7, alphabet, Math.exp);
		const expected = decodePath(path, 7, alphabet);
		expect(byLogarithms.map(({character, at}) => [character, at])).toEqual(
			expected.map(({character, at}) => [character, at]),
		);
		for (const [at, {margin}] of expected.entries()) expect(byLogarithms[at]!.margin).toBeCloseTo(margin, 5);
	});

	it('says which character is the next likely one, where one is', () => {
		const seen = (p: readonly number[]) => decodePath(Float32Array.from(p), 1, alphabet)[0]?.rival;
		expect(seen([0, 0.5, 0.45, 0.05, 0])).toBe('B');
		expect(seen([0.45, 0.5, 0.05, 0, 0])).toBe('');
	});

	it('takes the same letter in the other case for no rival', () => {
		const letters = alphabetOf('V\nv\nW\n');
		const seen = (p: readonly number[]) => decodePath(Float32Array.from(p), 1, letters)[0];
		expect(seen([0, 0.5, 0.45, 0.05, 0])).toMatchObject({character: 'V'});
		expect(seen([0, 0.5, 0.45, 0.05, 0])!.margin).toBeCloseTo(Math.log(0.5 / 0.05), 4);
		expect(seen([0, 0.5, 0.05, 0.45, 0])!.margin).toBeCloseTo(Math.log(0.5 / 0.45), 4);
	});

	it('takes the same character that the list has twice for no rival', () => {
		const strokes = alphabetOf('/\n／\nB\n');
		const seen = (p: readonly number[]) => decodePath(Float32Array.from(p), 1, strokes)[0];
		for (const both of [
			[0.5, 0.45],
			[0.45, 0.5],
		]) {
			const one = seen([0, ...both, 0.05, 0])!;
			expect(one).toMatchObject({character: '/', rival: 'B'});
			expect(one.margin).toBeCloseTo(Math.log(0.5 / 0.05), 4);
		}
	});
});
