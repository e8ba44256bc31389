import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {missingPart} from '../../missing-part.ts';

/** What is common to the decoders in WebAssembly: C functions, with pointers as numbers. */
export type WasmLibrary = {readonly HEAPU8: Uint8Array} & {
	readonly [name: `_${string}`]: (...values: readonly number[]) => number;
};

/** What a decoder takes for a file. */
export type WasmMemory = {
	/** Bytes of memory that are freed when the file is closed. */
	allocate(size: number): number;
	/** Frees something when the file is closed, the latest first. */
	later(free: () => void): void;
};

/** Bytes. A WebAssembly memory never shrinks: after a file that took more, the next one gets a new one. */
const mostMemory = 192 * 1024 * 1024;

/** A module of a package as a decoder begins with it. It would print about damaged files. */
export const wasmOptions = async (name: string) => ({
	wasmBinary: await readFile(createRequire(import.meta.url).resolve(name)),
	print: () => {},
	printErr: () => {},
});

/**
 * A decoder that is loaded once. It copies the bytes of a file into its memory for `use`, and frees all that this took.
 *
 * @param part Its package
 * @param isSaid Whether an error is what the decoder says of a file. After any other its memory cannot be trusted: the
 * next file gets a new one.
 */
export function createWasmDecoder<Library extends WasmLibrary>(
	part: string,
	load: () => Promise<Library>,
	isSaid: (error: unknown) => boolean,
) {
	let loading: Promise<Library> | undefined;
	return async <T>(bytes: Uint8Array, use: (lib: Library, data: number, memory: WasmMemory) => T): Promise<T> => {
		loading ??= load().catch(error => {
			throw missingPart(part, error);
		});
		const lib = await loading;
		const frees: (() => void)[] = [];
		const free = () => {
			for (const one of frees.reverse()) one();
		};
		const allocate = (size: number): number => {
			const at = lib._malloc!(size);
			frees.push(() => lib._free!(at));
			return at;
		};
		try {
			const data = allocate(bytes.length);
			lib.HEAPU8.set(bytes, data);
			const result = use(lib, data, {allocate, later: one => frees.push(one)});
			free();
			if (lib.HEAPU8.length > mostMemory) loading = undefined;
			return result;
		} catch (error) {
			if (isSaid(error)) free();
			else loading = undefined;
			throw error;
		}
	};
}
