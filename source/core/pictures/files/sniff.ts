import type {PictureFormat} from '../picture.ts';
import {brandKind} from './brands.ts';

/** What the first bytes of a file say it is. Names are never asked. */
export type Sniffed =
	/** `start`: where the picture begins; some programs write a byte order mark or line ends before it. */
	| {readonly kind: 'picture'; readonly format: PictureFormat; readonly start: number}
	/** A picture that cannot be read. */
	| {readonly kind: 'unsupported'; readonly format: string}
	/** Begins as a picture but ends before its signature does. */
	| {readonly kind: 'cut'; readonly format: string}
	| {readonly kind: 'other'; readonly seems: Seems};

type Seems = 'empty' | 'text' | 'html' | 'json' | 'email' | 'zip' | 'archive' | 'office' | 'video' | 'unknown';

/** Bytes that `sniff` needs at most. */
export const sniffedBytes = 1024;

type Signature = {readonly at: number; readonly bytes: readonly number[]};

const ascii = (text: string, at = 0): Signature => ({at, bytes: [...text].map(letter => letter.charCodeAt(0))});
const hex = (text: string): Signature => ({at: 0, bytes: text.split(' ').map(byte => Number.parseInt(byte, 16))});

const pictures: readonly (readonly [PictureFormat, readonly Signature[]])[] = [
	['jpeg', [hex('ff d8 ff')]],
	['png', [hex('89 50 4e 47 0d 0a 1a 0a')]],
	['gif', [ascii('GIF87a')]],
	['gif', [ascii('GIF89a')]],
	['webp', [ascii('RIFF'), ascii('WEBP', 8)]],
	['tiff', [hex('49 49 2a 00')]],
	['tiff', [hex('4d 4d 00 2a')]],
	['tiff', [hex('49 49 2b 00')]],
	['tiff', [hex('4d 4d 00 2b')]],
];

const unsupported: readonly (readonly [string, readonly Signature[]])[] = [
	['JPEG 2000', [hex('00 00 00 0c 6a 50 20 20 0d 0a 87 0a')]],
	['JPEG 2000', [hex('ff 4f ff 51')]],
	['JPEG XL', [hex('00 00 00 0c 4a 58 4c 20 0d 0a 87 0a')]],
	['JPEG XL', [hex('ff 0a')]],
	['JPEG XR', [hex('49 49 bc 01')]],
	['Photoshop', [ascii('8BPS')]],
	['DjVu', [ascii('AT&TFORM'), ascii('DJV', 12)]],
];

const videos: readonly (readonly Signature[])[] = [
	[ascii('RIFF'), ascii('AVI ', 8)],
	[hex('1a 45 df a3')],
	[hex('00 00 01 ba')],
	[hex('00 00 01 b3')],
	[ascii('FLV\x01')],
	// QuickTime before `ftyp` was invented.
	[ascii('moov', 4)],
	[ascii('mdat', 4)],
	[ascii('wide', 4)],
];

/** RAR, 7-Zip, gzip, xz, bzip2, cabinet, tar. */
const archives: readonly Signature[] = [
	...[ascii('Rar!\x1a\x07'), hex('37 7a bc af 27 1c'), hex('1f 8b 08'), hex('fd 37 7a 58 5a 00'), ascii('BZh')],
	...[ascii('MSCF'), ascii('ustar', 257)],
];

/** Old Word, Excel and Outlook files. */
const compoundFile = hex('d0 cf 11 e0 a1 b1 1a e1');

/** Sizes that the header of a BMP may state; without this every text that begins with "BM" would be a picture. */
const bmpHeaders = new Set([12, 16, 40, 52, 56, 64, 108, 124]);

const fits = (bytes: Uint8Array, {at, bytes: wanted}: Signature) =>
	wanted.every((byte, index) => bytes[at + index] === byte);

