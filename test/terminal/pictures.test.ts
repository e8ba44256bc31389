import {inflateSync} from 'node:zlib';
import {describe, expect, it} from 'vitest';
import {blockRows, type RgbPixels} from '../../source/terminal/blocks.ts';
import {cellWidth} from '../../source/terminal/cells.ts';
import {kittyHide, kittyShow} from '../../source/terminal/kitty.ts';

/** Grey pixels by their shade, a string a row: `#` black, `.` white. */
const pixels = (...rows: readonly string[]): RgbPixels => ({
	width: rows[0]!.length,
	height: rows.length,
	data: Uint8Array.from(rows.flatMap(row => [...row].flatMap(one => Array<number>(3).fill(one === '#' ? 0 : 255)))),
});

const signs = (rows: readonly string[]): string[] => rows.map(row => row.replace(/\x1b\[[0-9;]*m/g, ''));

describe('a picture in blocks', () => {
	it('shows two by two pixels in a cell, each where it stands', () => {
		const {width, height, data} = pixels('#..##.', '.##.#.', '......', '..##..');
		expect(signs(blockRows({width, height, data}, 'truecolor'))).toEqual(['▞▚▐', ' ▀█']);
	});

	it.each(['truecolor', '256', '16'] as const)('is as wide as it should be and sets its own colours: %s', depth => {
		const rows = blockRows(pixels('#.#.', '.#.#'), depth);
		expect(rows.map(cellWidth)).toEqual([2]);
		expect(rows[0]).toMatch(/^\x1b\[/);
	});

	it('says the colours in the terms of the terminal', () => {
		const picture = pixels('#.', '##');
		const coloured = {...picture, data: picture.data.map((value, index) => (index % 3 === 2 ? 0 : value))};
		expect(blockRows(coloured, 'truecolor')[0]).toBe('\x1b[48;5;16;38;2;255;255;0m▝');
		expect(blockRows(picture, '256')[0]).toBe('\x1b[48;5;16;38;5;231m▝');
		expect(blockRows(picture, '16')[0]).toBe('\x1b[40;97m▝');
	});

	it('writes a colour once for neighbours that share it', () => {
		expect(blockRows(pixels('########', '########'), '256')[0]).toBe('\x1b[48;5;16m    ');
	});

	it('writes no colour that hardly differs from the one that holds, and shows one that does', () => {
		const shades = (...values: readonly number[]): RgbPixels => ({
			width: values.length * 2,
			height: 2,
			data: Uint8Array.from([0, 1].flatMap(() => values.flatMap(value => Array<number>(6).fill(value)))),
		});
		expect(blockRows(shades(100, 108, 112, 160), 'truecolor')[0]).toMatch(/^\x1b\[48;5;\d+m {3}\x1b\[48;5;\d+m $/);
		// Little by little is not hardly: it is measured from the colour that was written.
		expect(blockRows(shades(100, 110, 120, 130), 'truecolor')[0]!.match(/48;5/g)).toHaveLength(2);
	});

	it('fills a cell with the colour of the sign before it, rather than setting another behind it', () => {
		expect(blockRows(pixels('#...#.', '#...##'), '256')[0]).toBe('\x1b[48;5;16;38;5;231m▐█▝');
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
		const pieces = [...text.matchAll(/\x1b_G([^;]*);([^\x1b]*)\x1b\\/g)];
		expect(pieces.map(piece => piece[0]).join('')).toBe(text);
		expect(pieces[0]![1]).toMatch(/a=T,q=2,f=24,o=z,s=200,v=100,i=7,p=1,c=20,r=5,C=1,m=1/);
		expect(pieces.at(-1)![1]).toBe('m=0');
		for (const [, , payload] of pieces) expect(payload!.length).toBeLessThanOrEqual(4096);
		const sent = inflateSync(Buffer.from(pieces.map(([, , payload]) => payload).join(''), 'base64'));
		expect(sent.equals(Buffer.from(data))).toBe(true);
	});

	it('is taken away by its number', () => {
		expect(kittyHide(7)).toBe('\x1b_Ga=d,d=I,i=7,q=2\x1b\\');
	});
});
