import {existsSync} from 'node:fs';
import {readHeader} from './header.ts';
import {sniff} from './sniff.ts';

/** Endings of pictures. A file with one of them is found unopened, also one that cannot be read: it fails in sight. */
const pictures = [
	...['jpg', 'jpeg', 'jpe', 'jfif', 'jif', 'png', 'bmp', 'dib', 'webp', 'tif', 'tiff', 'gif', 'avif', 'heic', 'heif'],
	...['hif', 'pdf', 'jxl', 'jp2', 'j2k', 'jpx', 'psd'],
];

/**
 * Endings of what is no picture, and is therefore not opened: what this program and others write beside pictures, films
 * of telephones, and downloads that are not complete.
 */
const others = [
	...['json', 'ndjson', 'csv', 'tsv', 'xls', 'xlsx', 'xlsm', 'ods', 'doc', 'docx', 'odt', 'rtf', 'ppt', 'pptx', 'txt'],
	...['md', 'log', 'html', 'htm', 'xml', 'ini', 'lnk', 'url', 'db', 'lock', 'eml', 'msg', 'rar', '7z', 'gz'],
	...['mov', 'mp4', 'm4v', 'avi', 'mkv', '3gp', 'webm', 'mp3', 'm4a', 'wav', 'aae', 'exe', 'dll', 'js', 'py'],
	...['part', 'crdownload', 'download', 'tmp', 'temp', 'swp', 'bak'],
];

const ends = (endings: readonly string[]) => new RegExp(`\\.(?:${endings.join('|')})$`, 'i');

const isPictureName = ends(pictures);
const isOtherName = ends(others);

/** Whether a name is that of an archive, whose pictures are found when a person names it. */
export const isZipName = (name: string): boolean => /\.zip$/i.test(name);

/** Where the pictures of an archive are unpacked. */
export const unpackedFolder = (path: string): string => path.slice(0, -'.zip'.length);

/** Whether a name alone says that a file is a picture or none; undefined when only its content can. */
export function isNamedPicture(name: string): boolean | undefined {
	if (isPictureName.test(name)) return true;
	return isOtherName.test(name) ? false : undefined;
}

/**
 * Whether a file is a picture by its name, or else by its first bytes, readable or not; or an archive that holds pictures
 * and is not unpacked beside itself. Never throws.
 */
export async function isPictureFile(path: string): Promise<boolean> {
	const named = isNamedPicture(path);
	if (named !== undefined) return named;
	try {
		if (isZipName(path)) return !existsSync(unpackedFolder(path)) && (await countPictures(path, 1)) > 0;
		return sniff(await readHeader(path)).kind !== 'other';
	} catch {
		return false;
	}
}

/** How many pictures the list of an archive names, up to `most`; nothing is unpacked. */
export async function countPictures(path: string, most = Infinity): Promise<number> {
	const {default: yauzl} = await import('yauzl');
	const zip = await yauzl.openPromise(path, {decodeStrings: false});
	try {
		let count = 0;
		for await (const {fileName} of zip.eachEntry())
			if (isNamedPicture(fileName.toString('latin1')) && ++count >= most) break;
		return count;
	} finally {
		zip.close();
	}
}
