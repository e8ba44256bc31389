import {readFileSync} from 'node:fs';
import {setFlagsFromString} from 'node:v8';
import {packagePath} from '../../../package-root.ts';

/** What is used of WebAssembly: TypeScript knows it from browsers alone. */
type Memory = {readonly buffer: ArrayBuffer; grow(pages: number): number};
const {WebAssembly: wasm} = globalThis as unknown as {
	readonly WebAssembly: {
		readonly Module: new (bytes: Uint8Array) => object;
		instantiate(module: object): Promise<{readonly exports: unknown}>;
	};
};

/**
 * The functions of source/build/kernel.mjs, which says what their arguments mean. They run in a memory of their own.
 */
export type Kernel = {
	readonly memory: Memory;
	/**
	 * input, its row, its pixel; taps, from tap to tap, length of a tap; weights, bias, activation; output, its row, its
	 * pixel; what is added, its row; channels, height, width of the output; from the weights of a row to the next row's.
	 */
	convolve(...numbers: number[]): void;
	/** first pixel read, its row, its pixel; planes, from plane to plane; squares in a row. */
	split(...numbers: number[]): void;
	/** planes, from plane to plane; bias, relu; output, its row, its pixel; what is added, its row; squares in a row. */
	merge(...numbers: number[]): void;
	/** input, its row, its pixel; length, shift; what is added, its row, its pixel; output, its row, its pixel; height, width. */
	copy(...numbers: number[]): void;
	/** input, its row, its pixel; output; share; height, width. */
	mean(...numbers: number[]): void;
	/** input, its row, its pixel; what it is multiplied by; output, its row; height, width. */
	scale(...numbers: number[]): void;
	/** a number of the first pixel, its row, its pixel; output; height, width. */
	gather(...numbers: number[]): void;
	/** first byte, length, from one length to the next, how many of them. */
	clear(...numbers: number[]): void;
	/** first number, length, swish. */
	sigmoid(...numbers: number[]): void;
	/** first number, from row to row, length, rows. */
	softmax(...numbers: number[]): void;
	/** first number, from row to row, length, rows; two numbers a row. */
	likeliest(...numbers: number[]): void;
	/** first number, the same less another; how many numbers, the other. */
	less(...numbers: number[]): void;
	/** numbers in half precision, the same in single; how many. */
	widen(...numbers: number[]): void;
	/** trained weights, those for `convolve`; channels out, channels in, places of the window, channels in with room. */
	pack(...numbers: number[]): void;
	/** weights of a window of 3 x 3, those for squares; channels in; channels out / 8; from plane to plane. */
	square(...numbers: number[]): void;
} & Record<Depthwise, (...numbers: number[]) => void>;

/**
 * By columns of the window, and its steps to the right. input, its row, its pixel; rows of the window, from row to row;
 * weights, bias, activation; output, its row; height, width of the output.
 */
export type Depthwise = `depthwise${3 | 5}${1 | 2}`;

/** The fast one needs relaxed SIMD, which V8 has from version 11.4 on, in Node from version 21 on; before, behind a flag. */
const kernels = {fused: 'kernel-fused.wasm', plain: 'kernel.wasm'} as const;

type Kind = keyof typeof kernels;

const compiled: Partial<Record<Kind, object>> = {};

/** Of V8 11.3, which Node 20 has. */
const relaxedSimd = 'experimental-wasm-relaxed-simd';

/** At once, not in the background: the flag is asked for meanwhile, and afterwards is as before, else V8 refuses code that it kept. */
function compileNow(bytes: Uint8Array): object {
	if (!process.versions.v8.startsWith('11.3.')) return new wasm.Module(bytes);
	setFlagsFromString(`--${relaxedSimd}`);
	try {
		return new wasm.Module(bytes);
	} finally {
		setFlagsFromString(`--no-${relaxedSimd}`);
	}
}

const compile = async (kind: Kind): Promise<object> =>
	(compiled[kind] ??= compileNow(readFileSync(packagePath('dist', kernels[kind]))));

/** @param kind By default the fast one, where V8 understands it */
export async function createKernel(kind?: Kind): Promise<Kernel> {
	const module = kind ? compile(kind) : compile('fused').catch(() => compile('plain'));
	const {exports} = await wasm.instantiate(await module);
	return exports as Kernel;
}
