import {activationNumbers} from './activation-numbers.ts';
import {attend} from './attention.ts';
import type {Depthwise, Kernel} from './kernel.ts';
import type {Layout} from './layout.ts';
import {number, type Place} from './place.ts';
import {convolveInSquares} from './squares.ts';
import type {Convolution, Copy, Normalization, Step} from './steps.ts';
import type {AllTrained} from './trained.ts';

/** Carries out one step of a network: what it reads is in its places, and what it makes is in its place afterwards. */
export function carryOut(kernel: Kernel, step: Step, trained: AllTrained, layout: Layout): void {
	const {places, room} = layout;
	const to = places.get(step.output)!;
	if (step.kind === 'copy') copy(kernel, step, to, places);
	else {
		const from = places.get(step.input)!;
		const {inside, row, pixel, height, width} = from;
		if (step.kind === 'convolution') {
			if (step.isDepthwise) convolveChannels(kernel, step, trained, from, to);
			else convolve(kernel, step, trained, layout);
			if (step.activation?.kind === 'swish') {
				for (let y = 0; y < to.height; y++) kernel.sigmoid(to.inside + y * to.row, to.width * to.pixel, 1);
			}
		} else if (step.kind === 'mean') {
			kernel.mean(inside, row, pixel, to.inside, 1 / (height * width), height, width);
		} else if (step.kind === 'scaling') {
			kernel.scale(inside, row, pixel, places.get(step.by)!.inside, to.inside, to.row, height, width);
		} else if (step.kind === 'normalization') {
			normalize(new Float32Array(kernel.memory.buffer), step, from, to);
		} else attend(kernel, step, from, to, room);
	}
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
		...activationNumbers(step.activation),
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

function convolveChannels(kernel: Kernel, step: Convolution, {trained}: AllTrained, from: Place, to: Place): void {
	const {weights, bias} = trained.get(step)!;
	const [, , windowHeight = 1, windowWidth = 1] = step.weights.dims;
	const [above, left] = step.pads;
	kernel[`depthwise${windowWidth}${step.strides[1]}` as Depthwise](
		from.inside - above * from.row - left * from.pixel,
		step.strides[0] * from.row,
		from.pixel,
		windowHeight,
		from.row,
		weights,
		bias,
		...activationNumbers(step.activation),
		to.inside,
		to.row,
		to.height,
		to.width,
	);
}

function copy(kernel: Kernel, {parts}: Copy, to: Place, places: Layout['places']): void {
	let channel = 0;
	for (const {input, factor, add} of parts) {
		const from = places.get(input)!;
		const added = add === undefined ? undefined : places.get(add)!;
		kernel.copy(
			from.inside,
			from.row,
			from.pixel,
			from.pixel,
			Math.log2(factor),
			added ? added.inside : 0,
			added ? added.row : 0,
			added ? added.pixel : 0,
			to.inside + channel * number,
			to.row,
			to.pixel,
			to.height,
			to.width,
		);
		channel += from.channels;
	}
}

function normalize(memory: Float32Array, {gain, shift, epsilon}: Normalization, from: Place, to: Place): void {
	const channels = gain.length;
	for (let y = 0; y < from.height; y++) {
		for (let x = 0; x < from.width; x++) {
			const read = (from.inside + y * from.row + x * from.pixel) / number;
			const written = (to.inside + y * to.row + x * to.pixel) / number;
			let sum = 0;
			for (let channel = 0; channel < channels; channel++) sum += memory[read + channel]!;
			const mean = sum / channels;
			let squares = 0;
			for (let channel = 0; channel < channels; channel++) squares += (memory[read + channel]! - mean) ** 2;
			const factor = 1 / Math.sqrt(squares / channels + epsilon);
			for (let channel = 0; channel < channels; channel++) {
				memory[written + channel] = (memory[read + channel]! - mean) * factor * gain[channel]! + shift[channel]!;
			}
		}
	}
}
