import {inParts, openLoops, room} from '../../../loops.ts';

/** Keeps an even ground from being stretched into noise. The readers of lines learned from 0 to 1 with a thousandth added. */
const readersLeast = 0.255;

/**
 * Gives grey pixels the mean 0 and the variance 1, as networks are trained on them.
 *
 * @param pixels Grey, 0 to 255; changed in place
 * @param least Grey levels that are added to the deviation
 */
export function normalise(pixels: Float32Array, least = readersLeast): void {
	const {memory, sums, even} = openLoops();
	const totals = new Float64Array(memory.buffer, room.from, 2).fill(0);
	const forParts = inParts(pixels, totals.byteLength);
	forParts((at, count) => sums(at, count, room.from));
	const mean = totals[0]! / pixels.length;
	const deviation = Math.sqrt(Math.max(0, totals[1]! / pixels.length - mean * mean)) + least;
	forParts((at, count) => even(at, count, mean, deviation), 'changes');
}
