declare module '@embedpdf/pdfium' {
	export type Options = {
		readonly wasmBinary: Uint8Array;
		readonly print: (text: string) => void;
		readonly printErr: (text: string) => void;
	};
	/** The WebAssembly module with its raw C functions, pointers as numbers (fpdfview.h and others). */
	export type PdfiumModule = {
		readonly HEAPU8: Uint8Array;
		addFunction(callback: (value: number) => number, signature: 'ii'): number;
	} & {readonly [name: `_${string}`]: (...values: readonly number[]) => number};
	export function init(options: Options): Promise<{readonly pdfium: PdfiumModule}>;
}
