import {join} from 'node:path';
import sharp, {type Region} from 'sharp';
import {packagePath} from '../../source/core/package-root.ts';

export const models = packagePath('node_modules', '@gutenye', 'ocr-models', 'assets');
export const recogniser = 'ch_PP-OCRv4_rec_infer.onnx';

/** One of our networks, or one of PP-OCRv4's. */
export const pathOf = (name: string) =>
	name.startsWith('ch_') ? join(models, name) : packagePath('source', 'model', name);

/** The sizes of input that each network is asked about, one after the other; the last is one that was before. */
export const sizes: Readonly<Record<string, readonly (readonly number[])[]>> = {
	'locator.onnx': [
		[1, 1, 448, 448],
		[1, 1, 320, 448],
		[1, 1, 64, 16],
		[1, 1, 448, 448],
	],
	'page-finder.onnx': [
		[1, 1, 256, 192],
		[1, 1, 64, 32],
	],
	'ocrb.onnx': [
		[1, 1, 32, 768],
		[2, 1, 32, 768],
		[1, 1, 32, 768],
	],
	'ocrb-second.onnx': [
		[1, 1, 32, 768],
		[2, 1, 32, 768],
	],
	'print.onnx': [
		[1, 1, 32, 340],
		[3, 1, 32, 96],
		[1, 1, 32, 12],
		[1, 1, 32, 1001],
	],
	'print-locator.onnx': [
		[1, 1, 240, 416],
		[1, 1, 32, 64],
		[1, 1, 96, 32],
		[1, 1, 240, 416],
	],
	[recogniser]: [
		[1, 3, 48, 320],
		[1, 3, 48, 8],
		[2, 3, 48, 104],
		[1, 3, 48, 1200],
		[1, 3, 48, 320],
	],
};

/** Numbers between -1 and 1 that repeat nowhere, the same in every run. */
export const numbers = (dims: readonly number[], seed: number): Float32Array =>
	Float32Array.from(
		{length: dims.reduce((a, b) => a * b)},
		(_, index) => Math.sin((index + seed) * 1.7) * Math.cos(index * 0.013),
	);

/** A line of a drawn passport, from -1 to 1, as three channels. */
export async function lineOfType(): Promise<{readonly input: Float32Array; readonly dims: readonly number[]}> {
	const dims = [1, 3, 48, 1024] as const;
	const line: Region = {left: 80, top: 728, width: 1150, height: 46};
	const page = await sharp(packagePath('source', 'specimens', 'Scan_20260314_0003.jpg'))
		.rotate(180)
		.toBuffer();
	const pixels = await sharp(page).extract(line).greyscale().resize(dims[3], dims[2], {fit: 'fill'}).raw().toBuffer();
	const input = Float32Array.from(
		{length: 3 * pixels.length},
		(_, index) => pixels[index % pixels.length]! / 127.5 - 1,
	);
	return {input, dims};
}

/** An answer in short: its size, the sum of its numbers, the largest of them, and some that are spread over it, with their places. */
export type ShortAnswer = {
	readonly dims: readonly number[];
	readonly sum: number;
	readonly some: readonly (readonly [place: number, value: number])[];
};

/** Places of each kind that are kept. */
const kept = 40;

export function shortAnswer(data: Float32Array, dims: readonly number[]): ShortAnswer {
	const largest = [...data.keys()].sort((a, b) => Math.abs(data[b]!) - Math.abs(data[a]!)).slice(0, kept);
	const spread = Array.from({length: kept}, (_, index) => Math.floor(((index + 0.5) * data.length) / kept));
	const places = [...new Set([...largest, ...spread])].sort((a, b) => a - b);
	const short = (value: number) => Number(value.toPrecision(8));
	return {
		dims,
		sum: short(data.reduce((sum, value) => sum + value, 0)),
		some: places.map(place => [place, short(data[place]!)]),
	};
}
