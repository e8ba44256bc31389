import {existsSync} from 'node:fs';
import {basename, extname} from 'node:path';
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
	...['json', 'ndjson', 'csv', 'tsv', 'xls', 'xlsx', 'xlsm', 'ods', 'txt'],
	...['md', 'log', 'html', 'htm', 'xml', 'ini', 'lnk', 'url', 'db', 'lock'],
	...['mov', 'mp4', 'm4v', 'avi', 'mkv', '3gp', 'webm', 'mp3', 'm4a', 'wav', 'aae', 'exe', 'dll', 'js', 'py'],
	...['part', 'crdownload', 'download', 'tmp', 'temp', 'swp', 'bak'],
];

/**
 * Endings of what may hold pictures that clients send, and is no list: it is not opened unasked, because it may also be a
 * contract with an emblem, but a person hears of it.
 */
const containers = [
	...['rar', '7z', 'gz', 'tgz', 'tar', 'xz', 'bz2', 'cab', 'eml', 'msg', 'pst', 'mbox'],
	...['doc', 'docx', 'docm', 'odt', 'rtf', 'pages', 'wps', 'ppt', 'pptx', 'pptm', 'odp', 'key'],
];

/** Where documents that are ZIP files keep their pictures, by ending (ECMA-376, part 2; ODF 1.3, part 2). */
const documents: Readonly<Record<string, string>> = {
	...{docx: 'word/media/', docm: 'word/media/', pptx: 'ppt/media/', pptm: 'ppt/media/'},
	...{xlsx: 'xl/media/', xlsm: 'xl/media/', odt: 'Pictures/', odp: 'Pictures/', ods: 'Pictures/'},
};

const ends = (endings: readonly string[]) => new RegExp(`\\.(?:${endings.join('|')})$`, 'i');

const isPictureName = ends(pictures);
const isOtherName = ends([...others, ...containers]);
const isContainer = ends(containers);

/** Whether a name is that of a ZIP, whose pictures are found wherever it is met. */
export const isZipName = (name: string): boolean => hasFolder(name) && extname(name).toLowerCase() === '.zip';

/** Whether a name is that of a file whose pictures are found when a person names it: a ZIP, or an Office document. */
export const isArchiveName = (name: string): boolean => isZipName(name) || mediaFolder(name) !== undefined;

/** Whether a name is that of a file which is passed over, although it may hold pictures. */
export const mayHoldPictures = (name: string): boolean => isContainer.test(name);

const mediaFolder = (name: string): string | undefined =>
	hasFolder(name) ? documents[extname(name).slice(1).toLowerCase()] : undefined;

/** Whether a name without its ending names a folder of its own: `..` of `...zip` is the folder above. */
const hasFolder = (name: string): boolean => /[^.]/.test(basename(name, extname(name)));

/** Where the pictures of an archive are unpacked. */
export const unpackedFolder = (path: string): string => path.slice(0, -extname(path).length);

/** Whether a name alone says that a file is a picture or none; undefined when only its content can. */
export function isNamedPicture(name: string): boolean | undefined {
	if (isPictureName.test(name)) return true;
	return isOtherName.test(name) ? false : undefined;
}

/**
 * What a file of an archive is called below the folder that it is unpacked into; undefined for what is none of its
 * pictures, such as a document's preview of itself.
 */
export function nameInArchive(archive: string, name: string): string | undefined {
	const folder = mediaFolder(archive);
	if (folder === undefined) return name;
	return name.startsWith(folder) ? name.slice(folder.length) : undefined;
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
		for await (const {fileName} of zip.eachEntry()) {
			const name = nameInArchive(path, fileName.toString('latin1'));
			if (name !== undefined && isNamedPicture(name) && ++count >= most) break;
		}
		return count;
	} finally {
		zip.close();
	}
}
