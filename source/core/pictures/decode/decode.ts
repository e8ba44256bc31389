import type {Metadata, Sharp} from 'sharp';
import {AppError} from '../../errors.ts';
import {decodeBmp} from '../formats/bmp.ts';
import {decodedPart, keepPart, keptSize} from '../formats/cut-off.ts';
import type {GreyImage, Picture} from '../picture.ts';
import {isColourless} from '../quality/colour.ts';
import {type DecodeWish, isTooLarge, maxPixels} from './decoded.ts';
import {decode, longestDecoding} from './decoder.ts';
import {inRoom} from './decoding-room.ts';
import {loadSharp} from './load-sharp.ts';
import {luminance} from './luminance.ts';

/** Longest side of a decoded page. At 2,600 pixels a character of the MRZ is about 50 wide; more adds nothing. */
const maxSide = 2600;
/** Of a picture that is so many times as long as wide, a passport is a part: it keeps as many pixels as a page has. */
const long = {times: 3, pixels: maxSide * 1950};

const mostSide = (longest: number, shortest: number): number =>
	longest < long.times * shortest ? maxSide : Math.floor(Math.sqrt((long.pixels * longest) / shortest));

/**
 * The size a page is decoded at. Half, a quarter and an eighth cost a JPEG next to nothing, because its decoder leaves
 * out what they do not need; any size between costs the whole picture and its scaling.
 */
const sideFor = (width: number, height: number, format: Picture['format'], fine: boolean): number => {
	const longest = Math.max(width, height);
	const most = mostSide(longest, Math.min(width, height));
	if (fine || format !== 'jpeg') return most;
	let side = longest;
	while (side > most) side = Math.ceil(side / 2);
	return side;
};

type Opened = {
	readonly image: Sharp;
	readonly format: Picture['format'];
	/** What its file says, where that was asked already. */
	readonly metadata?: Metadata;
	/** The luminance of a page that sharp cannot decode. */
	readonly pixels?: Uint8Array;
} & Pick<GreyImage, 'texts'>;

/** A picture for sharp, and the format in which its pixels are stored: a page of a PDF may be a JPEG. */
const openAs = async (picture: Picture, wish: DecodeWish): Promise<Opened> => {
	const sharp = await loadSharp();
	const {path, bytes, format, page} = picture;
	if (format === 'bmp') {
		const {width, height, rgb} = decodeBmp(bytes, path, maxPixels.other);
		return {image: sharp(rgb, {raw: {width, height, channels: 3}}), format};
	}
	if (format === 'heic' || format === 'pdf') {
		const decoded = await decode({kind: 'page', picture, wish});
		if ('jpeg' in decoded) return await openAs({...picture, bytes: decoded.jpeg, format: 'jpeg', page: 1}, wish);
		const {data, texts, ...raw} = decoded;
		const pixels = raw.channels === 1 ? {pixels: data} : {};
		return {image: sharp(data, {raw}), format, ...pixels, ...(texts ? {texts} : {})};
	}

	const failOn = wish.tolerant ? 'none' : wish.strict && format === 'jpeg' ? 'warning' : 'error';
	const image = sharp(bytes, {failOn, limitInputPixels: false, page: page - 1, pages: 1});
	const metadata = await image.metadata();
	const {width, height, isProgressive} = metadata;
	const kind = format !== 'jpeg' ? 'other' : isProgressive ? 'progressive' : 'jpeg';
	if (isTooLarge({width, height}, maxPixels[kind])) {
		throw new AppError('TOO_LARGE', {path, width, height});
	}

	return {image, format, metadata};
};

/**
 * A picture for sharp, whatever its format. Nothing is decoded yet but what sharp cannot decode.
 *
 * @throws AppError TOO_LARGE {width, height}, and DAMAGED_IMAGE or UNSUPPORTED_IMAGE for what sharp cannot decode; what
 * sharp throws is its own
 */
export const openImage = async (picture: Picture, wish: DecodeWish = {colour: true}): Promise<Sharp> =>
	(await openAs(picture, wish)).image;

/** Shares of a picture under which what its file holds is not worth reading. */
const leastShare = 0.1;

