import {AppError} from '../errors.ts';

export type RawImage = {readonly width: number; readonly height: number; readonly rgba: Uint8Array};

/**
 * Decodes a Windows bitmap. sharp's prebuilt binaries have no BMP, and scanners still write it, now and then under
 * a name that ends in .jpg.
 *
 * @throws AppError DAMAGED_IMAGE, or TOO_LARGE when it has more than `maxPixels` (checked before anything is allocated)
 */
export async function decodeBmp(bytes: Uint8Array, path: string, maxPixels: number): Promise<RawImage> {
	if (bytes.length < 54) throw new AppError('DAMAGED_IMAGE', {path, reason: 'the file ends too early'});
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const width = view.getInt32(18, true);
	const height = Math.abs(view.getInt32(22, true));
	if (width <= 0 || height === 0) throw new AppError('DAMAGED_IMAGE', {path, reason: `its size is ${width}x${height}`});
	if (width * height > maxPixels) throw new AppError('TOO_LARGE', {path, width, height});
	const {decode} = await import('bmp-ts');
	try {
		const {data} = decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {toRGBA: true});
		// The fourth byte of most bitmaps is padding, not transparency: 0 would make the page invisible.
		for (let i = 3; i < data.length; i += 4) data[i] = 255;
		return {width, height, rgba: data};
	} catch (error) {
		throw new AppError(
			'DAMAGED_IMAGE',
			{path, reason: error instanceof Error ? error.message : String(error)},
			{cause: error},
		);
	}
}
