import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import type {LibHeif} from 'libheif-js/libheif-wasm/libheif.js';

/** What libheif says of a file that it does not decode. Codes as in heif_error.h. */
export class HeifError extends Error {
	override readonly name = 'HeifError';
	readonly code: number;

	constructor(code: number, message: string) {
		super(message);
		this.code = code;
	}
}

/** Bytes. A WebAssembly memory never shrinks: after a picture that took more, the next one gets a new one. */
const mostMemory = 192 * 1024 * 1024;

let loading: Promise<LibHeif> | undefined;

async function load(): Promise<LibHeif> {
	const {default: create} = await import('libheif-js/libheif-wasm/libheif.js');
	const wasm = createRequire(import.meta.url).resolve('libheif-js/libheif-wasm/libheif.wasm');
	// It would print about damaged files.
	return create({wasmBinary: await readFile(wasm), print: () => {}, printErr: () => {}});
}

/** A file that libheif has opened; valid until the function that got it returns. */
export type HeifFile = {
	readonly lib: LibHeif;
	readonly context: number;
	/** Calls a function that returns a `heif_error`. @throws HeifError */
	call(name: `_${string}`, ...values: readonly number[]): void;
	/**
	 * Calls one that writes its result to a place given as a parameter, after `values` and before `others`.
	 *
	 * @throws HeifError
	 */
	get(name: `_${string}`, values: readonly number[], others?: readonly number[]): number;
	/** Bytes of memory that are freed when the file is closed. */
	allocate(size: number): number;
	/** Frees something when the file is closed, the latest first. */
	later(free: () => void): void;
};

const readWord = ({HEAPU8}: LibHeif, at: number): number =>
	new DataView(HEAPU8.buffer, HEAPU8.byteOffset).getUint32(at, true);

function readText({HEAPU8}: LibHeif, at: number): string {
	const end = HEAPU8.indexOf(0, at);
	return Buffer.from(HEAPU8.subarray(at, end)).toString('latin1');
}

/**
 * Opens the bytes of a HEIF file for `use`, and frees all that it took.
 *
 * @throws HeifError; what WebAssembly throws when the decoder itself fails
 */
export async function withHeif<T>(bytes: Uint8Array, use: (file: HeifFile) => T): Promise<T> {
	loading ??= load();
	const lib = await loading;
	const frees: (() => void)[] = [];
	const allocate = (size: number): number => {
		const at = lib._malloc!(size);
		frees.push(() => lib._free!(at));
		return at;
	};
	const call: HeifFile['call'] = (name, ...values) => {
		lib[name]!(problem, ...values);
		const code = readWord(lib, problem);
		if (code !== 0) throw new HeifError(code, readText(lib, readWord(lib, problem + 8)));
	};
	// A structure of three words: code, subcode, message.
	const problem = allocate(12);
	const answer = allocate(8);
	try {
		const data = allocate(bytes.length);
		lib.HEAPU8.set(bytes, data);
		const context = lib._heif_context_alloc!();
		frees.push(() => lib._heif_context_free!(context));
		call('_heif_context_read_from_memory_without_copy', context, data, bytes.length, 0);
		const result = use({
			lib,
			context,
			call,
			get(name, values, others = []) {
				call(name, ...values, answer, ...others);
				return readWord(lib, answer);
			},
			allocate,
			later: free => frees.push(free),
		});
		for (const free of frees.reverse()) free();
		if (lib.HEAPU8.length > mostMemory) loading = undefined;
		return result;
	} catch (error) {
		if (error instanceof HeifError) for (const free of frees.reverse()) free();
		// After any other failure its memory cannot be trusted.
		else loading = undefined;
		throw error;
	}
}

/** The first of `count` numbers at a place in the memory. */
export const wordsAt = (lib: LibHeif, at: number, count: number): readonly number[] =>
	Array.from({length: count}, (_, index) => readWord(lib, at + 4 * index));