/**
 * A picture as upright grey pixels: EXIF orientation applied, transparency on white, at most 2,600 pixels long, or 5
 * million pixels where it is a long strip. A large
 * JPEG comes half as long or shorter, but over 1,300 pixels, unless `fine` asks for all that it has. Of a JPEG that is cut
 * off come the rows that are in it (`cut`), and one with faults in its middle is read with them (`damaged`).
 *
 * @throws AppError DAMAGED_IMAGE when it is broken or holds next to nothing, TOO_LARGE when it has too many pixels,
 * UNSUPPORTED_IMAGE for what only its decoder knows: a password, a coding
 */
export async function decodeGrey(picture: Picture, fine = false): Promise<GreyImage> {
	try {
		return (await unfold(picture, {colour: false, strict: true}, fine)).grey;
	} catch (error) {
		if (error instanceof AppError) throw error;
		if (isTimeout(error)) throw new AppError('DAMAGED_IMAGE', {path: picture.path, reason: 'timeout'}, {cause: error});
		const damaged = await unfold(picture, {colour: false}, fine).catch(() => undefined);
		if (damaged) return {...damaged.grey, damaged: true};
		const found = await unfold(picture, {colour: false, tolerant: true}, fine).catch(() => undefined);
		// Of other formats, rows that are not in the file hold what was in the memory before.
		const cut = found?.format === 'jpeg' ? decodedPart(found.grey, found.grey.original, found.orientation) : undefined;
		if (!found || !cut || cut.share < leastShare) {
			const reason = error instanceof Error ? error.message : String(error);
			throw new AppError('DAMAGED_IMAGE', {path: picture.path, reason}, {cause: error});
		}
		return {...keepPart(found.grey, cut), original: keptSize(found.grey.original, cut), cut};
	}
}

type Unfolded = {
	readonly grey: GreyImage & Required<Pick<GreyImage, 'original'>>;
	readonly orientation: number | undefined;
	readonly format: Picture['format'];
};

const isTimeout = (error: unknown): boolean => error instanceof Error && /^timeout\b/.test(error.message);

const unfold = async (picture: Picture, wish: DecodeWish, fine: boolean): Promise<Unfolded> => {
	const {image, format, metadata, pixels, texts} = await openAs(picture, wish);
	const {
		autoOrient: {width, height},
		orientation,
		space,
		depth,
	} = metadata ?? (await image.metadata());
	const side = sideFor(width, height, format, fine);
	const original = {width, height};
	// It has the size that is wanted: what sharp would make of it is the same, twice.
	if (pixels && Math.max(width, height) <= side) {
		return {grey: {...original, data: pixels, original, ...(texts ? {texts} : {})}, orientation, format};
	}
	const inColour = space === 'srgb' && depth === 'uchar';
	const decoding = image
		.timeout({seconds: longestDecoding / 1000})
		.autoOrient()
		.flatten({background: '#ffffff'})
		.resize({width: side, height: side, fit: 'inside', withoutEnlargement: true, kernel: 'mitchell'})
		// Not greyscale(): it comes before the resizing, and keeps a JPEG from being scaled while it is decoded.
		.toColourspace(inColour ? 'srgb' : 'b-w')
		.raw({depth: 'uchar'});
	const {data, info} = await inRoom(width * height, () => decoding.toBuffer({resolveWithObject: true}));
	const size = {width: info.width, height: info.height};
	const isRgb = inColour && info.channels === 3;
	// What is drawn from a PDF or decoded from HEIC comes as its luminance alone.
	const isGrey = isRgb ? isColourless({...size, data}) : space === 'b-w' && format !== 'pdf' && format !== 'heic';
	const grey = {
		...size,
		data: isRgb ? luminance(data) : info.channels === 1 ? data : firstChannel(data, info.channels),
		original,
		...(isGrey ? {isColourless: true} : {}),
		...(texts ? {texts} : {}),
	};
	return {grey, orientation, format};
};

const firstChannel = (data: Uint8Array, channels: number): Uint8Array => {
	const out = new Uint8Array(data.length / channels);
	for (let i = 0; i < out.length; i++) out[i] = data[i * channels]!;
	return out;
};
