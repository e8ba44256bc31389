import {createKernel, type Kernel} from './kernel.ts';
import {clearBorder, type Layout, layoutOf} from './layout.ts';
import {readOnnx} from './onnx-file.ts';
import {number, type Place} from './place.ts';
import {type Convolution, convolutionsOf, type Plan, planOf, type Step} from './plan.ts';
import {convolveInSquares} from './squares.ts';
import {type AllTrained, trainedOf, writeTrained} from './trained.ts';

/** A network that is ready to run: one input, one output, both dense and row-major. */
export type Network = {
	run(input: Float32Array, dims: readonly number[]): Promise<{data: Float32Array; dims: readonly number[]}>;
	release(): Promise<void>;
};

/** Bytes of a page of WebAssembly's memory. */
const page = 65_536;

/** What comes before, at the kernel's address 0, is never used: 0 stands for nothing. */
const firstByte = 16;

/** Layouts that are kept: lines of printed text have two dozen widths. */
const mostLayouts = 32;

function reserve({memory}: Kernel, bytes: number): void {
	const missing = bytes - memory.buffer.byteLength;
	if (missing > 0) memory.grow(Math.ceil(missing / page));
}

function convolve(kernel: Kernel, step: Convolution, {trained, zeros}: AllTrained, {places, squares}: Layout): void {
	const from = places.get(step.input)!;
	const to = places.get(step.output)!;
	const added = step.add === undefined ? undefined : places.get(step.add)!;
	const {weights, bias, inSquares} = trained.get(step)!;
	const inThese = squares.get(step);
	if (inThese && inSquares !== undefined) {
		convolveInSquares(kernel, inThese, {step, from, to, added, weights: inSquares, bias, zeros});
		return;
	}

	const [, , windowHeight = 1, windowWidth = 1] = step.weights.dims;
	const [above, left] = step.pads;
	const isSpread = step.spread > 1;
	kernel.convolve(
		from.inside - above * from.row - left * from.pixel,
		step.strides[0] * from.row,
		step.strides[1] * from.pixel,
		isSpread ? windowWidth : windowHeight,
		isSpread ? step.spread * from.pixel : from.row,
		isSpread ? from.pixel : windowWidth * from.pixel,
		weights,
		bias,
		step.relu ? 1 : 0,
		to.inside,
		to.row,
		to.pixel,
		added ? added.inside : 0,
		added ? added.row : 0,
		to.channels,
		to.height,
		to.width,
		0,
	);
}

function enlarge(kernel: Kernel, step: Step & {readonly add: string}, {places}: Layout): void {
	const from = places.get(step.input)!;
	const added = places.get(step.add)!;
	const to = places.get(step.output)!;
	kernel.enlarge(from.inside, from.row, from.pixel, added.inside, added.row, to.inside, to.row, to.height, to.width);
}

/** Between 0 and 1, channel after channel. */
function sigmoid(
	memory: Float32Array,
	{inside, row, pixel, height, width}: Place,
	channels: number,
	out: Float32Array,
) {
	for (let channel = 0; channel < channels; channel++) {
		for (let y = 0; y < height; y++) {
			for (let x = 0; x < width; x++) {
				const value = memory[(inside + y * row + x * pixel) / number + channel]!;
				out[(channel * height + y) * width + x] = 1 / (1 + Math.exp(-value));
			}
		}
	}
}

/** Logarithms of probabilities, which add up to 1 at each place of the line. */
function logSoftmax(memory: Float32Array, {inside, pixel, width}: Place, channels: number, out: Float32Array) {
	for (let x = 0; x < width; x++) {
		const start = (inside + x * pixel) / number;
		let largest = Number.NEGATIVE_INFINITY;
		for (let channel = 0; channel < channels; channel++) largest = Math.max(largest, memory[start + channel]!);
		let sum = 0;
		for (let channel = 0; channel < channels; channel++) sum += Math.exp(memory[start + channel]! - largest);
		const whole = largest + Math.log(sum);
		for (let channel = 0; channel < channels; channel++) {
			out[x * channels + channel] = memory[start + channel]! - whole;
		}
	}
}

/** What is kept must not name the file: its numbers would be, too. */
function openOnnx(file: Uint8Array): {readonly plan: Plan; readonly input: string} {
	const onnx = readOnnx(file);
	return {plan: planOf(onnx), input: onnx.input};
}

function forget({weights, bias}: Convolution): void {
	for (const one of [weights, bias] as {data: Float32Array}[]) one.data = new Float32Array(0);
}

/**
 * Opens one of our own networks. Its arithmetic is 11 kB of WebAssembly that is ready at once; onnxruntime's is 14 MB.
 *
 * @param file A network in the ONNX format, its input [pictures, 1, height, width]
 * @param fresh A kernel that nothing else uses; by default the fastest that V8 understands
 * @throws Error that names what is not understood
 */
export async function openOwnNetwork(file: Uint8Array, fresh?: Kernel): Promise<Network> {
	const {plan, input} = openOnnx(file);
	const kernel = fresh ?? (await createKernel());
	const trained = trainedOf(plan, input, firstByte);
	reserve(kernel, trained.end + trained.room);
	writeTrained(kernel, trained);
	// The kernel has them: the thread keeps no second copy.
	for (const step of convolutionsOf(plan)) forget(step);
	const channels = convolutionsOf(plan).at(-1)!.weights.dims[0]!;
	const layouts = new Map<string, Layout>();
	const readyFor = (height: number, width: number): Layout => {
		const size = `${height} ${width}`;
		const before = layouts.get(size);
		if (before) return before;
		const layout = layoutOf(plan, input, trained.end, height, width);
		if (layouts.size >= mostLayouts) layouts.clear();
		layouts.set(size, layout);
		reserve(kernel, layout.end);
		return layout;
	};
	return {
		async run(data, dims) {
			const [pictures = 0, , height = 0, width = 0] = dims;
			const ready = readyFor(height, width);
			const memory = new Float32Array(kernel.memory.buffer);
			const first = ready.places.get(input)!;
			const last = ready.places.get(plan.steps.at(-1)!.output)!;
			const length = channels * last.height * last.width;
			const out = new Float32Array(pictures * length);
			for (let picture = 0; picture < pictures; picture++) {
				clearBorder(memory, first);
				for (let y = 0; y < height; y++) {
					const from = (picture * height + y) * width;
					memory.set(data.subarray(from, from + width), (first.inside + y * first.row) / number);
				}

				for (const step of plan.steps) {
					clearBorder(memory, ready.places.get(step.output)!);
					if (step.kind === 'convolution') convolve(kernel, step, trained, ready);
					else enlarge(kernel, step, ready);
				}

				const answer = plan.answer === 'sigmoid' ? sigmoid : logSoftmax;
				answer(memory, last, channels, out.subarray(picture * length, (picture + 1) * length));
			}

			return {
				data: out,
				dims:
					plan.answer === 'sigmoid' ? [pictures, channels, last.height, last.width] : [pictures, last.width, channels],
			};
		},
		async release() {},
	};
}
