import {AppError} from '../../errors.ts';
import type {DecodedPixels, DecodeWish, EncodedJpeg, PageSize} from '../decode/decoded.ts';
import {pageJpeg} from './pdf-jpeg.ts';
import {mrzText} from './pdf-text.ts';
import {type Pdf, withPdf} from './pdfium.ts';

export type PdfOptions = DecodeWish & {
	/** What messages call the page. */
	readonly path: string;
	/** From 1. */
	readonly page: number;
};

/** A page is drawn at 300 dots an inch, but no larger than a page is decoded at. */
const dotsAnInch = 300;
const pointsAnInch = 72;
const longestSide = 2600;

/** Milliseconds that drawing may take; a page that takes longer was made to. */
const longestDrawing = 15_000;

/** Values of fpdfview.h. */
const bitmap = {grey: 1, bgr: 2} as const;
const flag = {annotations: 0x01, grey: 0x08, rgb: 0x10} as const;
const toBeContinued = 1;

export async function countPdf(bytes: Uint8Array): Promise<number> {
	return withPdf(bytes, '', ({lib, document}) => lib._FPDF_GetPageCount!(document));
}

/**
 * Returns a page as the JPEG that is all it shows, not decoded; else as drawn pixels, with its rotation.
 *
 * @throws AppError DAMAGED_IMAGE, UNSUPPORTED_IMAGE {needs: 'password'}
 */
export async function decodePdf(bytes: Uint8Array, options: PdfOptions): Promise<DecodedPixels | EncodedJpeg> {
	return await onPage(bytes, options, (pdf, page) => {
		const jpeg = pageJpeg(pdf, page, bytes);
		if (jpeg) return {jpeg};
		const texts = options.colour ? [] : mrzText(pdf, page);
		return {...draw(pdf, page, options), ...(texts.length > 0 ? {texts} : {})};
	});
}

/** Returns the JPEG that is all a page shows; undefined where it shows anything else. */
export async function jpegOfPdf(bytes: Uint8Array, options: PdfOptions): Promise<EncodedJpeg | undefined> {
	return await onPage(bytes, options, (pdf, page) => {
		const jpeg = pageJpeg(pdf, page, bytes);
		return jpeg && {jpeg};
	});
}

async function onPage<T>(bytes: Uint8Array, {path, page}: PdfOptions, use: (pdf: Pdf, page: number) => T): Promise<T> {
	try {
		return await withPdf(bytes, path, pdf => {
			const {lib, document, later} = pdf;
			const opened = lib._FPDF_LoadPage!(document, page - 1);
			if (opened === 0) throw new AppError('DAMAGED_IMAGE', {path, reason: 'the page cannot be opened'});
			later(() => lib._FPDF_ClosePage!(opened));
			return use(pdf, opened);
		});
	} catch (error) {
		if (error instanceof AppError) throw error;
		const reason = error instanceof Error ? error.message : String(error);
		throw new AppError('DAMAGED_IMAGE', {path, reason}, {cause: error});
	}
}

function draw(pdf: Pdf, page: number, {path, colour, side = longestSide}: PdfOptions): DecodedPixels {
	const {lib, later, allocate} = pdf;
	const {width, height} = drawnSize(pdf, page, side);
	const channels = colour ? 3 : 1;
	// Rows are filled up to four bytes.
	const stride = Math.ceil((width * channels) / 4) * 4;
	const pixels = allocate(stride * height);
	if (pixels === 0) throw new AppError('DAMAGED_IMAGE', {path, reason: 'out of memory'});
	lib.HEAPU8.fill(255, pixels, pixels + stride * height);
	const canvas = lib._FPDFBitmap_CreateEx!(width, height, colour ? bitmap.bgr : bitmap.grey, pixels, stride);
	later(() => lib._FPDFBitmap_Destroy!(canvas));
	const flags = flag.annotations | (colour ? flag.rgb : flag.grey);
	const unfinished = lib._FPDF_RenderPageBitmap_Start!(canvas, page, 0, 0, width, height, 0, flags, pauseAfter(pdf));
	lib._FPDF_RenderPage_Close!(page);
	if (unfinished === toBeContinued) throw new AppError('DAMAGED_IMAGE', {path, reason: 'timeout'});
	const row = width * channels;
	const data = new Uint8Array(row * height);
	for (let y = 0; y < height; y++) {
		const from = pixels + y * stride;
		data.set(lib.HEAPU8.subarray(from, from + row), y * row);
	}
	return {width, height, channels, data};
}

function drawnSize({lib}: Pdf, page: number, side: number): PageSize {
	const width = call(lib, '_FPDF_GetPageWidthF', page);
	const height = call(lib, '_FPDF_GetPageHeightF', page);
	const scale = Math.min(dotsAnInch / pointsAnInch, side / Math.max(width, height));
	return {width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale))};
}

const call = (lib: Pdf['lib'], name: `_${string}`, value: number): number => lib[name]!(value);

let deadline = 0;
const callbacks = new WeakMap<Pdf['lib'], number>();

/** An `IFSDK_PAUSE` that stops the drawing when it has taken too long: version, function, user data. */
function pauseAfter({lib, allocate}: Pdf): number {
	deadline = performance.now() + longestDrawing;
	let callback = callbacks.get(lib);
	if (callback === undefined) {
		callback = lib.addFunction(() => (performance.now() > deadline ? 1 : 0), 'ii');
		callbacks.set(lib, callback);
	}
	const pause = allocate(12);
	const view = new DataView(lib.HEAPU8.buffer, lib.HEAPU8.byteOffset);
	for (const [index, value] of [1, callback, 0].entries()) view.setUint32(pause + 4 * index, value, true);
	return pause;
}
