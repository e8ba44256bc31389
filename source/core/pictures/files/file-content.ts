import {decode} from '../decode/decoder.ts';
import {loadSharp} from '../decode/load-sharp.ts';
import {findFile, openPicture} from '../open.ts';
import {countPictures, isZipName} from './extensions.ts';
import {readHeader} from './header.ts';
import {sniff} from './sniff.ts';

/** Upright pixels. */
export type PictureSize = {readonly width: number; readonly height: number};

/** What a file holds: a picture, several pages or frames, or the pictures of an archive. */
export type FileContent = PictureSize | {readonly pages: number} | {readonly pictures: number};

/** What a file holds, from its header or table of contents; undefined when it cannot be read. Never throws. */
export async function fileContent(path: string): Promise<FileContent | undefined> {
	try {
		const {file, page} = await findFile(path);
		const header = await readHeader(file);
		const told = sniff(header);
		if (told.kind === 'other' && isZipName(file)) return {pictures: await countPictures(file)};
		if (told.kind !== 'picture') return undefined;
		if (told.format === 'bmp') {
			const view = new DataView(header.buffer, header.byteOffset + told.start);
			return {
				width: Math.abs(view.getInt32(18, true)),
				height: Math.abs(view.getInt32(22, true)),
			};
		}
		const isWhole = file === path;
		if (told.format === 'heic') {
			const picture = await openPicture(path);
			if (isWhole && picture.pages > 1) return {pages: picture.pages};
			return await decode({kind: 'size', picture});
		}
		if (told.format === 'pdf') {
			const {bytes, pages} = await openPicture(path);
			// One page is also what is said of a PDF that is broken or has a password: that throws here.
			return {
				pages: pages > 1 ? pages : await decode({kind: 'pages', bytes, format: 'pdf'}),
			};
		}
		const image = (await loadSharp())(file, {
			limitInputPixels: false,
			page: page - 1,
			pages: 1,
		});
		const {autoOrient, pages = 1} = await image.metadata();
		return isWhole && pages > 1 ? {pages} : autoOrient;
	} catch {
		return undefined;
	}
}
