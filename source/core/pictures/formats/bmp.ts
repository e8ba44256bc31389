import {AppError} from '../../errors.ts';
import {isTooLarge} from '../decode/decoded.ts';

export type RawImage = {readonly width: number; readonly height: number; readonly rgb: Uint8Array};

/** The head of a bitmap (BITMAPINFOHEADER and its successors, from offset 14 on; all little-endian). */
type Head = {
	readonly pixels: number;
	readonly width: number;
	readonly height: number;
	readonly topDown: boolean;
	readonly depth: number;
	readonly masks: readonly [red: number, green: number, blue: number];
	readonly palette: number;
	readonly colours: number;
};

/**
 * Decodes a Windows bitmap of 1, 4, 8, 16, 24 or 32 bits, not compressed. sharp's prebuilt binaries have no BMP, and
 * scanners still write it, now and then under a name that ends in .jpg; the decoders of the registry that were tried
 * mix up the channels of palettes or refuse them.
 *
 * @throws AppError DAMAGED_IMAGE, or TOO_LARGE when it has more than `maxPixels` (checked before anything is allocated)
 */
export function decodeBmp(bytes: Uint8Array, path: string, maxPixels: number): RawImage {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const head = readHead(view, path);
	const {width, height} = head;
	if (isTooLarge({width, height}, maxPixels)) throw new AppError('TOO_LARGE', {path, width, height});
	const stride = Math.ceil((width * head.depth) / 32) * 4;
	if (head.pixels + stride * height > bytes.length) throw damaged(path, 'the file ends too early');
	const rgb = new Uint8Array(width * height * 3);
	const read = pixelReader(view, head, path);
	for (let y = 0, out = 0; y < height; y++) {
		const row = head.pixels + stride * (head.topDown ? y : height - 1 - y);
		for (let x = 0; x < width; x++, out += 3) read(row, x, rgb, out);
	}

	return {width, height, rgb};
}

const damaged = (path: string, reason: string): AppError => new AppError('DAMAGED_IMAGE', {path, reason});

const readHead = (view: DataView, path: string): Head => {
	if (view.byteLength < 54) throw damaged(path, 'the file ends too early');
	const size = view.getUint32(14, true);
	const width = view.getInt32(18, true);
	const height = view.getInt32(22, true);
	const depth = view.getUint16(28, true);
	const compression = view.getUint32(30, true);
	if (size < 40 || width <= 0 || height === 0) throw damaged(path, `its size is ${width}x${height}`);
	// 0: plain. 3 and 6: plain, with masks that say where each colour is.
	const masked = compression === 3 || compression === 6;
	if ((compression !== 0 && !masked) || ![1, 4, 8, 16, 24, 32].includes(depth)) {
		throw damaged(path, `bitmaps of kind ${depth}/${compression} cannot be read`);
	}

	const masks = depth === 16 ? ([0x7c00, 0x3e0, 0x1f] as const) : ([0xff0000, 0xff00, 0xff] as const);
	if (masked && view.byteLength < 66) throw damaged(path, 'the file ends too early');
	return {
		pixels: view.getUint32(10, true),
		width,
		height: Math.abs(height),
		topDown: height < 0,
		depth,
		masks: masked ? [view.getUint32(54, true), view.getUint32(58, true), view.getUint32(62, true)] : masks,
		palette: 14 + size,
		colours: Math.min(256, view.getUint32(46, true) || 2 ** Math.min(8, depth)),
	};
};

/** Writes the pixel `x` of the row that begins at `row` into `rgb` at `out`. */
type PixelReader = (row: number, x: number, rgb: Uint8Array, out: number) => void;

const pixelReader = (view: DataView, head: Head, path: string): PixelReader => {
	if (head.depth > 8) return directReader(view, head);
	if (head.palette + 4 * head.colours > view.byteLength) throw damaged(path, 'the file ends too early');
	const perByte = 8 / head.depth;
	const mask = 2 ** head.depth - 1;
	return (row, x, rgb, out) => {
		const byte = view.getUint8(row + Math.floor(x / perByte));
		const index = Math.min(head.colours - 1, (byte >> (8 - head.depth * ((x % perByte) + 1))) & mask);
		const entry = head.palette + 4 * index;
		rgb[out] = view.getUint8(entry + 2);
		rgb[out + 1] = view.getUint8(entry + 1);
		rgb[out + 2] = view.getUint8(entry);
	};
};

const directReader = (view: DataView, {depth, masks}: Head): PixelReader => {
	if (depth === 24) {
		return (row, x, rgb, out) => {
			for (let i = 0; i < 3; i++) rgb[out + i] = view.getUint8(row + 3 * x + 2 - i);
		};
	}

	const channels = masks.map(mask => {
		const shift = mask === 0 ? 0 : 31 - Math.clz32(mask & -mask);
		return {mask, shift, most: Math.max(1, mask >>> shift)};
	});
	return (row, x, rgb, out) => {
		const value = depth === 16 ? view.getUint16(row + 2 * x, true) : view.getUint32(row + 4 * x, true);
		for (const [i, {mask, shift, most}] of channels.entries()) rgb[out + i] = (((value & mask) >>> shift) * 255) / most;
	};
};
