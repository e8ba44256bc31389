import {describe, expect, it} from 'vitest';
import {buildPyramid} from '../../../../../source/core/engines/offline/locate/pyramid.ts';
import {lineReader, reconciled} from '../../../../../source/core/engines/offline/visual/lines/line-reader.ts';
import {printAlphabet} from '../../../../../source/core/engines/offline/visual/lines/print-alphabet.ts';
import type {PrintedLine, Reread} from '../../../../../source/core/engines/offline/visual/lines/read-lines.ts';
import {readPrint} from '../../../../../source/core/engines/offline/visual/lines/read-print.ts';
import {runsOf} from '../../../../../source/core/engines/offline/visual/runs.ts';
import {printedLine} from './printed-line.ts';

/** A picture whose pitch is ten pixels. */
const pyramid = buildPyramid({width: 600, height: 100, data: new Uint8Array(60_000).fill(200)});
const frame = {origin: [0, 0], along: [10, 0], down: [0, 10]} as const;
const place = {u: 20, v: 5, width: 10, height: 2, slope: 0};
const classes = printAlphabet.length;

/** A network that sees `text` in steps of its own, from step 3 on, each with these log odds against a blank. */
const seeing = (text: string, odds = 6) => {
	const widths: number[] = [];
	const network = {
		async run(_: Float32Array, dims: readonly number[]) {
			widths.push(dims[3]!);
			const steps = dims[3]! / 4;
			const data = new Float32Array(steps * classes).fill(-20);
			for (let t = 0; t < steps; t++) data[t * classes] = 0;
			for (const [index, character] of [...text].entries()) {
				const at = (3 + 2 * index) * classes;
				data[at] = -odds;
				data[at + printAlphabet.indexOf(character)] = 0;
			}

			return {data, dims: [1, steps, classes]};
		},
	};
	return {network, widths};
};

const textOf = (line: {characters: ReadonlyArray<{character: string}>} | undefined) =>
	line?.characters.map(({character}) => character).join('');

describe('printed text', () => {
	it('keeps its marks and its spaces', async () => {
		const line = await readPrint(seeing('ŁÓDŹ Əİß').network, pyramid, frame, place);
		expect(textOf(line)).toBe('ŁÓDŹ Əİß');
	});

	it('is placed where it is printed, however wide it is drawn', async () => {
		const {network, widths} = seeing('AB');
		const plain = await readPrint(network, pyramid, frame, place);
		const wide = await readPrint(network, pyramid, frame, {...place, stretch: 1.5});
		expect(widths[1]).toBeGreaterThan(widths[0]!);
		expect(plain).toMatchObject(place);
		const [first, second] = plain!.characters;
		expect(first!.u).toBeGreaterThan(place.u - place.width / 2 - place.height);
		expect(second!.u - first!.u).toBeGreaterThan(wide!.characters[1]!.u - wide!.characters[0]!.u);
	});

	it('is never drawn wider than memory allows', async () => {
		const {network, widths} = seeing('A');
		await readPrint(network, pyramid, frame, {...place, width: 500});
		expect(widths).toEqual([1536]);
	});

	it('is nothing where nothing is seen', async () => {
		expect(await readPrint(seeing('').network, pyramid, frame, place)).toBeUndefined();
	});
});

