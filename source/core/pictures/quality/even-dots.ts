import {openLoops, room} from '../../loops.ts';
import type {GreyImage} from '../picture.ts';

/** Pixels a side of the parts of a picture that are looked at; at most so many, and fewer than so many say nothing. */
const side = 64;
const most = 24;
const fewest = 12;

/** Parts that a picture has at least: in a smaller one, type is as fine as dots. */
const smallest = 60;

/** Waves a part under which shapes and type are found, and not only dots. */
const coarsest = 9;

/** A power is compared with those that are at least as many bins away, or as many along an axis. */
const around = 4;
const along = [-6, -5, -4, -3, 3, 4, 5, 6] as const;

/** Bins beside an axis in which the edges of upright type are, too. */
const besideAxis = 2;

/** By so many nats the power of dots exceeds those around it. Pages that a camera or a scanner saw stay under 3.1. */
const outstanding = 4;
/** In half of the parts fewer are enough to look at the others. */
const suspicious = 2.5;

/** Grey levels of a part that shows something, between the dark around a page and blown-out white. */
const darkest = 40;
const lightest = 252;

/** Power of the noise that any picture has, so that a flat part has no pattern. */
const noise = 0.02 * side * side;

/**
 * Whether the whole of a picture has the same fine pattern: the dots of a screen that was photographed, what they and the
 * camera's make together (moiré), or those of a printer. Type and the fine lines of a passport differ from part to part.
 */
export function hasEvenDots(image: GreyImage): boolean {
	const parts = partsOf(image);
	if (parts.length < fewest) return false;
	const {memory} = openLoops();
	const products = new Float64Array(memory.buffer, places.products, side * side).fill(1);
	const pairs = parts.length >> 1;
	// Every other pair first: most pages show in them that they have no dots.
	for (let pair = 0; pair < pairs; pair += 2) multiplyPowers(image, parts[2 * pair]!, parts[2 * pair + 1]!);
	if (!hasPeak(products, 2 * ((pairs + 1) >> 1), suspicious)) return false;
	for (let pair = 1; pair < pairs; pair += 2) multiplyPowers(image, parts[2 * pair]!, parts[2 * pair + 1]!);
	return hasPeak(products, 2 * pairs, outstanding);
}

/** Bytes of a part's numbers, and where they are in the memory of the loops. */
const bytes = 8 * side * side;
const places = {
	real: room.from,
	imaginary: room.from + bytes,
	/** What comes out is twice as far behind as both take. */
	transformed: room.from + 2 * bytes,
	products: room.from + 4 * bytes,
	pixels: room.from + 5 * bytes,
} as const;

/** Multiplies each number by the powers of its wave in two parts: one is transformed as the real, the other as the imaginary part. */
function multiplyPowers({width, data}: GreyImage, one: Part, other: Part): void {
	const {memory, spread, transform, powers} = openLoops();
	const put = ([left, top]: Part, to: number) => {
		for (let y = 0; y < side; y++) {
			const from = (top + y) * width + left;
			memory.set(data.subarray(from, from + side), places.pixels + y * side);
		}
		spread(places.pixels, to);
	};
	put(one, places.real);
	put(other, places.imaginary);
	transform(places.real, places.imaginary);
	powers(places.transformed, places.transformed + bytes, places.products, noise);
}

/**
 * Whether some fine wave has so many nats more power than those around it, in the mean of so many parts.
 *
 * @param products Of the powers of all parts, by waves a part, to the right and down or the other way round: it is the same
 */
function hasPeak(products: Float64Array, count: number, least: number): boolean {
	const powers = products.map(product => Math.log(product) / count);
	for (let v = -side / 2; v < side / 2; v++) {
		for (let u = 0; u <= side / 2; u++) {
			if (u * u + v * v < coarsest * coarsest || isOfJpeg(u, v)) continue;
			if (isAboveAround(powers, u, v, least)) return true;
		}
	}
	return false;
}

/** Where the power of a wave is. */
const placeOf = (u: number, v: number): number => ((v + side) % side) * side + ((u + side) % side);

/** The blocks of a JPEG are eight pixels wide. */
const isOfJpeg = (u: number, v: number): boolean => (u === 0 && v % 8 === 0) || (v === 0 && u % 8 === 0);

const steps = [-4, -2, 0, 2, 4] as const;

/** Bins around one, without its own peak: how far to the right, and how far down. */
const ring = steps.flatMap(v => steps.map(u => ({u, v}))).filter(({u, v}) => Math.abs(u) + Math.abs(v) >= around);
const right = Int8Array.from(ring, ({u}) => u);
const down = Int8Array.from(ring, ({v}) => v);

/**
 * Whether the power of a bin is above the median around it, and near an axis also above what is usual along the axis:
 * upright type has more power there than beside it, of all waves alike; dots have it at a point of the axis.
 */
function isAboveAround(powers: Float64Array, u: number, v: number, by: number): boolean {
	const least = powers[placeOf(u, v)]! - by;
	// Half of them are as high: the median is.
	let missing = right.length - (right.length >> 1);
	for (let at = 0; at < right.length; at++) {
		if (powers[placeOf(u + right[at]!, v + down[at]!)]! >= least && --missing === 0) return false;
	}
	const [isAlong, isDown] = [Math.abs(v) <= besideAxis, Math.abs(u) <= besideAxis];
	if (!isAlong && !isDown) return true;
	const line = along.map(step => powers[isDown ? placeOf(u, v + step) : placeOf(u + step, v)]!);
	return line.sort((a, b) => b - a)[2]! < least;
}

type Part = readonly [left: number, top: number];

/** Where parts are that show something, evenly over the picture. */
function partsOf({width, height, data}: GreyImage): Part[] {
	const columns = Math.floor(width / side);
	const rows = Math.floor(height / side);
	const all = Array.from(
		{length: columns * rows},
		(_, at): Part => [
			Math.floor(((at % columns) + 0.5) * (width / columns) - side / 2),
			Math.floor((Math.floor(at / columns) + 0.5) * (height / rows) - side / 2),
		],
	);
	if (all.length < smallest) return [];
	const shown: Part[] = [];
	for (const [left, top] of all) {
		let sum = 0;
		for (let y = top; y < top + side; y += 4) for (let x = left; x < left + side; x += 4) sum += data[y * width + x]!;
		const level = sum / (side / 4) ** 2;
		if (level > darkest && level < lightest) shown.push([left, top]);
	}
	const count = Math.min(most, shown.length);
	return Array.from({length: count}, (_, at) => shown[Math.floor((at * shown.length) / count)]!);
}
