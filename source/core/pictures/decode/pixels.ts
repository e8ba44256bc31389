import {readFileSync} from 'node:fs';
import {missingPart} from '../../missing-part.ts';
import {packagePath} from '../../package-root.ts';

/** The functions of source/build/pixels.mjs, which says what they make; all places are bytes in the memory. */
type Exports = {
	readonly memory: {readonly buffer: ArrayBuffer};
	/** pixels of three bytes; their grey; how many. */
	grey(from: number, to: number, count: number): void;
	/** rows of pixels, bytes of a row; rows half as long, pixels of each, how many. */
	halve(from: number, stride: number, to: number, width: number, height: number): void;
};

/** What is used of WebAssembly: TypeScript knows it from browsers alone. */
const {WebAssembly: wasm} = globalThis as unknown as {
	readonly WebAssembly: {
		Module: new (bytes: Uint8Array) => object;
		Instance: new (module: object) => {readonly exports: unknown};
	};
};

export type PixelLoops = Pick<Exports, 'grey' | 'halve'> & {readonly memory: Uint8Array};

/** What may be read of a picture, and made of it, at a time: it stays in what a processor has near each core. */
export const room = {from: 65_536 + 3072, bytes: 524_288} as const;

let loops: PixelLoops | undefined;

/**
 * Loops over pixels, in a memory of their own through which a picture goes in strips. One for each thread.
 *
 * @throws AppError INTERNAL {part, reason}
 */
export function pixelLoops(): PixelLoops {
	if (loops) return loops;
	const {memory, ...functions} = instance();
	loops = {...functions, memory: new Uint8Array(memory.buffer)};
	return loops;
}

function instance(): Exports {
	try {
		const module = new wasm.Module(readFileSync(packagePath('dist', 'pixels.wasm')));
		return new wasm.Instance(module).exports as Exports;
	} catch (error) {
		throw missingPart('pixels.wasm', error);
	}
}
