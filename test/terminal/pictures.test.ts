import {inflateSync} from 'node:zlib';
import sharp from 'sharp';
import {describe, expect, it} from 'vitest';
import {cellWidth} from '../../source/terminal/frame/cells.ts';
import {blockRows, type RgbPixels} from '../../source/terminal/graphics/blocks.ts';
import {inkRows} from '../../source/terminal/graphics/ink-rows.ts';
import {inlineImage} from '../../source/terminal/graphics/inline-image.ts';
import {kittyHide, kittyShow} from '../../source/terminal/graphics/kitty-graphics.ts';
import {sixels} from '../../source/terminal/graphics/sixel.ts';

/** Grey pixels by their shade, a string a row: `#` black, `.` white. */
const pixels = (...rows: readonly string[]): RgbPixels => ({
	width: rows[0]!.length,
	height: rows.length,
	data: Uint8Array.from(rows.flatMap(row => [...row].flatMap(one => Array<number>(3).fill(one === '#' ? 0 : 255)))),
});

const quadrants = ' ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█';

/** What a terminal shows of rows whose two palette colours are distinguished by their number: `#` for the darker one. */
const shown = (rows: readonly string[]): string[] =>
	rows.flatMap(row => {
		const lines = ['', ''];
		let [front, back] = [0, 0];
		for (const [, codes, sign] of row.matchAll(/\x1b\[([0-9;]*)m|([^\x1b])/g)) {
			if (codes !== undefined) {
				for (const [, side, number] of codes.matchAll(/([34]8);5;(\d+)/g)) {
					if (side === '38') front = Number(number);
					else back = Number(number);
				}
				continue;
			}
			const mask = quadrants.indexOf(sign!);
			for (const bit of [0, 1, 2, 3]) lines[bit >> 1] += (mask & (1 << bit) ? front : back) > middle ? '.' : '#';
		}
		return lines;
	});

/** Between black and white, and between two greys of the tests below. */
const middle = 200;

describe('a picture in blocks', () => {
	it('shows two by two pixels in a cell, each in its place', () => {
		const picture = ['#..##.', '.##.#.', '......', '..##..'];
		expect(shown(blockRows(pixels(...picture), 'truecolor'))).toEqual(picture);
	});

	it.each(['truecolor', '256', '16'] as const)('is as wide as it should be and sets its own colours: %s', depth => {
		const rows = blockRows(pixels('#.#.', '.#.#'), depth);
		expect(rows.map(cellWidth)).toEqual([2]);
		expect(rows[0]).toMatch(/^\x1b\[/);
	});

	it('says the colours in the terms of the terminal', () => {
		const picture = pixels('#.', '##');
		const orange = [200, 120, 28];
		const three = pixels('..', '.#');
		const coloured = {...three, data: three.data.map((value, index) => (value === 0 ? 0 : orange[index % 3]!))};
		expect(blockRows(coloured, 'truecolor')[0]).toBe('\x1b[48;2;200;120;28;38;5;16m▗');
		expect(blockRows(picture, '256')[0]).toBe('\x1b[48;5;231;38;5;16m▙');
		expect(blockRows(picture, '16')[0]).toBe('\x1b[107;30m▙');
	});

	it('names a colour by its number where that is as good, and as it is where the palette has none like it', () => {
		const plain = (...colour: readonly number[]) => ({
			...pixels('..', '..'),
			data: Uint8Array.from({length: 12}, (_, index) => colour[index % 3]!),
		});
		expect(blockRows(plain(254, 254, 2), 'truecolor')[0]).toBe('\x1b[48;5;226m ');
		expect(blockRows(plain(232, 222, 208), 'truecolor')[0]).toBe('\x1b[48;2;232;222;208m ');
	});

	it('writes a colour once for neighbours that share it', () => {
		expect(blockRows(pixels('########', '########'), '256')[0]).toBe('\x1b[48;5;16m    ');
	});

	const shades = (...values: readonly number[]): RgbPixels => ({
		width: values.length * 2,
		height: 2,
		data: Uint8Array.from([0, 1].flatMap(() => values.flatMap(value => Array<number>(6).fill(value)))),
	});

	it('writes no colour that hardly differs from the one that holds, and shows one that does', () => {
		expect(blockRows(shades(100, 106, 108, 160), 'truecolor')[0]).toMatch(/^\x1b\[48;5;\d+m {3}\x1b\[48;5;\d+m $/);
		// Little by little is not hardly: it is measured from what the pixel is.
		expect(blockRows(shades(100, 112, 124, 136), 'truecolor')[0]!.match(/48;5/g)!.length).toBeGreaterThan(1);
	});

	it('draws with the colours that hold rather than set them again the other way round', () => {
		const letters = ['.#.#.#..#..#', '.#.#....##..'];
		const [row] = blockRows(pixels(...letters), '256');
		expect(shown([row!])).toEqual(letters);
		expect(row!.match(/m/g)).toHaveLength(1);
	});

	it('makes paper of blanks: a full block does not fill its cell in every font', () => {
		const letters = ['#.........#...', '#.........##..'];
		const [row] = blockRows(pixels(...letters), '256');
		expect(shown([row!])).toEqual(letters);
		expect(row).not.toContain('█');
	});

	it('keeps a letter readable that is only a little darker than its paper', () => {
		const letter = ['#..##.', '.##.#.'];
		const {width, height, data} = pixels(...letter);
		const faint = {width, height, data: data.map(value => (value === 0 ? 90 : 158))};
		// 90 is the grey 240, 158 the grey 247.
		const rows = blockRows(faint, '256').map(row => row.replaceAll(';240', ';0'));
		expect(shown(rows)).toEqual(letter);
	});

	it('takes the rows of a picture that is the same there, and makes the others', () => {
		const before = pixels('#..#', '.##.', '####', '....');
		const after = pixels('#..#', '.##.', '....', '....');
		const known = {pixels: before, rows: ['first', 'second']};
		expect(blockRows(after, '256', known)).toEqual(['first', blockRows(after, '256')[1]]);
		expect(blockRows(pixels('#..#.#', '.##.##'), '256', known)[0]).not.toBe('first');
	});
});

describe('a picture by the kitty graphics protocol', () => {
	it('is sent whole, in pieces that a terminal takes, and shown over its cells without moving the cursor', () => {
		const width = 200;
		const data = Uint8Array.from(
			{length: width * 100 * 3},
			(_, index) => Math.floor(Math.abs(Math.sin(index)) * 1e6) % 256,
		);
		const text = kittyShow(7, {width, height: 100, data}, 20, 5);
		const spans = [...text.matchAll(/\x1b_G([^;]*);([^\x1b]*)\x1b\\/g)];
		expect(spans.map(span => span[0]).join('')).toBe(text);
		expect(spans[0]![1]).toMatch(/a=T,i=7,p=1,c=20,r=5,C=1,q=2,f=24,o=z,s=200,v=100,m=1/);
		expect(spans.at(-1)![1]).toBe('m=0');
		for (const [, , payload] of spans) expect(payload!.length).toBeLessThanOrEqual(4096);
		const sent = inflateSync(Buffer.from(spans.map(([, , payload]) => payload).join(''), 'base64'));
		expect(sent.equals(Buffer.from(data))).toBe(true);
	});

	it('is taken away by its number', () => {
		expect(kittyHide(7)).toBe('\x1b_Ga=d,d=I,i=7,q=2\x1b\\');
	});
});

/** What a terminal draws of sixels, as DEC STD 070 says it. */
function drawnSixels(text: string): RgbPixels {
	const [, width, height, body] = /^\x1bP0;1;0q"1;1;(\d+);(\d+)([^\x1b]*)\x1b\\$/s.exec(text)!;
	const size = {width: Number(width), height: Number(height)};
	const data = new Uint8Array(size.width * size.height * 3);
	const colours = new Map<string, readonly number[]>();
	let [x, top, colour] = [0, 0, ''];
	for (const [one, register, defined, times, repeated] of body!.matchAll(/#(\d+)(;2(?:;\d+){3})?|!(\d+)(.)|[?-~$-]/g)) {
		if (register !== undefined) {
			if (defined)
				colours.set(
					register,
					defined
						.split(';')
						.slice(2)
						.map(share => Math.round(Number(share) * 2.55)),
				);
			colour = register;
		} else if (one === '$') x = 0;
		else if (one === '-') [x, top] = [0, top + 6];
		else {
			const bits = (repeated ?? one).charCodeAt(0) - 63;
			for (let count = Number(times ?? 1); count > 0; count--, x++) {
				for (let y = 0; y < 6; y++)
					if (bits & (1 << y)) data.set(colours.get(colour)!, ((top + y) * size.width + x) * 3);
			}
		}
	}
	return {...size, data};
}

/** A photograph of a page: greys, and a letter that is marked. */
const colourful: RgbPixels = {
	width: 37,
	height: 20,
	data: Uint8Array.from({length: 37 * 20 * 3}, (_, index) => {
		const [pixel, channel] = [Math.floor(index / 3), index % 3];
		const grey = (pixel * 7) % 256;
		return pixel % 37 > 20 && channel === 2 ? Math.round(grey * 0.15) : grey;
	}),
};

describe('a picture in sixels', () => {
	it('is drawn pixel by pixel, in colours so near that none is another', () => {
		const {width, height, data} = drawnSixels(sixels(colourful));
		expect([width, height]).toEqual([37, 20]);
		const far = data.map((value, index) => Math.abs(value - colourful.data[index]!));
		expect(Math.max(...far)).toBeLessThanOrEqual(26);
		const letters = pixels('#..#.###', '.##.....', '########', '........', '#.#.#.#.', '.#.#.#.#', '##......');
		expect(drawnSixels(sixels(letters))).toEqual(letters);
	});

	it('takes no more registers than a terminal has, and no pixel beyond its own', () => {
		const noise = {
			width: 300,
			height: 61,
			data: Uint8Array.from({length: 300 * 61 * 3}, (_, index) => (index * 2654435761) % 256),
		};
		const text = sixels(noise);
		const registers = [...text.matchAll(/#(\d+);2;/g)].map(([, one]) => Number(one));
		expect(Math.max(...registers)).toBeLessThan(256);
		expect(drawnSixels(text).data).toHaveLength(noise.data.length);
	});
});

describe("a picture as iTerm2's inline image", () => {
	it('is a PNG over its cells, and the cursor stays', async () => {
		const text = inlineImage(colourful, 12, 3);
		const [, wishes, content] = /^\x1b]1337;File=([^:]*):([A-Za-z0-9+/=]*)\x07$/.exec(text)!;
		const file = Buffer.from(content!, 'base64');
		expect(wishes!.split(';')).toEqual(
			expect.arrayContaining(['inline=1', `size=${file.length}`, 'width=12', 'height=3', 'doNotMoveCursor=1']),
		);
		const {data, info} = await sharp(file).raw().toBuffer({resolveWithObject: true});
		expect([info.width, info.height, info.channels]).toEqual([37, 20, 3]);
		expect(new Uint8Array(data)).toEqual(colourful.data);
	});
});

describe('a picture without colours', () => {
	it('shows what is dark as signs alone', () => {
		const picture = ['#.##', '..##', '#...', '##..'];
		expect(inkRows(pixels(...picture))).toEqual(['▘█', '▙ ']);
	});

	it('distinguishes ink from paper also where both are dark or both are bright', () => {
		const grey = (shades: readonly number[]) => ({
			width: 2,
			height: 2,
			data: Uint8Array.from(shades.flatMap(shade => [shade, shade, shade])),
		});
		expect(inkRows(grey([200, 240, 200, 240]))).toEqual(['▌']);
		expect(inkRows(grey([10, 60, 60, 10]))).toEqual(['▚']);
	});
});
