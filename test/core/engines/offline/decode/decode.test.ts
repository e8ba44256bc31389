import {describe, expect, it} from 'vitest';
import {decodeCard} from '../../../../../source/core/engines/offline/decode/card.ts';
import {withUnseen} from '../../../../../source/core/engines/offline/decode/matrix.ts';
import {areOfVisa, decodeFirst, decodeSecond} from '../../../../../source/core/engines/offline/decode/two-lines.ts';
import {matrixOf} from '../matrix-of.ts';

// The specimen of ICAO 9303-4, appendix A.
const first = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<';
const second = 'L898902C36UTO7408122F1204159ZE184226B<<<<<10';

describe('line 2 of a passport', () => {
	it('is read as it is printed', () => {
		const line = decodeSecond(matrixOf(second));
		expect(line.text).toBe(second);
		expect(line.runnerUp).toBeGreaterThan(5);
	});

	it('lets the check digits decide what the eye could not', () => {
		// 8 or B at the second position: only 8 satisfies the number's digit and the composite.
		const line = decodeSecond(matrixOf(second, {1: {8: -0.9, B: -0.6}}));
		expect(line.text).toBe(second);
		expect(line.characters[1]).toMatchObject({seen: 'B'});
		expect(line.characters[1]!.margin).toBeLessThan(0);
	});

	it('is unsure when two readings satisfy every digit', () => {
		// G and 6 have the same value modulo ten: no digit can distinguish them.
		const sixes = second.replace('L8', '68').replace('L', '6');
		const line = decodeSecond(matrixOf(sixes.replace(/^./, '6'), {0: {6: -0.7, G: -0.8, L: -9}}));
		expect(line.runnerUp ?? 0).toBeLessThan(1);
	});

	it('shows a wrong print as it is printed', () => {
		const misprinted = `${second.slice(0, 9)}5${second.slice(10)}`;
		const line = decodeSecond(matrixOf(misprinted));
		expect(line.text).toBe(misprinted);
		expect(line.runnerUp).toBeUndefined();
	});

	it('takes a covered digit of a date for a digit, and says that it was not seen', () => {
		// Born on 30 August: a filler counts as much as the 0 that a thumb covers.
		const covered = 'L898902C36UTO7408306F1204159ZE184226B<<<<<10';
		const line = decodeSecond(matrixOf(covered, {18: {'<': -3, 0: -4, 5: -4.2}}));
		expect(line.text).toBe(covered);
		expect(line.characters[18]!.margin).toBeLessThan(0);
		expect(line.runnerUp).toBeLessThanOrEqual(1);
	});

	it('leaves a day that is unknown its two fillers', () => {
		const unknown = 'L898902C36UTO7408<<7F1204159ZE184226B<<<<<10';
		expect(decodeSecond(matrixOf(unknown)).text).toBe(unknown);
	});

	it('reads letters as digits where only digits can be', () => {
		const line = decodeSecond(matrixOf(second, {13: {7: -2, T: -0.2}, 14: {4: -1.5, A: -0.4}}));
		expect(line.text).toBe(second);
	});

	it('takes an unclear nationality from the list of states', () => {
		const line = decodeSecond(matrixOf(second, {11: {T: -1, I: -0.6}}));
		expect(line.text.slice(10, 13)).toBe('UTO');
	});

	it('keeps a nationality that is plainly something else', () => {
		const line = decodeSecond(matrixOf(second.replace('UTO', 'QQZ')));
		expect(line.text.slice(10, 13)).toBe('QQZ');
	});

	it('offers the other likely characters', () => {
		const line = decodeSecond(matrixOf(second, {20: {F: -0.5, M: -1.2}}));
		expect(line.characters[20]).toMatchObject({seen: 'F', alternatives: ['M']});
		expect(line.characters[20]!.margin).toBeCloseTo(0.7, 5);
	});
});

