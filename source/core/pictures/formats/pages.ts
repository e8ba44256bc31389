import {decode} from '../decode/decoder.ts';
import {loadSharp} from '../decode/load-sharp.ts';
import type {PictureFormat} from '../picture.ts';

/** Formats that hold one picture only. */
const single: ReadonlySet<PictureFormat> = new Set<PictureFormat>(['jpeg', 'png', 'bmp']);

/** Returns how many pages or frames a file has; 1 where its header cannot be read: decoding says what is wrong with it. */
export async function countPages(bytes: Uint8Array, format: PictureFormat): Promise<number> {
	if (single.has(format)) return 1;
	try {
		if (format === 'heic' || format === 'pdf') return Math.max(1, await decode({kind: 'pages', bytes, format}));
		const sharp = await loadSharp();
		const {pages = 1} = await sharp(bytes, {limitInputPixels: false}).metadata();
		return Math.max(1, pages);
	} catch {
		return 1;
	}
}
