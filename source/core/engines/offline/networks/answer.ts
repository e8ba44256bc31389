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
export const answerRoom = ({kind}: Answer, {dims, length}: AnswerShape): number =>
	kind === 'softmax' ? 0 : inSixteens(length * number) + (kind === 'sigmoid' ? 0 : likeliestRoom(dims[0]!));

/** Bytes of what is known of the likeliest class of so many places. */
const likeliestRoom = (places: number): number => 2 * number * places;

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
		leaveOut(memory, last, channels);
		kernel.softmax(last.inside, last.pixel, last.pixel, last.width);
		takePlaces(memory, last, channels, out);
	} else if (answer.kind !== 'sigmoid') logSoftmax(kernel, memory, last, channels, room, out);
	else {
		const {inside, row, height, width, pixel} = last;
		const bytes = height * width * number;
		for (let channel = 0; channel < channels; channel++)
			kernel.gather(inside + channel * number, row, pixel, room + channel * bytes, height, width);
		kernel.sigmoid(room, inSixteens(out.length * number), 0);
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
function logSoftmax(
	kernel: Kernel,
	memory: Float32Array,
	last: Place,
	channels: number,
	room: number,
	out: Float32Array,
): void {
	const {inside, pixel, width} = last;
	leaveOut(memory, last, channels);
	kernel.likeliest(inside, pixel, pixel, width, room);
	const made = room + likeliestRoom(width);
	for (let x = 0; x < width; x++) {
		const at = room / number + 2 * x;
		// All differ from their logarithm by the same: the likeliest says it most exactly.
		const whole = memory[at]! - Math.log(memory[at + 1]!);
		kernel.less(inside + x * pixel, made + x * channels * number, channels, whole);
	}
	out.set(memory.subarray(made / number, made / number + out.length));
}

/** What is no class has no share. */
function leaveOut(memory: Float32Array, {inside, pixel, width, channels: withRoom}: Place, channels: number): void {
	if (channels === withRoom) return;
	for (let x = 0; x < width; x++) {
		const start = (inside + x * pixel) / number;
		memory.fill(Number.NEGATIVE_INFINITY, start + channels, start + withRoom);
	}
}
