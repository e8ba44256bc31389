import {activationNumbers} from './activation-numbers.ts';
import type {Kernel} from './kernel.ts';
import type {Place} from './place.ts';
import type {Activation, Convolution} from './steps.ts';

/*
 * Of 6 x 6 pixels a window of 3 x 3 makes 4 x 4, by 144 products a pair of channels. With sums of these pixels and of
 * these weights it takes 36 (S. Winograd, Arithmetic Complexity of Computations, 1980; A. Lavin and S. Gray, Fast
 * Algorithms for Convolutional Neural Networks, 2016). What comes out is the same but for rounding.
 */

/** Pixels that a square makes each way, and numbers that it is taken apart into. */
const side = 4;
const planes = 36;

/** Squares that the kernel multiplies at a time: the pixels of a tile of source/build/kernel.mjs. */
const tile = 4;
/** Bytes of numbers that are multiplied at once: with the products, half of what a processor has near each core. */
const atOnce = 131_072;
/** Bytes between planes beyond what they hold: steps by powers of two would share a few places of a processor's cache. */
const apartBy = 64;

/** Squares of one row that follow each other. */
type Run = {readonly x: number; readonly y: number; readonly squares: number};

/** How a convolution is made in squares. */
export type Squares = {
	/** Those that are made at once. */
	readonly groups: ReadonlyArray<readonly Run[]>;
	/** The squares taken apart, and the products: the first byte, and bytes from plane to plane. */
	readonly numbers: {readonly at: number; readonly plane: number};
	readonly products: {readonly at: number; readonly plane: number};
	readonly end: number;
};

/**
 * Whether a convolution can be made in squares: its window is 3 x 3 and moves pixel by pixel, over a border of one, and what
 * becomes of its numbers then is nothing, or zero of those below zero.
 */
export const isInSquares = ({weights: {dims}, strides, pads, spread, activation, isDepthwise}: Convolution): boolean =>
	!isDepthwise &&
	(!activation || isRelu(activation)) &&
	dims[1]! >= 8 &&
	dims[2] === 3 &&
	dims[3] === 3 &&
	spread === 1 &&
	strides.every(stride => stride === 1) &&
	pads.every(pad => pad === 1);

const isRelu = (activation: Activation | undefined): boolean =>
	activation?.kind === 'bounds' && activation.least === 0 && activation.most === Infinity;

/** How many numbers the weights for squares are. */
export const lengthInSquares = (channelsOut: number, channelsIn: number): number => planes * channelsOut * channelsIn;

/**
 * How a convolution is made in squares; undefined where it is not, or the picture is smaller than one.
 *
 * @param room The first byte that may be used meanwhile
 */
export function squaresFor(step: Convolution, from: Place, to: Place, room: number): Squares | undefined {
	if (!isInSquares(step) || to.height < side || to.width < side) return undefined;
	const most = tile * Math.max(1, Math.floor(atOnce / (planes * Math.max(from.pixel, to.pixel) * tile)));
	const numbers = {at: room, plane: most * from.pixel + apartBy};
	const products = {at: numbers.at + planes * numbers.plane, plane: most * to.pixel + apartBy};
	return {groups: groupsOf(to, most), numbers, products, end: products.at + planes * products.plane};
}

/**
 * The squares that cover a picture, in groups of at most so many. The last ones of a row, and of the picture, begin early
 * enough to be whole: a few pixels are made twice.
 */
function groupsOf({height, width}: Place, most: number): ReadonlyArray<readonly Run[]> {
	const groups: Run[][] = [];
	let room = 0;
	const add = (x: number, y: number, squares: number) => {
		if (squares === 0) return;
		if (room === 0) {
			groups.push([]);
			room = most;
		}

		const taken = Math.min(room, squares);
		groups.at(-1)!.push({x, y, squares: taken});
		room -= taken;
		add(x + taken * side, y, squares - taken);
	};
	for (let top = 0; top < height; top += side) {
		const y = Math.min(top, height - side);
		add(0, y, Math.floor(width / side));
		if (width % side > 0) add(width - side, y, 1);
	}

	return groups;
}

/** What a convolution in squares reads and makes. */
type Job = {
	readonly step: Convolution;
	readonly from: Place;
	readonly to: Place;
	readonly added: Place | undefined;
	readonly weights: number;
	readonly bias: number;
	/** As many zeros as there are channels. */
	readonly zeros: number;
};

export function convolveInSquares(kernel: Kernel, {groups, numbers, products}: Squares, job: Job): void {
	const {step, from, to, added, weights, bias, zeros} = job;
	for (const group of groups) {
		let count = 0;
		for (const {x, y, squares} of group) {
			const corner = from.inside + (y - 1) * from.row + (x - 1) * from.pixel;
			kernel.split(corner, from.row, from.pixel, numbers.at + count * from.pixel, numbers.plane, squares);
			count += squares;
		}

		// Each plane has its own weights and is multiplied like a row of pixels by a window of one.
		kernel.convolve(
			numbers.at,
			numbers.plane,
			from.pixel,
			1,
			0,
			from.pixel,
			weights,
			zeros,
			...activationNumbers(undefined),
			products.at,
			products.plane,
			to.pixel,
			0,
			0,
			to.channels,
			planes,
			count,
			from.pixel * to.channels,
		);
		count = 0;
		for (const {x, y, squares} of group) {
			kernel.merge(
				products.at + count * to.pixel,
				products.plane,
				bias,
				isRelu(step.activation) ? 1 : 0,
				to.inside + y * to.row + x * to.pixel,
				to.row,
				to.pixel,
				added ? added.inside + y * added.row + x * added.pixel : 0,
				added ? added.row : 0,
				squares,
			);
			count += squares;
		}
	}
}
