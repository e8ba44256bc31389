import type {Kernel} from './kernel.ts';
import {inSixteens, number, type Place} from './place.ts';
import type {Answer} from './steps.ts';

/** What a network answers of one picture: its dimensions, row-major. */
export type AnswerShape = {readonly dims: readonly number[]; readonly length: number};

/** @param channels Of the last picture, without room */
export function answerShape(answer: Answer, {height, width}: Place, channels: number): AnswerShape {
	const dims = answer.kind === 'sigmoid' ? [channels, height, width] : [width, channels];
	return {dims, length: dims.reduce((product, one) => product * one)};
}

/** Bytes behind all pictures that the answer is put together in. */
export const answerRoom = ({kind}: Answer, length: number): number =>
	kind === 'sigmoid' ? inSixteens(length * number) : 0;

/** Writes the answer that the last picture becomes. The picture is used up. @param room The first byte behind all pictures */
export function writeAnswer(
	kernel: Kernel,
	answer: Answer,
	last: Place,
	channels: number,
	room: number,
	out: Float32Array,
): void {
	const memory = new Float32Array(kernel.memory.buffer);
	if (answer.kind === 'softmax') {
		makeProbabilities(kernel, memory, last, channels);
		takePlaces(memory, last, channels, out);
	} else if (answer.kind !== 'sigmoid') logSoftmax(kernel, memory, last, channels, out);
	else {
		const {inside, row, height, width, pixel} = last;
		const bytes = height * width * number;
		for (let channel = 0; channel < channels; channel++)
			kernel.gather(inside + channel * number, row, pixel, room + channel * bytes, height, width);
		kernel.sigmoid(room, answerRoom(answer, out.length), 0);
		out.set(memory.subarray(room / number, room / number + out.length));
	}
}

/** Place after place of the line. */
function takePlaces(memory: Float32Array, {inside, pixel, width}: Place, channels: number, out: Float32Array): void {
	for (let x = 0; x < width; x++) {
		const start = (inside + x * pixel) / number;
		out.set(memory.subarray(start, start + channels), x * channels);
	}
}

/** Logarithms of probabilities, which add up to 1 at each place of the line. */
function logSoftmax(kernel: Kernel, memory: Float32Array, last: Place, channels: number, out: Float32Array): void {
	takePlaces(memory, last, channels, out);
	makeProbabilities(kernel, memory, last, channels);
	const {inside, pixel, width} = last;
	for (let x = 0; x < width; x++) {
		const from = x * channels;
		const to = from + channels;
		let likeliest = from;
		for (let at = from + 1; at < to; at++) if (out[at]! > out[likeliest]!) likeliest = at;
		// All differ from their logarithm by the same: the likeliest says it most exactly.
		const whole = out[likeliest]! - Math.log(memory[(inside + x * pixel) / number + likeliest - from]!);
		for (let at = from; at < to; at++) out[at]! -= whole;
	}
}

/** They add up to 1 at each place of the line. */
function makeProbabilities(kernel: Kernel, memory: Float32Array, last: Place, channels: number): void {
	const {inside, pixel, width} = last;
	// What is no class has no share.
	for (let x = 0; x < width; x++) {
		const start = (inside + x * pixel) / number;
		memory.fill(Number.NEGATIVE_INFINITY, start + channels, start + last.channels);
	}
	kernel.softmax(inside, pixel, pixel, width);
}
