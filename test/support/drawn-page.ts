import {join} from 'node:path';
import sharp, {type Sharp} from 'sharp';
import {packagePath} from '../../source/core/package-root.ts';

export const drawnWidth = 480;
export const drawnHeight = 344;

/** A page that was drawn for the demo, upright, small, in colour. */
export async function drawnPage(): Promise<Sharp> {
	const path = join(packagePath('source', 'specimens'), 'IMG_2041.jpg');
	const size = {left: 0, top: 0, width: drawnWidth, height: drawnHeight};
	const png = await sharp(path).autoOrient().resize({width: drawnWidth}).extract(size).png().toBuffer();
	return sharp(png);
}

/** Its grey pixels, one byte each. */
export async function drawnGrey(page: Sharp): Promise<Buffer> {
	return await page.clone().greyscale().raw().toBuffer();
}

/** The mean difference of two pictures of grey pixels, 0 to 255. */
export function meanDifference(one: Uint8Array, other: Uint8Array): number {
	if (one.length !== other.length) return Number.POSITIVE_INFINITY;
	let sum = 0;
	for (let index = 0; index < one.length; index++) sum += Math.abs(one[index]! - other[index]!);
	return sum / one.length;
}
