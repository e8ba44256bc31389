import type {TextMrz} from '../formats/pdf-text.ts';
import type {Picture} from '../picture.ts';

/** Pixels row by row, one byte a channel: grey; red, green, blue; or these and alpha. */
export type DecodedPixels = {
	readonly width: number;
	readonly height: number;
	readonly channels: 1 | 3 | 4;
	readonly data: Uint8Array;
	/** MRZs that the page shows as text. */
	readonly texts?: readonly TextMrz[];
};

/** A page that is a JPEG, which sharp decodes. */
export type EncodedJpeg = {readonly jpeg: Uint8Array};

/** How a page is to be decoded. */
export type DecodeWish = {
	/** Without it only the luminance is wanted. */
	readonly colour: boolean;
	/** Also what is cut off or damaged, as far as it goes. */
	readonly tolerant?: boolean;
	/** Of a JPEG, also refuse what is damaged in its middle: its decoder goes over that with a warning. */
	readonly strict?: boolean;
	/** Pixels of the longer side that a drawn page needs at most. */
	readonly side?: number;
};

/**
 * More pixels than this are refused before they are unfolded. A JPEG is scaled while it is decoded, the others are not;
 * of a progressive one all coefficients are in memory first: six bytes a pixel.
 */
export const maxPixels = {jpeg: 268_000_000, progressive: 50_000_000, other: 50_000_000} as const;

/** Pixels; A4 at 1,200 dpi is 14,032 long. */
const longestSide = 24_000;

/** Whether a picture of this size is refused. */
export const isTooLarge = ({width, height}: PageSize, most: number): boolean =>
	width * height > most || Math.max(width, height) > longestSide;

/** Pixels, upright. */
export type PageSize = {readonly width: number; readonly height: number};

/** Work for a decoder that sharp does not have. */
export type DecoderJob =
	| {readonly kind: 'pages'; readonly bytes: Uint8Array; readonly format: Picture['format']}
	| {readonly kind: 'size'; readonly picture: Picture}
	| {readonly kind: 'page'; readonly picture: Picture; readonly wish: DecodeWish}
	| {readonly kind: 'jpeg'; readonly picture: Picture};

export type DecoderResult<Job extends DecoderJob> = Job extends {kind: 'pages'}
	? number
	: Job extends {kind: 'size'}
		? PageSize | undefined
		: Job extends {kind: 'jpeg'}
			? EncodedJpeg | undefined
			: DecodedPixels | EncodedJpeg;
