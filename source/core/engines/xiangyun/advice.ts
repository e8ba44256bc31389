import {AppError} from '../../errors.ts';
import {decodeGrey, openImage} from '../../pictures/decode/decode.ts';
import {inRoom} from '../../pictures/decode/decoding-room.ts';
import {type Cut, keptArea} from '../../pictures/formats/cut-off.ts';
import {stripJpeg} from '../../pictures/formats/strip-jpeg.ts';
import {pagePicture} from '../../pictures/page-picture.ts';
import type {Picture} from '../../pictures/picture.ts';
import type {PictureNote} from '../engine.ts';
import {stripPng} from './strip-png.ts';

export type PreparedPicture = {
	readonly bytes: Uint8Array;
	readonly format: 'jpeg' | 'png' | 'bmp';
	readonly notes: readonly PictureNote[];
};

/**
 * What the service advises (its manual and the original skill): JPEG, PNG or BMP, 24 bits, under 3 MB, which in base64
 * is just under the 4,200,000 characters that a custom server takes; a scan at 300 dpi, and not under 150.
 */
export const advice = {
	/** Bytes. */
	limit: 3 * 1024 * 1024,
	/** Pixels of the long side: A4 at 300 dpi is 3,508. */
	longest: 3600,
	/** To this a larger one is reduced: a page that fills it is at 400 dpi and more. */
	reduced: 2400,
	/** A data page, 125 mm, at 150 dpi. */
	shortest: 738,
} as const;

type Look = {
	readonly width: number;
	readonly height: number;
	/** Upright, 24 bits, of a format that the service takes. */
	readonly fits: boolean;
	/** Without place, time and owner. */
	readonly bytes: Uint8Array;
};

/** Looks at the header only; undefined when that is not enough. */
function lookAt({format, bytes}: Picture): Look | undefined {
	switch (format) {
		case 'jpeg': {
			const jpeg = stripJpeg(bytes);
			return jpeg && {...jpeg, fits: jpeg.components === 3 && jpeg.precision === 8 && jpeg.orientation === 1};
		}
		case 'png': {
			const png = stripPng(bytes);
			return png && {...png, fits: png.colour === 2 && png.depth === 8};
		}
		case 'bmp': {
			if (bytes.length < 54) return undefined;
			const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
			const width = view.getInt32(18, true);
			const height = Math.abs(view.getInt32(22, true));
			const whole = bytes.length >= 54 + width * height * 3;
			const fits = whole && view.getUint16(28, true) === 24 && view.getUint32(30, true) === 0;
			return {width, height, fits, bytes};
		}
		default:
			return undefined;
	}
}

/**
 * A picture as the service wants it. One that is so already is sent as it is, but for what a camera writes about itself;
 * any other is drawn again as a JPEG: turned upright, on white, small enough.
 *
 * @throws AppError DAMAGED_IMAGE, TOO_LARGE {width, height}
 */
export async function prepareUpload(given: Picture): Promise<PreparedPicture> {
	const picture = await pagePicture(given);
	const look = lookAt(picture);
	const {format} = picture;
	if (
		look?.fits &&
		look.bytes.length < advice.limit &&
		Math.max(look.width, look.height) <= advice.longest &&
		(format === 'jpeg' || format === 'png' || format === 'bmp') &&
		(await isWhole(picture))
	) {
		return {bytes: look.bytes, format, notes: smallNote(look)};
	}
	const large =
		format !== 'pdf' &&
		(picture.bytes.length >= advice.limit || (look && Math.max(look.width, look.height) > advice.longest));
	const drawn = await draw(picture, large ? advice.reduced : advice.longest);
	return {
		bytes: drawn.bytes,
		format: 'jpeg',
		notes: [
			...(large ? [{code: 'reduced', from: picture.bytes.length, to: drawn.bytes.length} as const] : []),
			...(format === 'jpeg' ? [] : [{code: 'converted', from: format, to: 'jpeg'} as const]),
			...(drawn.isCut ? [{code: 'cut'} as const] : []),
			...smallNote(drawn),
		],
	};
}

/**
 * Whether all of a picture can be decoded: one that cannot is not paid for.
 *
 * @throws AppError DAMAGED_IMAGE, TOO_LARGE
 */
const isWhole = async (picture: Picture): Promise<boolean> => (await decodeGrey(picture)).cut === undefined;

const smallNote = ({width, height}: {readonly width: number; readonly height: number}): readonly PictureNote[] =>
	Math.max(width, height) < advice.shortest ? [{code: 'small', width, height}] : [];

type Drawn = {readonly bytes: Uint8Array; readonly width: number; readonly height: number; readonly isCut: boolean};

/** Of a picture: what lacks more is not paid for, because the service would see half a page. */
const leastShare = 0.9;

/** Of a JPEG that is cut off, the part that is in it is drawn. */
async function draw(picture: Picture, longest: number): Promise<Drawn> {
	try {
		return {...(await drawPart(picture, longest)), isCut: false};
	} catch (error) {
		if (error instanceof AppError) throw error;
		const {cut} = await decodeGrey(picture);
		if (cut && cut.share >= leastShare) return {...(await drawPart(picture, longest, cut)), isCut: true};
		const reason = error instanceof Error ? error.message : String(error);
		throw new AppError('DAMAGED_IMAGE', {path: picture.path, reason}, {cause: error});
	}
}

async function drawPart(picture: Picture, longest: number, cut?: Cut): Promise<Omit<Drawn, 'isCut'>> {
	for (let side = longest; ; side = Math.floor(side * 0.7)) {
		const image = (await openImage(picture, {colour: true, tolerant: cut !== undefined})).autoOrient();
		if (cut) image.extract(keptArea((await image.metadata()).autoOrient, cut));
		const {width, height} = await image.metadata();
		const drawing = image
			.flatten({background: '#ffffff'})
			.resize({width: side, height: side, fit: 'inside', withoutEnlargement: true})
			.toColourspace('srgb')
			.jpeg({quality: 88, chromaSubsampling: '4:4:4'});
		const {data, info} = await inRoom(width * height, () => drawing.toBuffer({resolveWithObject: true}));
		// Each round halves the pixels: it ends.
		if (data.length < advice.limit) return {bytes: data, width: info.width, height: info.height};
	}
}
