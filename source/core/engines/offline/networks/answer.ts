import {forRows} from './carry-out.ts';
import type {Kernel} from './kernel.ts';
import {number, type Place} from './place.ts';
import type {Answer} from './steps.ts';

/** What a network answers of one picture: its dimensions, row-major. */
export type AnswerShape = {readonly dims: readonly number[]; readonly length: number};

/** @param channels Of the last picture, without room */
export function answerShape(answer: Answer, {height, width}: Place, channels: number): AnswerShape {
	const dims = answer.kind === 'sigmoid' ? [channels, height, width] : [width, channels];
	return {dims, length: dims.reduce((product, one) => product * one)};
}

/** Writes the answer that the last picture becomes. The picture is used up. */
export function writeAnswer(kernel: Kernel, answer: Answer, last: Place, channels: number, out: Float32Array): void {
	const memory = new Float32Array(kernel.memory.buffer);
	if (answer.kind !== 'sigmoid') {
		if (answer.kind === 'softmax') softmax(kernel, memory, last, channels, out);
		else logSoftmax(kernel, memory, last, channels, out);
	} else {
		forRows(last, row => kernel.sigmoid(row, last.width * last.pixel, 0));
		takeChannelsApart(memory, last, channels, out);
	}
}

/** Channel after channel. */
function takeChannelsApart(memory: Float32Array, last: Place, channels: number, out: Float32Array): void {
	const {height, width, pixel} = last;
	for (let channel = 0; channel < channels; channel++) {
		forRows(last, (row, y) => {
			const to = (channel * height + y) * width;
			for (let x = 0; x < width; x++) out[to + x] = memory[(row + x * pixel) / number + channel]!;
		});
	}
}

/** Probabilities, which add up to 1 at each place of the line. */
function softmax(kernel: Kernel, memory: Float32Array, last: Place, channels: number, out: Float32Array): void {
	makeProbabilities(kernel, memory, last, channels);
	forPlaces(last, (start, x) => out.set(memory.subarray(start, start + channels), x * channels));
}

/** Logarithms of probabilities, which add up to 1 at each place of the line. */
function logSoftmax(kernel: Kernel, memory: Float32Array, last: Place, channels: number, out: Float32Array): void {
	forPlaces(last, (start, x) => out.set(memory.subarray(start, start + channels), x * channels));
	makeProbabilities(kernel, memory, last, channels);
	forPlaces(last, (start, x) => {
		const from = x * channels;
		const to = from + channels;
		let likeliest = from;
		for (let at = from + 1; at < to; at++) if (out[at]! > out[likeliest]!) likeliest = at;
		// All differ from their logarithm by the same: the likeliest says it most exactly.
		const whole = out[likeliest]! - Math.log(memory[start + likeliest - from]!);
		for (let at = from; at < to; at++) out[at]! -= whole;
	});
}

function makeProbabilities(kernel: Kernel, memory: Float32Array, last: Place, channels: number): void {
	const {inside, pixel, width} = last;
	// What is no class has no share.
	forPlaces(last, start => memory.fill(Number.NEGATIVE_INFINITY, start + channels, start + last.channels));
	kernel.softmax(inside, pixel, pixel, width);
}

/** @param each Takes where the numbers of a place of the line begin in the memory, and which place it is */
function forPlaces({inside, pixel, width}: Place, each: (start: number, x: number) => void): void {
	for (let x = 0; x < width; x++) each((inside + x * pixel) / number, x);
}