describe('the general reader', () => {
	/** Sees one letter of its own alphabet. */
	const general = (character: string) => {
		const asked: number[] = [];
		const load = async () => ({
			alphabet: ['', character],
			recogniser: {
				async run(_: Float32Array, dims: readonly number[]) {
					asked.push(dims[3]!);
					const steps = dims[3]! / 8;
					const data = new Float32Array(steps * 2).map((__, index) => (index === 3 ? 1 : index % 2 === 0 ? 1e-6 : 0));
					return {data, dims: [1, steps, 2]};
				},
			},
		});
		return {asked, load};
	};
	const readerOf = (text: string, odds: number, {mayBeChinese = false, letter = '王'} = {}) => {
		const {asked, load} = general(letter);
		const networks = {print: seeing(text, odds).network, general: load};
		return {asked, reader: lineReader(networks, pyramid, frame, {mayBeChinese, shallContinue: async () => true})};
	};

	it('is not asked about a page that prints Latin letters only', async () => {
		const {reader, asked} = readerOf('MANN', 0.5);
		expect(textOf(await reader.read(place))).toBe('MANN');
		expect(asked).toEqual([]);
	});

	it('reads what may be Chinese and is not plainly Latin', async () => {
		const doubtful = readerOf('EH', 0.5, {mayBeChinese: true});
		expect(textOf(await doubtful.reader.read(place))).toBe('王');
		const short = {...place, u: 17, width: 3};
		const plain = readerOf('WANG', 6, {mayBeChinese: true});
		expect(textOf(await plain.reader.read(short))).toBe('WANG');
		expect(plain.asked).toEqual([]);
		const gap = readerOf('WANG', 6, {mayBeChinese: true});
		expect(textOf(await gap.reader.read({...short, width: 9}))).toBe('王');
	});

	it('is asked about two lines in doubt of a page at most, and about two that contradict the MRZ', async () => {
		const {reader, asked} = readerOf('A', 0.5, {letter: 'A'});
		const looks: Reread[] = [1, 2, 3, 4, 5, 6].map(v => ({...place, v}));
		const lines = [];
		for (const look of looks) lines.push(await reader.ask(look, 'doubt'));
		expect(asked).toHaveLength(2);
		for (const look of looks) await reader.ask(look, 'contradiction');
		expect(asked).toHaveLength(4);
		expect(lines.map(line => textOf(line))).toEqual(['A', 'A', undefined, undefined, undefined, undefined]);
	});
});

describe('two readings of one line', () => {
	const ours = printedLine('ŁÓDŹ 10', 14, -8, {margin: 0.8});
	const first = (line: PrintedLine) => line;
	const clearest = ({characters}: PrintedLine) => Math.max(...characters.map(({margin}) => margin));
	const weakest = ({characters}: PrintedLine) => Math.min(...characters.map(({margin}) => margin));

	it('make it clear where they agree but for marks, and O and 0', () => {
		const both = reconciled(ours, printedLine('LODZ1O', 14, -8), first);
		expect(textOf(both)).toBe('ŁÓDŹ 10');
		expect(weakest(both)).toBeGreaterThan(2);
		const office = reconciled(
			printedLine('DAXİLİ İŞLƏR', 14, -8, {margin: 0.8}),
			printedLine('DAXiLi iSLaR', 14, -8),
			(_, general) => general,
		);
		expect([textOf(office), weakest(office) > 2]).toEqual(['DAXİLİ İŞLƏR', true]);
	});

	it('leave it in doubt where they do not, and neither is sure', () => {
		const other = printedLine('LODY10', 14, -8, {margin: 2});
		expect(clearest(reconciled(ours, other, first))).toBeLessThan(1);
		expect(textOf(reconciled(ours, other, (_, second) => second))).toBe('LODY10');
		expect(clearest(reconciled(ours, other, (_, second) => second))).toBeLessThan(1);
	});

	it('keep what lost, so that it can be taken', () => {
		const other = printedLine('LODY10', 14, -8, {margin: 2});
		expect(reconciled(ours, other, first).otherText).toBe('LODY10');
		expect(reconciled(ours, other, (_, second) => second).otherText).toBe('ŁÓDŹ 10');
		expect(runsOf(reconciled(ours, other, first))[0]!.otherText).toBe('LODY10');
	});

	it('are the one that is sure where the other is in doubt', () => {
		expect(textOf(reconciled(ours, printedLine('LODY10', 14, -8, {margin: 6}), first))).toBe('LODY10');
	});
});
