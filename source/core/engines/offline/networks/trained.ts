import type {Kernel} from './kernel.ts';
import {asFloats, Halves, type Weights} from './onnx-file.ts';
import {inEights, inSixteens, number} from './place.ts';
import {isInSquares, lengthInSquares} from './squares.ts';
import {type Convolution, convolutionsOf, type Plan} from './steps.ts';

/** Where the weights of a convolution are in the kernel's memory; once more for squares, where it can be made in them. */
export type Trained = {
	readonly weights: number;
	readonly bias: number;
	readonly inSquares: number | undefined;
	/** Channels in, and out, with room. */
	readonly read: number;
	readonly out: number;
};

/** What was trained: where it is, and where there are as many zeros as the most channels; the first byte behind. */
export type AllTrained = {
	readonly trained: ReadonlyMap<Convolution, Trained>;
	readonly zeros: number;
	readonly end: number;
	/** Bytes behind it that are used while it is written. */
	readonly room: number;
};

/** Bytes of weights as they were trained, before the kernel puts them in order. */
const roomFor = ({data}: Weights): number =>
	inSixteens(data.length * number) + (data instanceof Halves ? inSixteens(data.length * 2) : 0);

/** Gives what was trained its places, from a byte on. */
export function trainedOf(plan: Plan, input: string, start: number): AllTrained {
	const trained = new Map<Convolution, Trained>();
	let end = start;
	let most = 0;
	let room = 0;
	const put = (length: number): number => {
		const at = end;
		end += inSixteens(length * number);
		return at;
	};
	for (const step of convolutionsOf(plan)) {
		const [channels = 0, channelsIn = 0, height = 0, width = 0] = step.weights.dims;
		const out = inEights(channels);
		const read = step.input === input ? channelsIn : inEights(channelsIn);
		most = Math.max(most, out);
		room = Math.max(room, roomFor(step.weights));
		trained.set(step, {
			weights: put(step.isDepthwise ? height * width * out : out * height * width * read),
			bias: put(out),
			inSquares: isInSquares(step) ? put(lengthInSquares(out, read)) : undefined,
			read,
			out,
		});
	}

	return {trained, zeros: put(most), end, room};
}

/**
 * Writes what was trained to its places in the kernel's memory, which are all zeros. The kernel puts weights in its order and
 * makes those for squares: here that would take longer than a page.
 */
export function writeTrained(kernel: Kernel, {trained, end, room}: AllTrained): void {
	const memory = new Float32Array(kernel.memory.buffer);
	for (const [step, {weights, bias, inSquares, read, out}] of trained) {
		const [channels = 0, channelsIn = 0, height = 0, width = 0] = step.weights.dims;
		memory.set(step.bias.data, bias / number);
		if (step.isDepthwise) {
			writeDepthwise(memory.subarray(weights / number), step, out);
			continue;
		}

		lay(kernel, memory, step.weights.data, end);
		kernel.pack(end, weights, channels, channelsIn, height * width, read);
		if (inSquares !== undefined) kernel.square(weights, inSquares, read, out / 8, out * read * number);
	}
	memory.fill(0, end / number, (end + room) / number);
}

/** Numbers in a row from a byte on, those of half precision with their halves behind them. */
function lay(kernel: Kernel, memory: Float32Array, data: Weights['data'], at: number): void {
	if (!(data instanceof Halves)) {
		memory.set(data, at / number);
		return;
	}
	const halves = at + inSixteens(data.length * number);
	new Uint16Array(memory.buffer).set(data.bits, halves / 2);
	kernel.widen(halves, at, data.length);
}

/** Each place of the window with its channels. */
function writeDepthwise(to: Float32Array, {weights}: Convolution, channelsOut: number): void {
	const {dims, data} = asFloats(weights);
	const [channels = 0, , height = 0, width = 0] = dims;
	const places = height * width;
	for (let channel = 0; channel < channels; channel++) {
		for (let place = 0; place < places; place++) to[place * channelsOut + channel] = data[channel * places + place]!;
	}
}
