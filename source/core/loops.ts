import {readFileSync} from 'node:fs';
import {missingPart} from './missing-part.ts';
import {packagePath} from './package-root.ts';

/** The functions of source/build/loops.mjs, which says what they make; all places are bytes in the memory. */
type Functions = {
	/** pixels of three bytes; their grey; how many. */
	grey(from: number, to: number, count: number): void;
	/** rows of pixels, bytes of a row; rows half as long, pixels of each, how many. */
	halve(from: number, stride: number, to: number, width: number, height: number): void;
	/** a part's pixels; its numbers. */
	spread(from: number, to: number): void;
	/** two parts' numbers; what comes out is twice as far behind as both take. */
	transform(real: number, imaginary: number): void;
	/** what came out; what is multiplied by it; a power that any picture has. */
	powers(real: number, imaginary: number, to: number, noise: number): void;
	/**
	 * where pixel (0, 0) would be, its row, last pixel (x, y); the first pixel to be taken (x, y), from row to row (x, y),
	 * scale and shift of the level; from pixel to pixel (x, y) in the level; samples, width, height.
	 */
	sample(...numbers: number[]): void;
	/** rows of numbers, how many in each, rows; twins and letters by class; three classes a row. */
	rank(...numbers: number[]): void;
	/**
	 * scores of the first cell; room for as many; ink, what is between, strain; shortest, longest; steps of the cells before;
	 * steps, numbers a step of what is between, cells, least distance. Returns where the scores of the last cell are.
	 */
	cells(...numbers: number[]): number;
	/** pixels, columns, rows; the first column, the one behind the last; sums. */
	changes(...numbers: number[]): void;
	/** pixels, how many; two sums. */
	sums(at: number, count: number, to: number): void;
	/** pixels, how many; their mean, their deviation. */
	even(at: number, count: number, mean: number, deviation: number): void;
	/** pixels, how many; how many have each level. */
	levels(at: number, count: number, to: number): void;
	/** pixels, how many; the lowest level, and how many there are. */
	shares(at: number, count: number, low: number, range: number): void;
};

/** What is used of WebAssembly: TypeScript knows it from browsers alone. */
const {WebAssembly: wasm} = globalThis as unknown as {
	readonly WebAssembly: {
		Module: new (bytes: Uint8Array) => object;
		Instance: new (module: object) => {readonly exports: unknown};
	};
};

export type Loops = Functions & {readonly memory: Uint8Array};

/**
 * What may be read, and made of it, at a time, between tables: it stays in what a processor has near each core. The caller of
 * a loop writes what that reads before, and finds what it made until another one is called.
 */
export const room = {from: 65_536 + 3072, bytes: 524_288} as const;

let loops: Loops | undefined;

/**
 * Loops over many numbers or pixels, in a memory of their own through which they go in parts: in JavaScript each number is
 * an object while V8 has not compiled a loop yet. One for each thread.
 *
 * @throws AppError INTERNAL {part, reason}
 */
export function openLoops(): Loops {
	if (loops) return loops;
	const {memory, ...functions} = instance();
	loops = {...functions, memory: new Uint8Array(memory.buffer)};
	return loops;
}

/**
 * Carries out loops over pixels in single precision, part by part.
 *
 * @param reserved Bytes at the beginning of the room in which no part is put
 * @returns A function that calls a loop for each part, and where that `changes` them takes what it made
 */
export function inParts(
	pixels: Float32Array,
	reserved: number,
): (loop: (at: number, count: number) => void, changes?: 'changes') => void {
	const {memory} = openLoops();
	const at = room.from + reserved;
	const most = Math.floor((room.bytes - reserved) / pixels.BYTES_PER_ELEMENT);
	return (loop, changes) => {
		for (let from = 0; from < pixels.length; from += most) {
			const part = pixels.subarray(from, from + most);
			const place = new Float32Array(memory.buffer, at, part.length);
			place.set(part);
			loop(at, part.length);
			if (changes) part.set(place);
		}
	};
}

function instance(): Functions & {readonly memory: {readonly buffer: ArrayBuffer}} {
	try {
		const module = new wasm.Module(readFileSync(packagePath('dist', 'loops.wasm')));
		return new wasm.Instance(module).exports as ReturnType<typeof instance>;
	} catch (error) {
		throw missingPart('loops.wasm', error);
	}
}
