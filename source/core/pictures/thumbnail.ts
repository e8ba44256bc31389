import {openImage} from './decode.ts';
import {decode} from './decoder.ts';
import {readHeader} from './header.ts';
import {loadSharp} from './load-sharp.ts';
import {findFile, openPicture} from './open.ts';
import {sniff} from './sniff.ts';

/** Upright pixels. */
export type PictureSize = {readonly width: number; readonly height: number};

/** Red, green, blue; row by row. */
export type Pixels = PictureSize & {readonly rgb: Uint8Array};

/** How large a picture is, from its header alone; undefined when that does not say. Never throws. */
export async function thumbnailSize(path: string): Promise<PictureSize | undefined> {
	try {
		const {file, page} = await findFile(path);
		const header = await readHeader(file);
		const told = sniff(header);
		if (told.kind !== 'picture') return undefined;
		if (told.format === 'bmp') {
			const view = new DataView(header.buffer, header.byteOffset + told.start);
			return {width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true))};
		}
		if (told.format === 'heic' || told.format === 'pdf')
			return await decode({kind: 'size', picture: await openPicture(path)});
		const image = (await loadSharp())(file, {limitInputPixels: false, page: page - 1, pages: 1});
		return (await image.metadata()).autoOrient;
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
		const image = await openImage(await openPicture(path), {
			colour: true,
			tolerant: true,
			side: 2 * Math.max(room.width, room.height),
		});
		const {data, info} = await image
			.autoOrient()
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
