import {forRows} from './carry-out.ts';
import type {Kernel} from './kernel.ts';
import {number, type Place} from './place.ts';
import type {Answer} from './steps.ts';

/** What a network answers of one picture: its dimensions, row-major. */
export type AnswerShape = {readonly dims: readonly number[]; readonly length: number};

/** @param channels Of the last picture, without room */
export function answerShape(answer: Answer, {height, width}: Place, channels: number): AnswerShape {
	const sides = answer.kind === 'sigmoid' && answer.isInSquares ? 2 : 1;
	const dims = answer.kind === 'sigmoid' ? [channels / sides ** 2, sides * height, sides * width] : [width, channels];
	return {dims, length: dims.reduce((product, one) => product * one)};
}

/** Writes the answer that the last picture becomes. The picture is used up. */
export function writeAnswer(kernel: Kernel, answer: Answer, last: Place, channels: number, out: Float32Array): void {
	const memory = new Float32Array(kernel.memory.buffer);
	if (answer.kind !== 'sigmoid') {
		if (answer.kind === 'softmax') softmax(kernel, memory, last, channels, out);
		else logSoftmax(memory, last, channels, out);
	} else {
		forRows(last, row => kernel.sigmoid(row, last.width * last.pixel, 0));
		if (answer.isInSquares) takeSquaresApart(memory, last, out);
		else takeChannelsApart(memory, last, channels, out);
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

/** The four channels of a pixel are a square of four pixels of the one channel. */
function takeSquaresApart(memory: Float32Array, last: Place, out: Float32Array): void {
	const {width, pixel} = last;
	forRows(last, (row, y) => {
		for (let x = 0; x < width; x++) {
			const from = (row + x * pixel) / number;
			const to = 4 * y * width + 2 * x;
			out[to] = memory[from]!;
			out[to + 1] = memory[from + 1]!;
			out[to + 2 * width] = memory[from + 2]!;
			out[to + 2 * width + 1] = memory[from + 3]!;
		}
	});
}

/** Probabilities, which add up to 1 at each place of the line. */
function softmax(kernel: Kernel, memory: Float32Array, last: Place, channels: number, out: Float32Array): void {
	const {inside, pixel, width} = last;
	for (let x = 0; x < width; x++) {
		const start = (inside + x * pixel) / number;
		// What is no class has no share.
		memory.fill(Number.NEGATIVE_INFINITY, start + channels, start + last.channels);
	}

	kernel.softmax(inside, pixel, pixel, width);
	for (let x = 0; x < width; x++) {
		const start = (inside + x * pixel) / number;
		out.set(memory.subarray(start, start + channels), x * channels);
	}
}

/** Logarithms of probabilities, which add up to 1 at each place of the line. */
function logSoftmax(memory: Float32Array, {inside, pixel, width}: Place, channels: number, out: Float32Array): void {
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