describe('a covered character', () => {
	/** What the network says under glare: nothing is there, or else a filler. */
	const glare = {'': -0.02, '<': -4.5};
	const visa = 'L8988901C4UTO4009078F9612109<<<<<<<<<<<<<<<<';

	it('is computed where one check digit determines it', () => {
		const line = decodeSecond(matrixOf(visa, {15: glare}), 'MRV-A');
		expect(line.text).toBe(visa);
		expect(line.runnerUp).toBeGreaterThan(1);
		// It is no proof: of the date no more is known than that its other characters are right.
		expect(line.characters[15]!.margin).toBeLessThan(-3);
	});

	it('is computed with its neighbour where only one month and day have the digits', () => {
		// The last of the month and the first of the day: 01 to 12 and 01 to 31.
		const line = decodeSecond(matrixOf(second, {24: glare, 25: glare}));
		expect(line.text).toBe(second);
		expect([24, 25].every(k => line.characters[k]!.margin < -3)).toBe(true);
	});

	it('is computed in a check digit', () => {
		expect(decodeSecond(matrixOf(visa, {27: glare}), 'MRV-A').text).toBe(visa);
	});

	it('is left open where it may be a digit or a letter', () => {
		// A 9 has the value of a J and a T.
		const line = decodeSecond(matrixOf(visa, {5: glare}), 'MRV-A');
		expect(line.text).toBe(`${visa.slice(0, 5)}<${visa.slice(6)}`);
		expect(line.proven).toBeUndefined();
	});

	it('is left open where several dates have the digit', () => {
		const line = decodeSecond(matrixOf(visa, {15: glare, 16: glare, 17: glare}), 'MRV-A');
		expect(line.text.slice(15, 18)).toBe('<<<');
	});
});

describe('what is not in the picture', () => {
	const unseen = (text: string, ...places: number[]) => withUnseen(matrixOf(text), new Set(places));

	it('is left open although a check digit would give it', () => {
		const line = decodeSecond(unseen(second, 3));
		expect(line.text).toBe(`${second.slice(0, 3)}<${second.slice(4)}`);
		expect(line.characters[3]).toMatchObject({unseen: true, alternatives: []});
		expect(line.proven?.has(2)).toBe(false);
		expect(line.proven?.has(14)).toBe(true);
	});

	it('makes no other character of the line change for its sake', () => {
		// Without the overall digit, only the number's own digit distinguishes 8 from B at the second position.
		expect(decodeSecond(unseen(second, 43)).text).toBe(`${second.slice(0, 43)}<`);
		const doubtful = withUnseen(matrixOf(second, {1: {8: -0.9, B: -0.6}}), new Set([43]));
		expect(decodeSecond(doubtful).text).toBe(`${second.slice(0, 43)}<`);
		const open = withUnseen(matrixOf(second, {1: {8: -0.9, B: -0.6}}), new Set([9]));
		expect(open && decodeSecond(open).text.slice(0, 3)).toBe('LB9');
	});

	it.each([0, 2, 4, 5, 7, 43])('is a filler in line 1 at place %d, whatever the grammar of names says', place => {
		const {text, characters} = decodeFirst(unseen(first, place));
		expect(text[place]).toBe('<');
		expect(characters[place]!.unseen).toBe(true);
		expect(text.slice(place + 1)).toBe(first.slice(place + 1));
	});
});

describe('line 1 of a passport', () => {
	it('is read as it is printed', () => {
		expect(decodeFirst(matrixOf(first)).text).toBe(first);
	});

	it('knows that only fillers can follow the name', () => {
		const line = decodeFirst(matrixOf(first, {30: {K: -0.6, '<': -0.9}, 31: {K: -0.6, '<': -0.9}}));
		expect(line.text).toBe(first);
		expect(line.characters[30]!.margin).toBeLessThan(0);
	});

	it('never makes letters out of digits that are plainly there', () => {
		// Only letters can be in a name; what looks like 0 alone is as doubtful as it is.
		const line = decodeFirst(matrixOf(first, {11: {0: -0.1, O: -2.5, D: -3}}));
		expect(line.text).toBe(first);
		expect(line.characters[11]).toMatchObject({seen: '0'});
	});

	it('reads given names without a surname, which India prints after two fillers', () => {
		const line = 'P<IND<<RAVINDRA<KUMAR'.padEnd(44, '<');
		expect(decodeFirst(matrixOf(line)).text).toBe(line);
		const weak = decodeFirst(matrixOf(line, {5: {'<': -0.9, K: -0.6}, 6: {'<': -0.9, K: -0.6}}));
		expect(weak.characters[5]!.margin).toBeLessThan(0.5);
	});

	it('reads a name without given names', () => {
		const mononym = 'P<IDNSURYADARMA<<<<<<<<<<<<<<<<<<<<<<<<<<<<<';
		expect(decodeFirst(matrixOf(mononym)).text).toBe(mononym);
	});

	it('reads a name that fills the line', () => {
		const long = 'P<UTOVAN<DER<STRATEN<OYELARAN<<WILHELMINA<TH';
		expect(decodeFirst(matrixOf(long)).text).toBe(long);
	});
});

