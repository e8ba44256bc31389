import {notice} from '../../passport/judge/finding.ts';
import type {Box, LineReading, Point, Reading} from '../../passport/model/reading.ts';
import type {GreyImage} from '../../pictures/picture.ts';
import type {MrzRegion} from './locate/locate.ts';
import type {Pyramid} from './locate/pyramid.ts';

/** A picture seen in a mirror: left and right change places, as front cameras keep a page. */
export function mirrorImage(image: GreyImage): GreyImage {
	const {width, height, data} = image;
	const mirrored = new Uint8Array(data.length);
	for (let row = 0; row < height; row++) {
		mirrored.set(data.subarray(row * width, (row + 1) * width), row * width);
		mirrored.subarray(row * width, (row + 1) * width).reverse();
	}
	return {...image, data: mirrored};
}

export const mirrorPyramid = (pyramid: Pyramid): Pyramid => pyramid.map(mirrorImage);

/** The MRZs where a mirror shows them; which way is up stays open, because their beginnings were taken for ends. */
export const mirrorMrzs = (mrzs: readonly MrzRegion[], width: number): MrzRegion[] =>
	mrzs.map(mrz => ({
		...mrz,
		lines: mrz.lines.map(({from, to}) => ({from: mirrorPoint(to, width), to: mirrorPoint(from, width)})),
	}));

const mirrorPoint = ([x, y]: Point, width: number): [number, number] => [width - 1 - x, y];

const mirrorLine = ({from, to, path, ...line}: LineReading, width: number): LineReading => ({
	...line,
	...(from ? {from: mirrorPoint(from, width)} : {}),
	...(to ? {to: mirrorPoint(to, width)} : {}),
	...(path ? {path: path.map(point => mirrorPoint(point, width))} : {}),
	mirrored: !line.mirrored,
});

const mirrorBox = ({from, to, height}: Box, width: number): Box => ({
	from: mirrorPoint(from, width),
	to: mirrorPoint(to, width),
	height,
});

/** A reading of a mirrored picture in the places of the picture as it is stored, or the other way round. */
export function mirrorReading(reading: Reading): Reading {
	const {page, lines, printed} = reading;
	if (!page) return reading;
	const {width} = page;
	return {
		...reading,
		lines: lines.map(line => mirrorLine(line, width)),
		...(printed ? {printed: printed.map(one => (one.box ? {...one, box: mirrorBox(one.box, width)} : one))} : {}),
	};
}

/** The reading of a mirrored picture, which says so. */
export const asMirrored = (reading: Reading): Reading => ({
	...mirrorReading(reading),
	issues: [...(reading.issues ?? []), notice('mirrored')],
});

export const isMirrored = ({lines}: Reading): boolean => lines.some(({mirrored}) => mirrored);
