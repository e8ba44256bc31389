import {Arena} from './arena.ts';
import {createKernel, type Kernel} from './kernel.ts';
import {readOnnx} from './onnx-file.ts';
import {type Convolution, type Plan, planOf, type Step} from './plan.ts';

/** A network that is ready to run: one input, one output, both dense and row-major. */
export type Network = {
	run(input: Float32Array, dims: readonly number[]): Promise<{data: Float32Array; dims: readonly number[]}>;
	release(): Promise<void>;
};

/** Bytes of a number, and of a page of WebAssembly's memory. */
const number = 4;
const page = 65_536;

/** The kernel makes channels by eights. */
const inEights = (channels: number): number => Math.ceil(channels / 8) * 8;

/** A picture in the kernel's memory: rows of pixels of channels, with a border of zeros that a convolution reads. */
type Place = {
	readonly at: number;
	readonly bytes: number;
	readonly height: number;
	readonly width: number;
	readonly channels: number;
	readonly pads: Convolution['pads'];
	/** Bytes of a row with its borders, and of a pixel. */
	readonly row: number;
	readonly pixel: number;
	/** The first pixel inside the border. */
	readonly inside: number;
};

/** What a convolution needs that does not depend on the size of the picture. */
type Trained = {readonly weights: number; readonly bias: number};

/** A network for pictures of one size: where each of them is. */
type Layout = {readonly places: ReadonlyMap<string, Place>; readonly end: number};

const convolutions = (plan: Plan): readonly Convolution[] => plan.steps.filter(step => step.kind === 'convolution');

/** [channels out / 8][taps][numbers in a tap][8], which is the order in which the kernel reads them. */
function packed({weights: {dims, data}}: Convolution, channelsIn: number): Float32Array {
	const [channels = 0, given = 0, height = 0, width = 0] = dims;
	const window = height * width * channelsIn;
	const result = new Float32Array(inEights(channels) * window);
	for (let channel = 0; channel < channels; channel++) {
		const block = Math.floor(channel / 8) * window * 8 + (channel % 8);
		for (let from = 0; from < given; from++) {
			for (let place = 0; place < height * width; place++) {
				result[block + (place * channelsIn + from) * 8] = data[(channel * given + from) * height * width + place]!;
			}
		}
	}

	return result;
}

/** Copies what was trained into the kernel's memory, where it stays. Returns where, and the first byte behind. */
function place(kernel: Kernel, plan: Plan, input: string) {
	const trained = new Map<Convolution, Trained>();
	const parts: {at: number; numbers: Float32Array}[] = [];
	let end = 16;
	const put = (numbers: Float32Array): number => {
		parts.push({at: end, numbers});
		end += Math.ceil((numbers.length * number) / 16) * 16;
		return parts.at(-1)!.at;
	};
	for (const step of convolutions(plan)) {
		const [channels = 0, channelsIn = 0] = step.weights.dims;
		const bias = new Float32Array(inEights(channels));
		bias.set(step.bias.data);
		const weights = packed(step, step.input === input ? channelsIn : inEights(channelsIn));
		trained.set(step, {weights: put(weights), bias: put(bias)});
	}

	reserve(kernel, end);
	const memory = new Float32Array(kernel.memory.buffer);
	for (const {at, numbers} of parts) memory.set(numbers, at / number);
	return {trained, end};
}

function reserve({memory}: Kernel, bytes: number): void {
	const missing = bytes - memory.buffer.byteLength;
	if (missing > 0) memory.grow(Math.ceil(missing / page));
}

/** The border that the convolutions which read a picture need around it. */
function padsOf(plan: Plan, name: string): Convolution['pads'] {
	const pads: [number, number, number, number] = [0, 0, 0, 0];
	for (const step of convolutions(plan)) {
		if (step.input === name) for (const [side, pad] of step.pads.entries()) pads[side] = Math.max(pads[side]!, pad);
	}

	return pads;
}

const readBy = (step: Step): readonly string[] => (step.add === undefined ? [step.input] : [step.input, step.add]);

