import {describe, expect, it} from 'vitest';
import {dataPage, freeRoom} from '../../../../../source/core/engines/offline/locate/free-room.ts';
import {buildPyramid} from '../../../../../source/core/engines/offline/locate/pyramid.ts';

/** A page with stripes of type where `isPrinted` says so. */
const pageOf = (width: number, height: number, isPrinted: (x: number, y: number) => boolean) => {
	const data = new Uint8Array(width * height).fill(240);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) if (isPrinted(x, y) && x % 6 < 3) data[y * width + x] = 30;
	}
	return buildPyramid({width, height, data});
};

const pitch = 10;
/** A passport whose data page covers 0 to 492 by 0 to 347. */
const first = dataPage({start: [24, 280], unit: [1, 0], pitch, count: 44});

describe('the room that a page has for another passport', () => {
	it('is none where the one that was found fills the page', () => {
		expect(
			freeRoom(
				pageOf(520, 380, () => true),
				[first],
				pitch,
			),
		).toBeUndefined();
	});

	it('is none on blank paper', () => {
		expect(
			freeRoom(
				pageOf(1000, 1400, (x, y) => x < 470 && y < 330),
				[first],
				pitch,
			),
		).toBeUndefined();
	});

	it('is where something else is printed', () => {
		const room = freeRoom(
			pageOf(1000, 1400, (x, y) => x > 500 && x < 950 && y > 700 && y < 1000),
			[first],
			pitch,
		)!;
		expect(room.x).toBeGreaterThan(400);
		expect(room.x).toBeLessThanOrEqual(510);
		expect(room.y).toBeGreaterThan(600);
		expect(room.y).toBeLessThanOrEqual(710);
		expect(room.x + room.width).toBeGreaterThanOrEqual(940);
		expect(room.y + room.height).toBeGreaterThanOrEqual(990);
	});

	it('is none in a margin that is narrower than a passport of a third of the size', () => {
		expect(
			freeRoom(
				pageOf(590, 430, () => true),
				[first],
				pitch,
			),
		).toBeUndefined();
	});
});
