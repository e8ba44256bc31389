import {floatsAt, type Pdf, wordAt} from './pdfium.ts';
import {stripJpeg} from './strip-jpeg.ts';

/** Values of fpdf_edit.h. */
const textObject = 1;
const imageObject = 3;
const invisible = 3;
/** DeviceGray, DeviceRGB, CalGray, CalRGB, ICCBased. */
const plainColours: ReadonlySet<number> = new Set([1, 2, 4, 5, 7]);

/** Points by which a picture may reach over the edge of its page: scanners round. */
const tolerance = 3;

type Vector = readonly [number, number];

/** The directions in which the rows of a picture run, and its columns, for Exif's eight orientations; y upwards. */
const orientations: readonly (readonly [right: Vector, up: Vector])[] = [
	[
		[1, 0],
		[0, 1],
	],
	[
		[-1, 0],
		[0, 1],
	],
	[
		[-1, 0],
		[0, -1],
	],
	[
		[1, 0],
		[0, -1],
	],
	[
		[0, -1],
		[-1, 0],
	],
	[
		[0, -1],
		[1, 0],
	],
	[
		[0, 1],
		[1, 0],
	],
	[
		[0, 1],
		[-1, 0],
	],
];

/**
 * Returns the JPEG of a page that shows nothing else: byte for byte, unless the page turns it or its own Exif data would;
 * then with an Exif orientation instead. Undefined where the page must be drawn.
 */
export function pageJpeg(pdf: Pdf, page: number, file: Uint8Array): Uint8Array | undefined {
	const image = onlyImage(pdf, page);
	if (image === undefined) return undefined;
	if (filterOf(pdf, image) !== 'DCTDecode' || !hasPlainColours(pdf, page, image) || isClipped(pdf, page, image))
		return undefined;
	if (mayInvert(file)) return undefined;
	const orientation = orientationOf(pdf, page, image);
	const raw = rawData(pdf, image);
	const jpeg = stripJpeg(raw);
	if (orientation === undefined || !jpeg || jpeg.precision !== 8 || jpeg.components === 4) return undefined;
	return orientation === 1 && jpeg.orientation === 1 ? raw : withOrientation(jpeg.bytes, orientation);
}

/** The picture that is all a page shows, beside the text that a scanner's program hides behind it for searching. */
function onlyImage({lib}: Pdf, page: number): number | undefined {
	if (lib._FPDFPage_GetAnnotCount!(page) !== 0) return undefined;
	const count = lib._FPDFPage_CountObjects!(page);
	let image: number | undefined;
	for (let index = 0; index < count; index++) {
		const object = lib._FPDFPage_GetObject!(page, index);
		const type = lib._FPDFPageObj_GetType!(object);
		if (type === imageObject && image === undefined) image = object;
		else if (type !== textObject || lib._FPDFTextObj_GetTextRenderMode!(object) !== invisible) return undefined;
	}
	return image;
}

/** True when a file contains `/Decode`, which may invert colours. The dictionary of a picture is never compressed. */
function mayInvert(file: Uint8Array): boolean {
	const bytes = Buffer.from(file.buffer, file.byteOffset, file.length);
	for (let at = bytes.indexOf('/Decode'); at >= 0; at = bytes.indexOf('/Decode', at + 1)) {
		if (/^\/Decode\s*\[/.test(bytes.toString('latin1', at, at + 20))) return true;
	}
	return false;
}

/** The only filter of a picture; empty where there are several. */
function filterOf({lib, allocate}: Pdf, image: number): string {
	if (lib._FPDFImageObj_GetImageFilterCount!(image) !== 1) return '';
	const size = lib._FPDFImageObj_GetImageFilter!(image, 0, 0, 0);
	const place = allocate(size);
	lib._FPDFImageObj_GetImageFilter!(image, 0, place, size);
	return Buffer.from(lib.HEAPU8.subarray(place, place + size - 1)).toString('latin1');
}

function hasPlainColours({lib, allocate}: Pdf, page: number, image: number): boolean {
	// FPDF_IMAGEOBJ_METADATA: width, height, two resolutions, bits a pixel, colour space, mark.
	const place = allocate(28);
	if (lib._FPDFImageObj_GetImageMetadata!(image, page, place) === 0) return false;
	const bits = wordAt(lib, place + 16);
	const colours = wordAt(lib, place + 20);
	return (bits === 8 || bits === 24) && plainColours.has(colours) && lib._FPDFPageObj_HasTransparency!(image) === 0;
}

/** Whether the page shows a part of the picture only. */
function isClipped({lib, allocate}: Pdf, page: number, image: number): boolean {
	const clip = lib._FPDFPageObj_GetClipPath!(image);
	if (clip !== 0 && lib._FPDFClipPath_CountPaths!(clip) > 0) return true;
	const place = allocate(16);
	const bounds = (name: `_${string}`, from: number) =>
		lib[name]!(from, place, place + 4, place + 8, place + 12) ? floatsAt(lib, place, 4) : undefined;
	const [left = 0, bottom = 0, right = 0, top = 0] = bounds('_FPDFPageObj_GetBounds', image) ?? [];
	const box = bounds('_FPDFPage_GetCropBox', page) ?? bounds('_FPDFPage_GetMediaBox', page);
	if (!box) return true;
	const [boxLeft, boxBottom, boxRight, boxTop] = box as [number, number, number, number];
	return (
		left < boxLeft - tolerance ||
		bottom < boxBottom - tolerance ||
		right > boxRight + tolerance ||
		top > boxTop + tolerance
	);
}

/** Exif's number for how the page shows a picture; undefined for any other than quarter turns and mirroring. */
function orientationOf({lib, allocate}: Pdf, page: number, image: number): number | undefined {
	const place = allocate(24);
	if (lib._FPDFPageObj_GetMatrix!(image, place) === 0) return undefined;
	const [a = 0, b = 0, c = 0, d = 0] = floatsAt(lib, place, 4);
	const turns = lib._FPDFPage_GetRotation!(page);
	const right = turned(unit(a, b), turns);
	const up = turned(unit(c, d), turns);
	const found = orientations.findIndex(([r, u]) => isNear(r, right) && isNear(u, up));
	return found < 0 ? undefined : found + 1;
}

const unit = (x: number, y: number): Vector => {
	const length = Math.hypot(x, y) || 1;
	return [x / length, y / length];
};

/** Turned clockwise by quarters. */
const turned = ([x, y]: Vector, quarters: number): Vector => (quarters === 0 ? [x, y] : turned([y, -x], quarters - 1));

const isNear = (one: Vector, other: Vector): boolean => Math.hypot(one[0] - other[0], one[1] - other[1]) < 0.01;

function rawData({lib, allocate}: Pdf, image: number): Uint8Array {
	const size = lib._FPDFImageObj_GetImageDataRaw!(image, 0, 0);
	const place = allocate(size);
	lib._FPDFImageObj_GetImageDataRaw!(image, place, size);
	return lib.HEAPU8.slice(place, place + size);
}

/** A JPEG without Exif data, with some that holds an orientation and nothing else. */
function withOrientation(jpeg: Uint8Array, orientation: number): Uint8Array {
	const exif = Buffer.from('ffe1002245786966000049492a00080000000100120103000100000000000000' + '00000000', 'hex');
	exif[28] = orientation;
	return Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]);
}