const fitsAll = (bytes: Uint8Array, signatures: readonly Signature[]) =>
	signatures.every(signature => fits(bytes, signature));

/** `bytes` ends inside the signature, and agrees with it so far. Two bytes at least: one alone says nothing. */
const begins = (bytes: Uint8Array, signatures: readonly Signature[]) => {
	const end = Math.max(...signatures.map(({at, bytes: wanted}) => at + wanted.length));
	if (bytes.length < 2 || bytes.length >= end) return false;
	return signatures.every(({at, bytes: wanted}) =>
		wanted.every((byte, index) => at + index >= bytes.length || bytes[at + index] === byte),
	);
};

/** Bytes before a picture that mean nothing: a byte order mark, blanks, line ends. */
const before = /^(?:\u00ef\u00bb\u00bf)?[\t\n\r ]{0,64}/;

/** Recognises a file by its first bytes; `sniffedBytes` of them are enough. */
export function sniff(bytes: Uint8Array): Sniffed {
	const letters = Buffer.from(bytes.subarray(0, sniffedBytes)).toString('latin1');
	const start = before.exec(letters)?.[0].length ?? 0;
	const told = sniffPicture(bytes.subarray(start));
	if (told) return told.kind === 'picture' ? {...told, start} : told;
	return {kind: 'other', seems: seems(bytes, letters)};
}

type Told = {readonly kind: 'picture'; readonly format: PictureFormat} | Exclude<Sniffed, {kind: 'picture'}>;

function sniffPicture(bytes: Uint8Array): Told | undefined {
	for (const [format, signatures] of pictures) {
		if (fitsAll(bytes, signatures)) return {kind: 'picture', format};
	}
	const letters = Buffer.from(bytes.subarray(0, sniffedBytes)).toString('latin1');
	if (letters.startsWith('BM') && bytes.length >= 18) {
		const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(14, true);
		if (bmpHeaders.has(header)) return {kind: 'picture', format: 'bmp'};
	}
	for (const [format, signatures] of unsupported) {
		if (fitsAll(bytes, signatures)) return {kind: 'unsupported', format};
	}
	if (letters.slice(4, 8) === 'ftyp') return brandKind(letters);
	// Some bytes may come before it (ISO 32000-1, Annex H.3.4.1).
	if (letters.includes('%PDF-')) return {kind: 'picture', format: 'pdf'};
	if (/^(?:<\?xml[^>]*>)?(?:\s|<!--.*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?>)*<svg[\s>]/s.test(letters)) {
		return {kind: 'unsupported', format: 'SVG'};
	}
	if (/^P[1-7]\s+(?:#.*\s+)*(?:\d+\s|WIDTH )/.test(letters)) return {kind: 'unsupported', format: 'PNM'};
	for (const [format, signatures] of pictures) {
		if (begins(bytes, signatures)) return {kind: 'cut', format};
	}
	return undefined;
}

/** First names in the archives of Word, Excel, PowerPoint, OpenDocument and Pages. */
const officeName = /^PK\x03\x04.{26}(?:\[Content_Types\]|_rels\/|docProps\/|word\/|mimetypeapplication\/vnd|Index\/)/s;

function seems(bytes: Uint8Array, letters: string): Seems {
	if (letters === '') return 'empty';
	if (officeName.test(letters) || fits(bytes, compoundFile)) return 'office';
	if (letters.startsWith('PK')) return 'zip';
	if (archives.some(signature => fits(bytes, signature))) return 'archive';
	if (videos.some(signatures => fitsAll(bytes, signatures))) return 'video';
	if (/[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(letters)) return 'unknown';
	const text = letters.replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
	if (/^<(!doctype html|html)/i.test(text)) return 'html';
	if (text.startsWith('{') || text.startsWith('[')) return 'json';
	if (/^(?:received|return-path|delivered-to|message-id|mime-version|from|date|x-[\w-]+): /i.test(text)) return 'email';
	return 'text';
}
