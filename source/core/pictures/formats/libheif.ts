import type {LibHeif} from 'libheif-js/libheif-wasm/libheif.js';
import {createWasmDecoder, type WasmMemory, wasmOptions} from '../decode/wasm-decoder.ts';

/** What libheif says of a file that it does not decode. Codes as in heif_error.h. */
export class HeifError extends Error {
	override readonly name = 'HeifError';
	readonly code: number;

	constructor(code: number, message: string) {
		super(message);
		this.code = code;
	}
}

const useHeif = createWasmDecoder<LibHeif>(
	'libheif-js',
	async () => {
		const {default: create} = await import('libheif-js/libheif-wasm/libheif.js');
		return create(await wasmOptions('libheif-js/libheif-wasm/libheif.wasm'));
	},
	error => error instanceof HeifError,
);

/** A file that libheif has opened; valid until the function that got it returns. */
export type HeifFile = WasmMemory & {
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
export const withHeif = <T>(bytes: Uint8Array, use: (file: HeifFile) => T): Promise<T> =>
	useHeif(bytes, (lib, data, memory) => {
		// A structure of three words: code, subcode, message.
		const problem = memory.allocate(12);
		const answer = memory.allocate(8);
		const call: HeifFile['call'] = (name, ...values) => {
			lib[name]!(problem, ...values);
			const code = readWord(lib, problem);
			if (code !== 0) throw new HeifError(code, readText(lib, readWord(lib, problem + 8)));
		};
		const context = lib._heif_context_alloc!();
		memory.later(() => lib._heif_context_free!(context));
		call('_heif_context_read_from_memory_without_copy', context, data, bytes.length, 0);
		return use({
			...memory,
			lib,
			context,
			call,
			get(name, values, others = []) {
				call(name, ...values, answer, ...others);
				return readWord(lib, answer);
			},
		});
	});

/** The first of `count` numbers at a place in the memory. */
export const wordsAt = (lib: LibHeif, at: number, count: number): readonly number[] =>
	Array.from({length: count}, (_, index) => readWord(lib, at + 4 * index));
