import {type CropFrame, crop, type Raster, type Vector} from '../../core/pictures/crop.ts';
import {loadSharp} from '../../core/pictures/decode/load-sharp.ts';
import {openPage} from '../../core/pictures/page.ts';
import type {Geometry} from '../../core/records/geometry.ts';
import type {PassportRecord} from '../../core/records/record.ts';

/** Pixels of the longer side of what is sent, at most. */
const longest = 1400;

/** A frame around the machine-readable lines, with half a line of paper around them; in shares of the page. */
function mrzFrame({lines, page}: Geometry): CropFrame | undefined {
	const [first, last] = [lines[0], lines.at(-1)];
	if (!first || !last) return undefined;
	const share = ([x, y]: readonly [number, number]): Vector => [x / page.width, y / page.height];
	const {from, to, pitch} = first;
	const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
	const along: Vector = [((to[0] - from[0]) / length) * pitch, ((to[1] - from[1]) / length) * pitch];
	// From the first line to the last; a single line has none, and takes the height of its letters.
	const between: Vector = [last.from[0] - from[0], last.from[1] - from[1]];
	const step = Math.hypot(...between) || pitch * 2;
	const unit: Vector =
		between[0] || between[1] ? [between[0] / step, between[1] / step] : [-along[1] / pitch, along[0] / pitch];
	const margin = pitch * 1.6;
	const origin: Vector = [from[0] - along[0] - unit[0] * margin, from[1] - along[1] - unit[1] * margin];
	const across: Vector = [to[0] - from[0] + along[0] * 2, to[1] - from[1] + along[1] * 2];
	const down: Vector = [unit[0] * (step + margin * 2), unit[1] * (step + margin * 2)];
	return {origin: share(origin), across: share(across), down: share(down)};
}

const scaled = (frame: CropFrame, {width, height}: Raster): CropFrame => {
	const by = ([x, y]: Vector): Vector => [x * width, y * height];
	return {origin: by(frame.origin), across: by(frame.across), down: by(frame.down)};
};

/**
 * A part of a record's picture as PNG in base64; undefined where its lines are not known, or the picture is another one
 * by now.
 */
export async function resultPicture(
	{path, sha256, geometry}: PassportRecord,
	part: 'mrz' | 'page',
): Promise<string | undefined> {
	const {grey, sha256: now} = await openPage(path);
	const whole: CropFrame = {origin: [0, 0], across: [1, 0], down: [0, 1]};
	const frame = part === 'page' ? whole : geometry && mrzFrame(geometry);
	if (!frame || now !== sha256) return undefined;
	const place = scaled(frame, grey);
	const [across, down] = [Math.hypot(...place.across), Math.hypot(...place.down)];
	const scale = Math.min(1, longest / Math.max(across, down));
	const {width, height, data} = crop(grey, place, Math.round(across * scale), Math.round(down * scale));
	const sharp = await loadSharp();
	const png = await sharp(data, {raw: {width, height, channels: 1}})
		.png()
		.toBuffer();
	return png.toString('base64');
}
