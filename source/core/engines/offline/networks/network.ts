import {answerRoom, answerShape, writeAnswer} from './answer.ts';
import {carryOut} from './carry-out.ts';
import {CompiledFile} from './compiled-network.ts';
import type {Kernel} from './kernel.ts';
import {clearBorder, type Layout, layoutOf} from './layout.ts';
import {readOnnx} from './onnx-file.ts';
import {number, type Place} from './place.ts';
import {planOf} from './plan.ts';
import {createRoom, type Room} from './room.ts';
import {convolutionsOf, type Plan, type TrainedConvolution} from './steps.ts';
import {type AllTrained, trainedOf} from './trained.ts';
import {roomToWrite, writeTrained} from './write-onnx.ts';

/** A network that is ready to run: one input, one output, both dense and row-major. */
export type Network = {
	run(input: Float32Array, dims: readonly number[]): Promise<{data: Float32Array; dims: readonly number[]}>;
};

/** Layouts that are kept: lines of printed text have two dozen widths. */
const mostLayouts = 32;

function forget({weights, bias}: TrainedConvolution): void {
	for (const one of [weights, bias] as {data: Float32Array}[]) one.data = new Float32Array(0);
}

/** Puts a picture in its place: the numbers of a pixel together. `data`: channel after channel. */
function writePicture(memory: Float32Array, {inside, row, height, width, channels}: Place, data: Float32Array): void {
	for (let channel = 0; channel < channels; channel++) {
		for (let y = 0; y < height; y++) {
			const from = (channel * height + y) * width;
			let to = (inside + y * row) / number + channel;
			if (channels === 1) memory.set(data.subarray(from, from + width), to);
			else for (let x = 0; x < width; x++, to += channels) memory[to] = data[from + x]!;
		}
	}
}

/**
 * Opens a network. Its arithmetic is 20 kB of WebAssembly that is ready at once.
 *
 * @param file A network in the ONNX format, its input [pictures, channels, height, width]; used up by it
 * @param given The room that it shares with others; by default one of its own
 * @throws Error that names what is not understood
 */
export async function openNetwork(file: Uint8Array, given?: Room): Promise<Network> {
	const onnx = readOnnx(file);
	const plan = planOf(onnx);
	const needed = roomToWrite(plan);
	const write = (kernel: Kernel, trained: AllTrained) => writeTrained(kernel, plan, trained, needed);
	const network = inRoom(given ?? (await createRoom()), {plan, input: onnx.input, room: needed, write});
	// The kernel has them: the thread keeps no second copy.
	for (const step of convolutionsOf(plan)) forget(step);
	return network;
}

/**
 * Opens a network that the build compiled.
 *
 * @throws Error where the file cannot be read
 */
export function openCompiled(path: string, room: Room): Network {
	const file = new CompiledFile(path);
	try {
		const {plan, input} = file;
		return inRoom(room, {plan, input, room: file.room, write: (kernel, trained) => file.write(kernel, trained)});
	} finally {
		file.close();
	}
}

/** What is opened: what it does, and what writes its numbers with so many bytes behind them to use meanwhile. */
type Source = {
	readonly plan: Plan;
	readonly input: string;
	readonly room: number;
	readonly write: (kernel: Kernel, trained: AllTrained) => void;
};

/** What is kept must not name the source: its numbers would be, too. */
function inRoom(room: Room, source: Source): Network {
	const {kernel} = room;
	const trained = trainedOf(source.plan, source.input, room.end);
	room.keep(trained.end, source.room);
	source.write(kernel, trained);
	return networkOf(room, source.plan, source.input, trained);
}

function networkOf(room: Room, plan: Plan, input: string, trained: AllTrained): Network {
	const {kernel} = room;
	const channelsOut = convolutionsOf(plan).at(-1)!.weights.dims[0]!;
	const layouts = new Map<string, Layout>();
	let start = room.end;
	const readyFor = (channels: number, height: number, width: number): Layout => {
		// The weights of a network that was opened since are where this one's pictures were.
		if (start !== room.end) layouts.clear();
		start = room.end;
		const size = `${channels} ${height} ${width}`;
		const before = layouts.get(size);
		if (before) return before;
		const layout = layoutOf(plan, {name: input, channels, height, width}, start);
		if (layouts.size >= mostLayouts) layouts.clear();
		layouts.set(size, layout);
		const last = layout.places.get(plan.steps.at(-1)!.output)!;
		room.reserve(layout.end + answerRoom(plan.answer, answerShape(plan.answer, last, channelsOut)));
		return layout;
	};
	return {
		async run(data, dims) {
			const [pictures = 0, channels = 0, height = 0, width = 0] = dims;
			const ready = readyFor(channels, height, width);
			const memory = new Float32Array(kernel.memory.buffer);
			const first = ready.places.get(input)!;
			const last = ready.places.get(plan.steps.at(-1)!.output)!;
			const one = channels * height * width;
			const shape = answerShape(plan.answer, last, channelsOut);
			const out = new Float32Array(pictures * shape.length);
			for (let picture = 0; picture < pictures; picture++) {
				clearBorder(kernel, first);
				writePicture(memory, first, data.subarray(picture * one, (picture + 1) * one));
				for (const step of plan.steps) {
					clearBorder(kernel, ready.places.get(step.output)!);
					carryOut(kernel, step, trained, ready);
				}

				const answer = out.subarray(picture * shape.length, (picture + 1) * shape.length);
				writeAnswer(kernel, plan.answer, last, channelsOut, ready.end, answer);
			}

			return {data: out, dims: [pictures, ...shape.dims]};
		},
	};
}
