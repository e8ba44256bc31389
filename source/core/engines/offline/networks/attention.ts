import {activationNumbers} from './activation-numbers.ts';
import type {Kernel} from './kernel.ts';
import {inEights, number, type Place} from './place.ts';
import type {Attention} from './steps.ts';

/** Where the numbers of one head are meanwhile; each begins at a byte. */
type AttentionRoom = {
	/** Keys and values as weights of a convolution. */
	readonly keys: number;
	readonly values: number;
	/** Zero for each pixel, and what is no pixel. */
	readonly bias: number;
	readonly zeros: number;
	/** The share of each pixel in each. */
	readonly shares: number;
	readonly sums: number;
	readonly end: number;
};

/** Room for attention among so many pixels, from a byte on. */
export function attentionRoom({length}: Attention, width: number, start: number): AttentionRoom {
	const [pixels, channels] = [inEights(width), inEights(length)];
	let end = start;
	const put = (numbers: number): number => {
		const at = end;
		end += numbers * number;
		return at;
	};
	return {
		keys: put(pixels * length),
		values: put(pixels * channels),
		bias: put(pixels),
		zeros: put(channels),
		shares: put(width * pixels),
		sums: put(width * channels),
		end,
	};
}

/**
 * Attention, head by head, as two convolutions whose weights are made of the line itself: of queries by keys, and of the
 * softmax of that by values.
 */
export function attend(kernel: Kernel, step: Attention, from: Place, to: Place, start: number): void {
	const {heads, length, scale} = step;
	const {width, pixel} = from;
	const [pixels, channels] = [inEights(width), inEights(length)];
	const room = attentionRoom(step, width, start);
	const memory = new Float32Array(kernel.memory.buffer);
	const at = (byte: number, index: number) => byte / number + index;
	memory.fill(0, at(room.keys, 0), at(room.shares, 0));
	// What is no pixel has no share.
	memory.fill(Number.NEGATIVE_INFINITY, at(room.bias, width), at(room.bias, pixels));
	const none = activationNumbers(undefined);
	for (let head = 0; head < heads; head++) {
		for (let x = 0; x < width; x++) {
			for (let index = 0; index < length; index++) {
				const read = at(from.inside + x * pixel, head * length + index);
				const key = memory[read + heads * length]!;
				const value = memory[read + 2 * heads * length]!;
				memory[at(room.keys, ((x >> 3) * length + index) * 8 + (x & 7))] = key * scale;
				memory[at(room.values, ((index >> 3) * pixels + x) * 8 + (index & 7))] = value;
			}
		}

		const queries = from.inside + head * length * number;
		const row = pixels * number;
		kernel.convolve(
			...[queries, 0, pixel, 1, 0, length * number, room.keys, room.bias, ...none],
			...[room.shares, 0, row, 0, 0, pixels, 1, width, 0],
		);
		kernel.softmax(room.shares, row, row, width);
		kernel.convolve(
			...[room.shares, 0, row, 1, 0, row, room.values, room.zeros, ...none],
			...[room.sums, 0, channels * number, 0, 0, channels, 1, width, 0],
		);
		for (let x = 0; x < width; x++) {
			const sums = at(room.sums, x * channels);
			memory.copyWithin(at(to.inside + x * to.pixel, head * length), sums, sums + length);
		}
	}
}
