import type {PdfiumModule} from '@embedpdf/pdfium';
import {AppError} from '../../errors.ts';
import {createWasmDecoder, type WasmMemory, wasmOptions} from '../decode/wasm-decoder.ts';

/** FPDF_GetLastError. */
const lastError = {password: 4, security: 5} as const;

const usePdf = createWasmDecoder<PdfiumModule>(
	'@embedpdf/pdfium',
	async () => {
		const {init} = await import('@embedpdf/pdfium');
		const {pdfium} = await init(await wasmOptions('@embedpdf/pdfium/pdfium.wasm'));
		pdfium._PDFiumExt_Init!();
		return pdfium;
	},
	error => error instanceof AppError,
);

/** A PDF that is open; valid until the function that got it returns. */
export type Pdf = WasmMemory & {
	readonly lib: PdfiumModule;
	readonly document: number;
};

/**
 * Opens the bytes of a PDF for `use`, and frees all that it took.
 *
 * @throws AppError UNSUPPORTED_IMAGE {format, needs: 'password'}, DAMAGED_IMAGE; what WebAssembly throws when the decoder
 * itself fails, and what `use` throws
 */
export const withPdf = <T>(bytes: Uint8Array, path: string, use: (pdf: Pdf) => T): Promise<T> =>
	usePdf(bytes, (lib, data, memory) => {
		const document = lib._FPDF_LoadMemDocument!(data, bytes.length, 0);
		if (document === 0) {
			const error = lib._FPDF_GetLastError!();
			if (error === lastError.password || error === lastError.security) {
				throw new AppError('UNSUPPORTED_IMAGE', {path, format: 'PDF', needs: 'password'});
			}
			throw new AppError('DAMAGED_IMAGE', {path, reason: `PDF error ${error}`});
		}
		memory.later(() => lib._FPDF_CloseDocument!(document));
		return use({...memory, lib, document});
	});

const viewOf = ({HEAPU8}: PdfiumModule): DataView => new DataView(HEAPU8.buffer, HEAPU8.byteOffset);

export const wordAt = (lib: PdfiumModule, at: number): number => viewOf(lib).getUint32(at, true);

export const floatsAt = (lib: PdfiumModule, at: number, count: number): readonly number[] =>
	Array.from({length: count}, (_, index) => viewOf(lib).getFloat32(at + 4 * index, true));
