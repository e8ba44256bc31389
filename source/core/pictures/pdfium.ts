import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import type {PdfiumModule} from '@embedpdf/pdfium';
import {AppError} from '../errors.ts';

/** Bytes. A WebAssembly memory never shrinks: after a file that took more, the next one gets a new one. */
const mostMemory = 192 * 1024 * 1024;

/** FPDF_GetLastError. */
const lastError = {password: 4, security: 5} as const;

let loading: Promise<PdfiumModule> | undefined;

async function load(): Promise<PdfiumModule> {
	const {init} = await import('@embedpdf/pdfium');
	const wasm = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
	const {pdfium} = await init({wasmBinary: await readFile(wasm), print: () => {}, printErr: () => {}});
	pdfium._PDFiumExt_Init!();
	return pdfium;
}

/** A PDF that is open; valid until the function that got it returns. */
export type Pdf = {
	readonly lib: PdfiumModule;
	readonly document: number;
	/** Bytes of memory that are freed when the file is closed. */
	allocate(size: number): number;
	/** Frees something when the file is closed, the latest first. */
	later(free: () => void): void;
};

/**
 * Opens the bytes of a PDF for `use`, and frees all that it took.
 *
 * @throws AppError UNSUPPORTED_IMAGE {format, needs: 'password'}, DAMAGED_IMAGE; what WebAssembly throws when the decoder
 * itself fails, and what `use` throws
 */
export async function withPdf<T>(bytes: Uint8Array, path: string, use: (pdf: Pdf) => T): Promise<T> {
	loading ??= load();
	const lib = await loading;
	const frees: (() => void)[] = [];
	const later: Pdf['later'] = free => frees.push(free);
	const allocate = (size: number): number => {
		const at = lib._malloc!(size);
		later(() => lib._free!(at));
		return at;
	};
	try {
		const data = allocate(bytes.length);
		lib.HEAPU8.set(bytes, data);
		const document = lib._FPDF_LoadMemDocument!(data, bytes.length, 0);
		if (document === 0) {
			const error = lib._FPDF_GetLastError!();
			if (error === lastError.password || error === lastError.security) {
				throw new AppError('UNSUPPORTED_IMAGE', {path, format: 'PDF', needs: 'password'});
			}
			throw new AppError('DAMAGED_IMAGE', {path, reason: `PDF error ${error}`});
		}
		later(() => lib._FPDF_CloseDocument!(document));
		const result = use({lib, document, allocate, later});
		for (const free of frees.reverse()) free();
		if (lib.HEAPU8.length > mostMemory) loading = undefined;
		return result;
	} catch (error) {
		if (error instanceof AppError) for (const free of frees.reverse()) free();
		// After any other failure its memory cannot be trusted.
		else loading = undefined;
		throw error;
	}
}

const viewOf = ({HEAPU8}: PdfiumModule): DataView => new DataView(HEAPU8.buffer, HEAPU8.byteOffset);

export const wordAt = (lib: PdfiumModule, at: number): number => viewOf(lib).getUint32(at, true);

export const floatsAt = (lib: PdfiumModule, at: number, count: number): readonly number[] =>
	Array.from({length: count}, (_, index) => viewOf(lib).getFloat32(at + 4 * index, true));
