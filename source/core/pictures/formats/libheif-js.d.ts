/** The build of libheif with its WebAssembly in a file beside it. It calls no start-up code that waits. */
declare module 'libheif-js/libheif-wasm/libheif.js' {
	export type Options = {
		readonly wasmBinary: Uint8Array;
		readonly print: (text: string) => void;
		readonly printErr: (text: string) => void;
	};
	/** Functions of libheif's C interface (heif.h, 1.23), with pointers as numbers. */
	export type LibHeif = {
		readonly HEAPU8: Uint8Array;
	} & {readonly [name: `_${string}`]: (...values: readonly number[]) => number};
	export default function create(options: Options): LibHeif;
}
