import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import {isEvenMrz, measurePitches} from '../../../../../source/core/engines/offline/line/even-mrz.ts';
import type {TextLine} from '../../../../../source/core/engines/offline/locate/locate.ts';
import {buildPyramid, type Pyramid} from '../../../../../source/core/engines/offline/locate/pyramid.ts';
import {loadNetwork} from '../../../../../source/core/engines/offline/networks/load-network.ts';
import type {Network} from '../../../../../source/core/engines/offline/networks/network.ts';
import {createPageReader} from '../../../../../source/core/engines/offline/page-reader.ts';
import {packagePath} from '../../../../../source/core/package-root.ts';
import {decodeGrey} from '../../../../../source/core/pictures/decode/decode.ts';
import {openPicture} from '../../../../../source/core/pictures/open.ts';
import type {GreyImage} from '../../../../../source/core/pictures/picture.ts';

const folder = packagePath('source', 'specimens');
const [specimen] = JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8')) as ReadonlyArray<{file: string}>;

/** A strip of a line of type: its pixels, and where its characters are. */
type Strip = {readonly image: GreyImage; readonly left: number; readonly right: number; readonly pitch: number};

let recogniser: Network;
/** The two lines of a passport’s MRZ. */
let [upper, lower]: readonly Strip[] = [];

beforeAll(async () => {
	recogniser = await loadNetwork('ocrb');
	const page = await decodeGrey(await openPicture(join(folder, specimen!.file)));
	const [reading] = (await (await createPageReader()).read(page, specimen!.file))!;
	[upper, lower] = reading!.lines.map(({from, to, pitch}) => {
		const scale = page.width / reading!.page!.width;
		const [left, right] = [from![0], to![0]].map(x => x * scale);
		const [start, end] = [from![1], to![1]].map(y => y * scale);
		const step = pitch! * scale;
		const height = 2 * Math.round(step);
		const data = new Uint8Array(page.width * height);
		for (let x = 0; x < page.width; x++) {
			// The strip follows its line.
			const middle = start! + ((end! - start!) * (x - left!)) / (right! - left!);
			for (let y = 0; y < height; y++)
				data[y * page.width + x] = page.data[(Math.round(middle) - height / 2 + y) * page.width + x]!;
		}
		return {image: {width: page.width, height, data}, left: left!, right: right!, pitch: step};
	});
}, 60_000);

/** Paper with strips whose middles are at heights. */
const paperWith = (...strips: ReadonlyArray<readonly [strip: Strip, y: number]>): Pyramid => {
	const width = strips[0]![0].image.width;
	const height = 800;
	const data = new Uint8Array(width * height).fill(215);
	for (const [{image}, y] of strips) data.set(image.data, (Math.round(y) - image.height / 2) * width);
	return buildPyramid({width, height, data});
};

const middle = 400;
/** The characters of a strip from one to before another, of 44. */
const piece = ({left, pitch}: Strip, y: number, from = 0, to = 44): TextLine => ({
	from: [left + (from - 0.5) * pitch, y],
	to: [left + (to - 0.5) * pitch, y],
});
const isMrz = async (pyramid: Pyramid, line: TextLine, isFree: (place: readonly number[]) => boolean = () => true) =>
	isEvenMrz(recogniser, pyramid, {line, pitch: upper!.pitch}, isFree);

describe('an even row', () => {
	const below = () => middle + 2.5 * upper!.pitch;

	it('is of the MRZ of a passport where it is either line of one, in either direction, or a piece of one', async () => {
		const passport = paperWith([upper!, middle], [lower!, below()]);
		for (const line of [
			piece(upper!, middle),
			piece(lower!, below()),
			piece(upper!, middle, 0, 12),
			piece(lower!, below(), 5, 20),
		]) {
			expect(await isMrz(passport, line)).toBe(true);
			expect(await isMrz(passport, {from: line.to, to: line.from})).toBe(true);
		}
	});

	it('is of one where only the fillers at its end were found, half a line behind the names', async () => {
		const alone = paperWith([upper!, middle]);
		expect(await isMrz(alone, piece(upper!, middle, 30, 44))).toBe(true);
	});

	it('is of none between two other rows, as an identity card has', async () => {
		const rows = paperWith([lower!, middle - 2.5 * upper!.pitch], [upper!, middle], [lower!, below()]);
		expect(await isMrz(rows, piece(upper!, middle))).toBe(false);
	});

	it('is of none on blank paper, and where another document is known to be', async () => {
		expect(await isMrz(paperWith([upper!, middle]), piece(upper!, 100))).toBe(false);
		expect(await isMrz(paperWith([upper!, middle]), piece(upper!, middle), () => false)).toBe(false);
	});
});

describe('the pitch of a line', () => {
	const measured = async (pyramid: Pyramid, y: number, ...guesses: readonly number[]) =>
		measurePitches(
			recogniser,
			pyramid,
			piece(upper!, y),
			guesses.map(guess => guess * upper!.pitch),
		);

	it('is measured from guesses that are somewhat wrong, once', async () => {
		for (const guesses of [[1], [1.3], [0.8], [0.8, 1.3], [1.3, 1.28]]) {
			const [pitch, ...more] = await measured(paperWith([upper!, middle]), middle, ...guesses);
			expect(pitch! / upper!.pitch).toBeGreaterThan(0.93);
			expect(pitch! / upper!.pitch).toBeLessThan(1.07);
			expect(more).toEqual([]);
		}
	});

	it('is not measured again from a guess that is nearly another one', async () => {
		let runs = 0;
		const run: Network['run'] = async (...job) => {
			runs++;
			return recogniser.run(...job);
		};
		const line = piece(upper!, middle);
		const guesses = [1, 1.05, 1.4].map(guess => guess * upper!.pitch);
		await measurePitches({...recogniser, run}, paperWith([upper!, middle]), line, guesses);
		expect(runs).toBe(2);
	});
});
