import {describe, expect, it} from 'vitest';
import {withLettersOnce} from '../../../../../source/core/engines/offline/visual/lines/one-letter.ts';

/** Letters so many steps apart, with these margins. */
const seen = (text: string, apart: readonly number[], margins: readonly number[] = []) => {
	let at = 3;
	return [...text].map((character, index) => {
		at += index === 0 ? 0 : (apart[index - 1] ?? 5);
		const margin = margins[index] ?? 5;
		return {character, margin, letterMargin: margin, rival: '', at};
	});
};

const textOf = (...line: Parameters<typeof seen>) =>
	withLettersOnce(seen(...line))
		.map(({character}) => character)
		.join('');

describe('one letter that was seen as two', () => {
	it.each([
		['RegistroO', [5, 5, 5, 5, 5, 5, 5, 1], 'Registro'],
		['uZz', [5, 1], 'uz'],
		['iIssuing', [1], 'Issuing'],
		['OHO0', [5, 5, 1], 'OHO'],
		['SYÝS', [5, 2], 'SÝS'],
		['AÐDU', [5, 1], 'AÐU'],
		['aææep', [1, 2, 2], 'æp'],
	] as const)('is one in %s', (text, apart, expected) => {
		const margins = [...text].map(character => (/[ÝÐæI]/.test(character) ? 6 : 5));
		expect(textOf(text, apart, margins)).toBe(expected);
	});

	it('is two where they are as far apart as letters are', () => {
		expect(textOf('Oostende', [3])).toBe('Oostende');
		expect(textOf('AO012', [5, 3])).toBe('AO012');
		expect(textOf('AÆB', [4])).toBe('AÆB');
		expect(textOf('IÍLA', [2, 5])).toBe('IÍLA');
	});

	it('leaves other letters alone, however near', () => {
		expect(textOf('fi.,', [1, 1, 1])).toBe('fi.,');
	});

	it('is in doubt between two marks, and not between two cases', () => {
		expect(withLettersOnce(seen('äā', [1], [2, 0.5]))).toMatchObject([{character: 'ä', margin: 0.5, letterMargin: 2}]);
		expect(withLettersOnce(seen('sS', [1], [2, 0.5]))).toMatchObject([{character: 's', margin: 2}]);
	});
});