/** Gives each picture of the network its place; one that nothing reads any more gives its place to another. */
function layoutOf(plan: Plan, input: string, start: number, height: number, width: number): Layout {
	const arena = new Arena(start);
	const places = new Map<string, Place>();
	const make = (name: string, size: {height: number; width: number; channels: number}) => {
		const pads = padsOf(plan, name);
		const [above, left, below, right] = pads;
		const pixel = size.channels * number;
		const row = (size.width + left + right) * pixel;
		const bytes = row * (size.height + above + below);
		const at = arena.take(bytes);
		places.set(name, {...size, at, bytes, pads, row, pixel, inside: at + above * row + left * pixel});
	};
	make(input, {height, width, channels: 1});
	for (const [index, step] of plan.steps.entries()) {
		const from = places.get(step.input)!;
		make(step.output, sizeAfter(step, from));
		const added = step.add === undefined ? undefined : places.get(step.add)!;
		const made = places.get(step.output)!;
		if (added && (added.height !== made.height || added.width !== made.width || added.pixel !== made.pixel)) {
			throw new Error(`this network does not take a picture of ${width} × ${height}`);
		}

		const later = new Set(plan.steps.slice(index + 1).flatMap(readBy));
		for (const name of new Set(readBy(step))) {
			const {at, bytes} = places.get(name)!;
			if (!later.has(name)) arena.give(at, bytes);
		}
	}

	return {places, end: arena.end};
}

function sizeAfter(step: Step, {height, width, channels}: Place) {
	if (step.kind === 'enlargement') return {height: height * 2, width: width * 2, channels};
	const [channelsOut = 0, , windowHeight = 1, windowWidth = 1] = step.weights.dims;
	const [above, left, below, right] = step.pads;
	const spread = (windowWidth - 1) * step.spread + 1;
	return {
		height: Math.floor((height + above + below - windowHeight) / step.strides[0]) + 1,
		width: Math.floor((width + left + right - spread) / step.strides[1]) + 1,
		channels: inEights(channelsOut),
	};
}

/** Zeros around a picture: its place held something else before. */
function clearBorder(memory: Float32Array, {at, bytes, height, pads, row, pixel, inside, width}: Place): void {
	const [above, left, below, right] = pads;
	if (above + left + below + right === 0) return;
	const clear = (from: number, to: number) => memory.fill(0, from / number, to / number);
	clear(at, inside);
	// Behind a row comes the border before the next one.
	for (let y = 0; y < height - 1; y++) clear(inside + y * row + width * pixel, inside + (y + 1) * row);
	clear(inside + (height - 1) * row + width * pixel, at + bytes);
}

function convolve(kernel: Kernel, step: Convolution, {weights, bias}: Trained, {places}: Layout): void {
	const from = places.get(step.input)!;
	const to = places.get(step.output)!;
	const added = step.add === undefined ? undefined : places.get(step.add)!;
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

/**
 * Opens one of our own networks. Its arithmetic is 2 kB of WebAssembly that is ready at once; onnxruntime's is 14 MB.
 *
 * @param file A network in the ONNX format, its input [pictures, 1, height, width]
 * @throws Error that names what is not understood
 */
export async function openOwnNetwork(file: Uint8Array): Promise<Network> {
	const onnx = readOnnx(file);
	const plan = planOf(onnx);
	const kernel = await createKernel();
	const {trained, end} = place(kernel, plan, onnx.input);
	const channels = convolutions(plan).at(-1)!.weights.dims[0]!;
	let layout: Layout | undefined;
	let size = '';
	const readyFor = (height: number, width: number): Layout => {
		if (layout === undefined || size !== `${height} ${width}`) {
			layout = layoutOf(plan, onnx.input, end, height, width);
			size = `${height} ${width}`;
			reserve(kernel, layout.end);
		}

		return layout;
	};
	return {
		async run(data, dims) {
			const [pictures = 0, , height = 0, width = 0] = dims;
			const ready = readyFor(height, width);
			const memory = new Float32Array(kernel.memory.buffer);
			const first = ready.places.get(onnx.input)!;
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
					if (step.kind === 'convolution') convolve(kernel, step, trained.get(step)!, ready);
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
