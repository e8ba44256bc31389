import {type CropFrame, crop, type Raster, type Vector} from './crop.ts';
import {openImage} from './decode/decode.ts';
import {inRoom} from './decode/decoding-room.ts';
import {loadSharp} from './decode/load-sharp.ts';
import {openPicture} from './open.ts';
import {smallRaster} from './page.ts';

/** A passport in a picture; the places are in pixels of the picture after its EXIF orientation. */
export type PhotoSource = {
	readonly path: string;
	/** Of the picture that was read; empty where that is not known. */
	readonly sha256: string;
	readonly passport: {readonly shape: string | undefined};
	readonly geometry?:
		| {
				readonly page: {readonly width: number; readonly height: number};
				readonly lines: readonly {readonly from: Vector; readonly to: Vector}[];
				/** Values that the page prints. */
				readonly printed?: Readonly<Partial<Record<string, {readonly from: Vector; readonly to: Vector}>>>;
		  }
		| undefined;
};

/** Why a picture, or the portrait in it, cannot be shown. */
export type PhotoProblem = 'gone' | 'changed' | 'no-place';

/** Two small JPEG files without metadata, or why there is none. */
export type Photos = {
	readonly page: Uint8Array | PhotoProblem;
	readonly portrait: Uint8Array | PhotoProblem;
};

/** Pixels of the longest side of each JPEG. */
const sides = {page: 320, portrait: 160} as const;

/** Pixels of the longest side at which a picture is decoded: the portrait is a third of a page that may fill half of it. */
const decodedSide = 1300;

/** Millimetres between the middles of two characters of OCR-B, and of the two lines (ICAO Doc 9303-3, 4). */
const pitch = 2.54;
const charactersOfLine = 44;

/**
 * Where the portrait of a data page is: zone IV, left above the MRZ (ICAO Doc 9303-4, 4.1; 35 x 45 mm at most), in
 * millimetres right of the first character of the upper line and above that line, with some paper around it. Some pages
 * have it on their right.
 */
const places = [{left: -3.5}, {left: 75.5}] as const;
const portrait = {wide: 41, bottom: 7, top: 57} as const;

type Frame = {readonly width: number; readonly height: number};

/** The region of the portrait in pixels, turned as the page is; undefined where it is not known. */
export function portraitFrame({passport, geometry}: PhotoSource, {width, height}: Frame): CropFrame | undefined {
	const [upper, lower] = geometry?.lines ?? [];
	if (passport.shape !== 'TD3' || !geometry || !upper || !lower) return undefined;
	const scale: Vector = [width / geometry.page.width, height / geometry.page.height];
	const at = ([x, y]: Vector): Vector => [(x + 0.5) * scale[0], (y + 0.5) * scale[1]];
	const [from, to, below] = [at(upper.from), at(upper.to), at(lower.from)];
	const millimetres = pitch * (charactersOfLine - 1);
	const right: Vector = [(to[0] - from[0]) / millimetres, (to[1] - from[1]) / millimetres];
	// Square to the line, away from the lower one: in a mirror that is the other way round.
	const square: Vector = [right[1], -right[0]];
	const side = square[0] * (from[0] - below[0]) + square[1] * (from[1] - below[1]);
	if (side === 0) return undefined;
	const up: Vector = side > 0 ? square : [-square[0], -square[1]];
	const {wide, top, bottom} = portrait;
	const tall = top - bottom;
	const frames = places.map(
		({left}): CropFrame => ({
			origin: [from[0] + right[0] * left + up[0] * top, from[1] + right[1] * left + up[1] * top],
			across: [right[0] * wide, right[1] * wide],
			down: [-up[0] * tall, -up[1] * tall],
		}),
	);
	const printed = Object.values(geometry.printed ?? {}).flatMap(box => (box ? [at(box.from)] : []));
	// Values begin where no portrait is.
	return frames.find(frame => !printed.some(point => isIn(point, frame)));
}

const isIn = ([x, y]: Vector, {origin, across, down}: CropFrame): boolean => {
	const share = (edge: Vector) =>
		((x - origin[0]) * edge[0] + (y - origin[1]) * edge[1]) / (edge[0] * edge[0] + edge[1] * edge[1]);
	// Near its sides a value can begin beside the portrait.
	return share(across) > 0.05 && share(across) < 0.8 && share(down) > 0 && share(down) < 1;
};

/** True when the middle of a frame is in the picture: what is outside of it shows nothing. */
const isInside = ({origin, across, down}: CropFrame, {width, height}: Frame): boolean => {
	const x = origin[0] + (across[0] + down[0]) / 2;
	const y = origin[1] + (across[1] + down[1]) / 2;
	return x > 0 && y > 0 && x < width && y < height;
};

async function jpegOf({width, height, channels, data}: Raster, side: number): Promise<Uint8Array> {
	const sharp = await loadSharp();
	return await sharp(data, {raw: {width, height, channels}})
		.resize({width: side, height: side, fit: 'inside', withoutEnlargement: true})
		.jpeg({quality: 72})
		.toBuffer();
}

/**
 * The page as a thumbnail, and the portrait cut out of it: a region in the layout of a passport, not a face that was
 * found. Made from pixels alone, so that nothing of what a camera or a scanner wrote is in it. Never throws.
 */
export async function readPhotos(source: PhotoSource): Promise<Photos> {
	try {
		const picture = await openPicture(source.path);
		if (source.sha256 !== '' && picture.sha256 !== source.sha256) return {page: 'changed', portrait: 'changed'};
		const image = await openImage(picture, {colour: true, tolerant: true, side: decodedSide});
		const {width, height} = await image.metadata();
		const page = await inRoom(width * height, () => smallRaster(image, decodedSide));
		const frame = portraitFrame(source, page);
		const cut = frame && isInside(frame, page) ? portraitOf(page, frame) : undefined;
		return {
			page: await jpegOf(page, sides.page),
			portrait: cut ? await jpegOf(cut, sides.portrait) : 'no-place',
		};
	} catch {
		return {page: 'gone', portrait: 'gone'};
	}
}

function portraitOf(page: Raster, frame: CropFrame): Raster {
	const [wide, tall] = [Math.hypot(...frame.across), Math.hypot(...frame.down)];
	const height = Math.max(1, Math.round(Math.min(sides.portrait, tall)));
	return crop(page, frame, Math.max(1, Math.round((height * wide) / tall)), height);
}
