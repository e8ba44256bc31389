import {join} from 'node:path';
import {beforeAll, expect, it} from 'vitest';
import {buildPyramid} from '../../../../../source/core/engines/offline/locate/pyramid.ts';
import {loadNetwork} from '../../../../../source/core/engines/offline/networks/load-network.ts';
import type {Network} from '../../../../../source/core/engines/offline/networks/network.ts';
import type {PageFrame} from '../../../../../source/core/engines/offline/visual/lines/frame.ts';
import {locateLines} from '../../../../../source/core/engines/offline/visual/lines/locate-lines.ts';
import {packagePath} from '../../../../../source/core/package-root.ts';
import {decodeGrey} from '../../../../../source/core/pictures/decode/decode.ts';
import {openPicture} from '../../../../../source/core/pictures/open.ts';
import type {GreyImage} from '../../../../../source/core/pictures/picture.ts';

/** Where the MRZ of the page below begins, and a pitch of it. */
const frame: PageFrame = {origin: [97, 759], along: [26.2, 0], down: [0, 26.2]};

/** Middles of what the page prints, in its pixels: values, labels and Chinese names. */
const printed = {
	number: [1018, 169],
	'Chinese name': [512, 254],
	name: [576, 302],
	sex: [503, 381],
	birth: [1041, 381],
	'label of the place of birth': [575, 427],
	'place of birth': [573, 459],
	authority: [1090, 462],
	issue: [588, 537],
	expiry: [588, 616],
} as const;

let network: Network;
let page: GreyImage;

beforeAll(async () => {
	network = await loadNetwork('print-locator');
	page = await decodeGrey(await openPicture(join(packagePath('source', 'specimens'), '张三-护照.jpg')));
});

/** The lines of a page, their middles and sides in its pixels. */
const linesOf = async (image: GreyImage) =>
	(await locateLines(network, buildPyramid(image), frame)).map(({u, v, width, height}) => ({
		x: frame.origin[0] + u * 26.2,
		y: frame.origin[1] + v * 26.2,
		width: width * 26.2,
		height: height * 26.2,
	}));

it('finds each line that a page prints, once, with its height', async () => {
	const lines = await linesOf(page);
	for (const [name, [x, y]] of Object.entries(printed)) {
		const there = lines.filter(line => Math.abs(line.x - x) < line.width / 2 && Math.abs(line.y - y) < line.height / 2);
		expect(there, name).toHaveLength(1);
		expect(Math.abs(there[0]!.x - x), name).toBeLessThan(25);
		expect(Math.abs(there[0]!.y - y), name).toBeLessThan(8);
		expect(there[0]!.height, name).toBeGreaterThan(20);
		expect(there[0]!.height, name).toBeLessThan(42);
	}
});

it('takes the portrait, the pattern and a word across the page for no line', async () => {
	const lines = await linesOf(page);
	expect(lines.filter(({x, y}) => x > 80 && x < 410 && y > 180 && y < 600)).toEqual([]);
	expect(lines.filter(({x, y}) => x > 1080 && y > 500)).toEqual([]);
});

it('finds nothing on an empty page', async () => {
	const data = new Uint8Array(page.width * page.height).fill(200);
	expect(await linesOf({...page, data})).toEqual([]);
});
