import type {Sharp} from 'sharp';
import type {Raster} from './crop.ts';
import {decodeGrey, openImage} from './decode/decode.ts';
import {keepPart} from './formats/cut-off.ts';
import {openPicture} from './open.ts';
import type {Picture} from './picture.ts';

/** A picture opened to be looked at: as it is seen after its EXIF orientation. */
export type OpenedPage = {
	/** Of the file as it is now: it may be another picture than the one that was read. */
	readonly sha256: string;
	/** For enlarging parts: grey, at most 2,600 pixels long. */
	readonly grey: Raster;
	/** For the whole at once: in colour, at most 640 pixels long. */
	readonly small: Raster;
};

const smallSide = 640;

/**
 * Opens a picture to show it. Decoding happens beside the caller's thread.
 *
 * @throws AppError as `openPicture` and `decodeGrey` do
 */
export async function openPage(path: string): Promise<OpenedPage> {
	const picture = await openPicture(path);
	const {width, height, data, cut} = await decodeGrey(picture);
	const small = await smallOf(picture, cut !== undefined);
	const grey = {width, height, channels: 1, data} as const;
	return {sha256: picture.sha256, grey, small: cut ? keepPart(small, cut) : small};
}

async function smallOf(picture: Picture, tolerant: boolean): Promise<Raster> {
	const image = await openImage(picture, {colour: true, tolerant, side: 2 * smallSide});
	return await smallRaster(image, smallSide);
}

/** The pixels of a picture as it is seen, on white, no longer than `side`. */
export async function smallRaster(image: Sharp, side: number): Promise<Raster> {
	const {data, info} = await image
		.autoOrient()
		.flatten({background: '#ffffff'})
		.resize({width: side, height: side, fit: 'inside', withoutEnlargement: true})
		.toColourspace('srgb')
		.removeAlpha()
		.raw({depth: 'uchar'})
		.toBuffer({resolveWithObject: true});
	return {width: info.width, height: info.height, channels: info.channels === 3 ? 3 : 1, data};
}
