import {openImage} from './decode/decode.ts';
import type {PictureSize} from './files/file-content.ts';
import {openPicture} from './open.ts';

/** Red, green, blue; row by row. */
export type Pixels = PictureSize & {readonly rgb: Uint8Array};

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
