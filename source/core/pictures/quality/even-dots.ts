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
	const sum = new Float64Array(side * side);
	const pairs = parts.length >> 1;
	// Every other pair first: most pages show in them that they have no dots.
	for (let pair = 0; pair < pairs; pair += 2) addPowers(sum, image, parts[2 * pair]!, parts[2 * pair + 1]!);
	if (!hasPeak(sum, 2 * ((pairs + 1) >> 1), suspicious)) return false;
	for (let pair = 1; pair < pairs; pair += 2) addPowers(sum, image, parts[2 * pair]!, parts[2 * pair + 1]!);
	return hasPeak(sum, 2 * pairs, outstanding);
}

/** Whether some fine wave has so many nats more power than those around it, in the mean of so many parts. */
function hasPeak(sum: Float64Array, count: number, least: number): boolean {
	const power: Power = (u, v) => sum[((v + 2 * side) % side) * side + ((u + 2 * side) % side)]! / count;
	for (let v = -side / 2; v < side / 2; v++) {
		for (let u = 0; u <= side / 2; u++) {
			if (u * u + v * v < coarsest * coarsest || isOfJpeg(u, v)) continue;
			if (isAboveAround(power, u, v, least)) return true;
		}
	}
	return false;
}

/** The mean logarithmic power of the parts by waves a part, to the right and down. */
type Power = (u: number, v: number) => number;

/** The blocks of a JPEG are eight pixels wide. */
const isOfJpeg = (u: number, v: number): boolean => (u === 0 && v % 8 === 0) || (v === 0 && u % 8 === 0);

const steps = [-4, -2, 0, 2, 4] as const;

/** Bins around one, without its own peak. */
const ring = steps.flatMap(v => steps.map(u => ({u, v}))).filter(({u, v}) => Math.abs(u) + Math.abs(v) >= around);

/**
 * Whether the power of a bin is above the median around it, and near an axis also above what is usual along the axis:
 * upright type has more power there than beside it, of all waves alike; dots have it at a point of the axis.
 */
function isAboveAround(power: Power, u: number, v: number, by: number): boolean {
	const least = power(u, v) - by;
	let below = 0;
	for (const step of ring) if (power(u + step.u, v + step.v) < least) below++;
	if (below <= ring.length >> 1) return false;
	const [isAlong, isDown] = [Math.abs(v) <= besideAxis, Math.abs(u) <= besideAxis];
	if (!isAlong && !isDown) return true;
	const line = along.map(step => (isDown ? power(u, v + step) : power(u + step, v)));
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

/** Adds the logarithmic powers of the waves in two parts: one is transformed as the real, the other as the imaginary part. */
function addPowers(sum: Float64Array, image: GreyImage, one: Part, other: Part): void {
	const real = windowed(image, one);
	const imaginary = windowed(image, other);
	for (let y = 0; y < side; y++) transform(real, imaginary, y * side, 1);
	for (let x = 0; x < side; x++) transform(real, imaginary, x, side);
	for (let v = 0; v < side; v++) {
		for (let u = 0; u <= side / 2; u++) {
			const at = v * side + u;
			const opposite = ((side - v) % side) * side + ((side - u) % side);
			const a = real[at]!;
			const b = imaginary[at]!;
			const c = real[opposite]!;
			const d = imaginary[opposite]!;
			const one = ((a + c) * (a + c) + (b - d) * (b - d)) / 4 + noise;
			const other = ((b + d) * (b + d) + (a - c) * (a - c)) / 4 + noise;
			const power = Math.log(one * other);
			sum[at]! += power;
			// The powers of real pixels are the same on the other side.
			if (opposite % side !== u) sum[opposite]! += power;
		}
	}
}

/** A part without its mean, fading out at its edges. */
function windowed({width, data}: GreyImage, [left, top]: Part): Float64Array {
	const values = new Float64Array(side * side);
	let mean = 0;
	for (let y = 0; y < side; y++) for (let x = 0; x < side; x++) mean += data[(top + y) * width + left + x]!;
	mean /= side * side;
	for (let y = 0; y < side; y++) {
		for (let x = 0; x < side; x++) {
			values[y * side + x] = (data[(top + y) * width + left + x]! - mean) * hann[x]! * hann[y]!;
		}
	}
	return values;
}

const hann = Float64Array.from({length: side}, (_, at) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (at + 0.5)) / side));
const cosines = Float64Array.from({length: side / 2}, (_, at) => Math.cos((2 * Math.PI * at) / side));
const sines = Float64Array.from({length: side / 2}, (_, at) => -Math.sin((2 * Math.PI * at) / side));

/** Transforms a row or column in place (Cooley and Tukey, radix 2). */
function transform(real: Float64Array, imaginary: Float64Array, from: number, stride: number): void {
	for (let at = 1, other = 0; at < side; at++) {
		let bit = side >> 1;
		for (; other & bit; bit >>= 1) other ^= bit;
		other ^= bit;
		if (at >= other) continue;
		swap(real, from + at * stride, from + other * stride);
		swap(imaginary, from + at * stride, from + other * stride);
	}
	for (let half = 1; half < side; half *= 2) {
		const step = side / (2 * half);
		for (let first = 0; first < side; first += 2 * half) {
			for (let k = 0; k < half; k++) {
				const a = from + (first + k) * stride;
				const b = a + half * stride;
				const cosine = cosines[k * step]!;
				const sine = sines[k * step]!;
				const turnedReal = real[b]! * cosine - imaginary[b]! * sine;
				const turnedImaginary = real[b]! * sine + imaginary[b]! * cosine;
				real[b] = real[a]! - turnedReal;
				imaginary[b] = imaginary[a]! - turnedImaginary;
				real[a]! += turnedReal;
				imaginary[a]! += turnedImaginary;
			}
		}
	}
}

function swap(values: Float64Array, one: number, other: number): void {
	const before = values[one]!;
	values[one] = values[other]!;
	values[other] = before;
}
