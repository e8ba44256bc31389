import {readFile} from 'node:fs/promises';
import {decodeBmp} from './bmp.ts';
import {readHeader} from './header.ts';
import {loadSharp} from './load-sharp.ts';
import {sniff} from './sniff.ts';

/** Upright pixels. */
export type PictureSize = {readonly width: number; readonly height: number};

/** Red, green, blue; row by row. */
export type Pixels = PictureSize & {readonly rgb: Uint8Array};

/** More of a bitmap is not unfolded for a glance. */
const mostPixels = 64_000_000;

const isBitmap = (header: Uint8Array): boolean => {
	const told = sniff(header);
	return told.kind === 'picture' && told.format === 'bmp';
};

/** How large a picture is, from its header alone; undefined when that does not tell. Never throws. */
export async function thumbnailSize(path: string): Promise<PictureSize | undefined> {
	try {
		const header = await readHeader(path);
		if (sniff(header).kind !== 'picture') return undefined;
		if (isBitmap(header)) {
			const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
			return {width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true))};
		}
		const {autoOrient} = await (await loadSharp())(path, {limitInputPixels: false}).metadata();
		return autoOrient;
	} catch {
		return undefined;
	}
}

/**
 * A picture as upright colour pixels that fit into a room: for a glance, not for reading. What is damaged is shown as far
 * as it goes. Undefined when it cannot be shown. Never throws.
 */
export async function thumbnail(path: string, room: PictureSize): Promise<Pixels | undefined> {
	try {
		const header = await readHeader(path);
		if (sniff(header).kind !== 'picture') return undefined;
		const sharp = await loadSharp();
		const options = {failOn: 'none', limitInputPixels: 268_000_000, pages: 1} as const;
		const bitmap = isBitmap(header) ? decodeBmp(await readFile(path), path, mostPixels) : undefined;
		const image = bitmap
			? sharp(bitmap.rgb, {raw: {width: bitmap.width, height: bitmap.height, channels: 3}})
			: sharp(path, options).autoOrient();
		const {data, info} = await image
			.resize({...room, fit: 'inside'})
			.flatten({background: '#ffffff'})
			.toColourspace('srgb')
			.removeAlpha()
			.raw({depth: 'uchar'})
			.toBuffer({resolveWithObject: true});
		return {width: info.width, height: info.height, rgb: info.channels === 3 ? data : grey(data, info.channels)};
	} catch {
		return undefined;
	}
}

function grey(data: Uint8Array, channels: number): Uint8Array {
	const rgb = new Uint8Array((data.length / channels) * 3);
	for (let at = 0; at < data.length / channels; at++) rgb.fill(data[at * channels]!, at * 3, at * 3 + 3);
	return rgb;
}
