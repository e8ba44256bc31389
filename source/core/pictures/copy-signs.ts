import {openImage} from './decode.ts';
import {inRoom} from './decoding-room.ts';
import {hasEvenDots} from './even-dots.ts';
import {pagePicture} from './page-picture.ts';
import type {GreyImage, Picture} from './picture.ts';

/**
 * What a picture of a copy or of a screen shows, and some honest scans do too: no colour, or fine dots all over it. They
 * say nothing about whether a document is genuine.
 */
export type CopySign = 'grey' | 'dots';

/** Pixels a side at which colours are looked at. */
const colourSide = 128;

/** Strength of a colour, of 180, under which it is grey with the noise of its coding. */
const colourless = 2.5;
/** Share of the pixels that may have more: dust, or the edge of something else. */
const few = 0.02;

/** Returns what of a picture is as in a copy; nothing for what cannot be looked at in its own colours and size. */
export async function copySigns(picture: Picture, page: GreyImage): Promise<readonly CopySign[]> {
	const own = await pagePicture(picture).catch(() => undefined);
	// To draw a page of a PDF or to decode HEIC again takes longer than to read it.
	const isCheap = own && own.format !== 'pdf' && own.format !== 'heic';
	const {width, height} = page.original ?? page;
	const [isGrey, hasDots] = await inRoom(width * height, async () => [
		isCheap ? await hasNoColour(own).catch(() => false) : false,
		hasEvenDots((isCheap && (await bandOf(own, page).catch(() => undefined))) || page),
	]);
	return [...(isGrey ? (['grey'] as const) : []), ...(hasDots ? (['dots'] as const) : [])];
}

/** Whether a picture shows no colour, however it is stored. A camera's picture of a grey copy has the tint of the light. */
async function hasNoColour(picture: Picture): Promise<boolean> {
	const image = await openImage(picture, {colour: true, tolerant: true, side: colourSide});
	const {data, info} = await image
		.flatten({background: '#ffffff'})
		.resize({width: colourSide, height: colourSide, fit: 'inside', withoutEnlargement: true})
		.toColourspace('srgb')
		.removeAlpha()
		.raw({depth: 'uchar'})
		.toBuffer({resolveWithObject: true});
	if (info.channels < 3) return true;
	const strengths = new Float32Array(data.length / info.channels);
	for (let at = 0; at < strengths.length; at++) {
		const [r, g, b] = [0, 1, 2].map(channel => data[at * info.channels + channel]!) as [number, number, number];
		// The differences to the luminance, ITU-T T.871 §7.
		strengths[at] = Math.hypot(0.5 * b - 0.1687 * r - 0.3313 * g, 0.5 * r - 0.4187 * g - 0.0813 * b);
	}
	return strengths.sort()[Math.floor((1 - few) * (strengths.length - 1))]! < colourless;
}

/** Where a band across the stored picture is that most likely shows the document, and its pixels a side. */
const band = {from: 0.3, height: 192} as const;

/**
 * Of a JPEG that was scaled while it was decoded, a band at its own size: dots that are finer than the pixels of a smaller
 * picture are not in it. Its decoder stops behind the band. Undefined for others.
 */
async function bandOf(picture: Picture, page: GreyImage): Promise<GreyImage | undefined> {
	if (picture.format !== 'jpeg' || page.cut || page.width >= (page.original ?? page).width) return undefined;
	const image = await openImage(picture, {colour: false, tolerant: true});
	const {width, height} = await image.metadata();
	const top = Math.floor(band.from * height);
	const {data, info} = await image
		.extract({left: 0, top, width, height: Math.min(band.height, height - top)})
		.toColourspace('b-w')
		.raw({depth: 'uchar'})
		.toBuffer({resolveWithObject: true});
	return info.channels === 1 ? {width: info.width, height: info.height, data} : undefined;
}
