import {describe, expect, it} from 'vitest';
import {
	reconciled,
	withDoubt,
	withDoubtfulEnds,
} from '../../../../../source/core/engines/offline/visual/lines/line-reader.ts';
import {runsOf} from '../../../../../source/core/engines/offline/visual/runs.ts';
import {printedLine} from './printed-line.ts';

describe('a line with ink beside its letters', () => {
	const line = printedLine('LUKE', 14, -9);
	const marginsIn = (left: number, right: number) => {
		const width = line.width + left + right;
		const place = {...line, width, u: line.u + (right - left) / 2};
		return withDoubtfulEnds(line, place).characters.map(({margin}) => margin);
	};

	it('has that end in doubt: a letter there was not made out', () => {
		expect(marginsIn(0.9, 0)).toEqual([0.6, 6, 6, 6]);
		expect(marginsIn(0, 0.9)).toEqual([6, 6, 6, 0.6]);
	});

	it('is as it was read where the ink ends with its letters', () => {
		expect(marginsIn(0.2, 0.2)).toEqual([6, 6, 6, 6]);
	});
});

describe('a line that another look reads otherwise', () => {
	it('has its weakest letter in doubt, and is still type', () => {
		const line = printedLine('ST LUKE', 14, -9);
		const characters = line.characters.map((one, at) => ({...one, margin: [6, 5, 1, 6, 3, 6, 6][at]!}));
		expect(withDoubt({...line, characters}).characters.map(({margin}) => margin)).toEqual([6, 5, 1, 6, 0.6, 6, 6]);
	});
});

describe('a line that the readers read differently', () => {
	it('is in doubt, and as legible as it was read', () => {
		const general = printedLine('MIGRACION C0L0MBIA', 14, -9, {margin: 3});
		const doubted = reconciled(printedLine('MIGRACIÓN COLOMEIA', 14, -9, {margin: 3}), general, first => first);
		const [run] = runsOf(doubted);
		expect(run).toMatchObject({margin: 0.6, confidence: 3});
	});
});

describe('a line that both readers read alike', () => {
	const read = (text: string, at: number, margin: number, rival: string) => {
		const line = printedLine(text, 14, -9);
		return {...line, characters: line.characters.map((one, index) => (index === at ? {...one, margin, rival} : one))};
	};
	const marginOf = (text: string, at: number, rival: string, general = text) =>
		reconciled(read(text, at, 0.5, rival), printedLine(general, 14, -9), first => first).characters[at]!.margin;

	it('is clear, also where the first one was in doubt', () => {
		expect(marginOf('PARIS', 0, 'F')).toBe(4);
		expect(marginOf('PARIS', 0, '')).toBe(4);
	});

	it.each([
		['PÉRIHEB', 5, 'Œ', 'PERIHEB'],
		['PJÓDSKRA', 0, 'Þ', 'PJODSKRA'],
		['ÉVORA', 0, 'E', 'EVORA'],
		['ZEDUV', 3, 'Ü', 'ZEDUV'],
	])(
		'%s is as doubtful as before where the other letter is one to the general reader, which lacks it',
		(text, at, rival, general) => {
			expect(marginOf(text, at, rival, general)).toBe(0.5);
		},
	);
});