describe('line 2 of other documents', () => {
	// The specimens of ICAO 9303-6 and 9303-7.
	const td2 = 'D231458907UTO7408122F1204159<<<<<<<6';
	const visa = 'L8988901C4XXX4009078F96121096ZE184226B<<<<<<';

	it('is read by its own layout', () => {
		expect(decodeSecond(matrixOf(td2), 'TD2').text).toBe(td2);
		expect(decodeSecond(matrixOf(visa), 'MRV-A').text).toBe(visa);
		expect(decodeSecond(matrixOf(visa.slice(0, 36)), 'MRV-B').text).toBe(visa.slice(0, 36));
	});

	it('lets its digits decide what the eye could not', () => {
		expect(decodeSecond(matrixOf(td2, {3: {1: -0.9, I: -0.6}}), 'TD2').text).toBe(td2);
		expect(decodeSecond(matrixOf(visa, {1: {8: -0.9, B: -0.6}}), 'MRV-A').text).toBe(visa);
	});

	it('shows a wrong print as it is printed', () => {
		const misprinted = `${td2.slice(0, 35)}1`;
		const line = decodeSecond(matrixOf(misprinted), 'TD2');
		expect(line.text).toBe(misprinted);
		expect(line.runnerUp).toBeUndefined();
	});

	it('asks no digit over the whole of a visa, and vouches for nothing in its free part', () => {
		const line = decodeSecond(matrixOf(visa.replace('6ZE184226B', 'QQQQQQQQQQ')), 'MRV-A');
		expect(line.text.slice(28, 38)).toBe('QQQQQQQQQQ');
		expect(line.proven!.has(0)).toBe(true);
		expect(line.proven!.has(28)).toBe(false);
	});
});

describe('the three lines of a card', () => {
	// The specimen of ICAO 9303-5.
	const card = [
		'I<UTOD231458907<<<<<<<<<<<<<<<',
		'7408122F1204159UTO<<<<<<<<<<<6',
		'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
	] as const;
	const read = (doubts: ReadonlyArray<Parameters<typeof matrixOf>[1]> = []) =>
		decodeCard([matrixOf(card[0], doubts[0]), matrixOf(card[1], doubts[1]), matrixOf(card[2], doubts[2])]);

	it('are read as they are printed', () => {
		expect(read().map(({text}) => text)).toEqual(card);
	});

	it('let the digits of both upper lines decide what the eye could not', () => {
		const lines = read([{10: {5: -1, S: -0.5}}, {9: {2: -1, Z: -0.4}, 29: {6: -0.9, G: -0.5}}]);
		expect(lines.map(({text}) => text)).toEqual(card);
		expect(lines[0]!.characters[10]).toMatchObject({seen: 'S'});
		expect(lines[1]!.characters).toHaveLength(30);
	});

	it('shows a wrong print as it is printed', () => {
		const misprinted = `${card[1].slice(0, 29)}1`;
		const lines = decodeCard([matrixOf(card[0]), matrixOf(misprinted), matrixOf(card[2])]);
		expect(lines[1]!.text).toBe(misprinted);
		expect(lines[1]!.runnerUp).toBeUndefined();
	});
});

describe('a visa', () => {
	const visa = [
		'V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
		'L8988901C4UTO7408122F3204153<<<<<<<<<<<<<<<<',
	] as const;

	it('is known by its end where its first letter is doubtful', () => {
		const doubtful = {0: {P: -0.8, V: -1.6, N: -1}};
		expect(areOfVisa(matrixOf(visa[0], doubtful), matrixOf(visa[1]))).toBe(true);
		expect(decodeFirst(matrixOf(visa[0], doubtful), true).text).toBe(visa[0]);
	});

	it('is not made of a passport whose first letter is doubtful', () => {
		const doubtful = {0: {P: -1, V: -0.9, R: -0.8}};
		expect(areOfVisa(matrixOf(first, doubtful), matrixOf(second))).toBe(false);
	});

	it('is not made of a passport whose last digit is covered', () => {
		const covered = matrixOf(second, {43: {'<': -5, 0: -6}});
		expect(areOfVisa(matrixOf(first, {0: {P: -1, V: -1.2}}), covered)).toBe(false);
	});
});
