import type {PictureFormat} from './picture.ts';

/** What the first bytes of a file say it is. Names are never asked. */
export type Sniffed =
	| {readonly kind: 'picture'; readonly format: PictureFormat}
	| {readonly kind: 'unsupported'; readonly format: string}
	/** Begins as a picture but ends before its signature does. */
	| {readonly kind: 'cut'; readonly format: string}
	| {readonly kind: 'other'; readonly seems: 'empty' | 'text' | 'html' | 'json' | 'zip' | 'video' | 'unknown'};

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
	['Photoshop', [ascii('8BPS')]],
];

/** ISO 14496-12 brands of the boxes that hold still pictures; every other `ftyp` is a film. */
const brands: Readonly<Record<string, string>> = {
	heic: 'HEIC',
	heix: 'HEIC',
	hevc: 'HEIC',
	hevx: 'HEIC',
	heim: 'HEIC',
	heis: 'HEIC',
	mif1: 'HEIC',
	msf1: 'HEIC',
	avif: 'AVIF',
	avis: 'AVIF',
};

/** Sizes that the header of a BMP may state; without this every text that begins with "BM" would be a picture. */
const bmpHeaders = new Set([12, 16, 40, 52, 56, 64, 108, 124]);

const fits = (bytes: Uint8Array, {at, bytes: wanted}: Signature) =>
	wanted.every((byte, index) => bytes[at + index] === byte);

/** `bytes` ends inside the signature, and agrees with it so far. Two bytes at least: one alone says nothing. */
const begins = (bytes: Uint8Array, signatures: readonly Signature[]) => {
	const end = Math.max(...signatures.map(({at, bytes: wanted}) => at + wanted.length));
	if (bytes.length < 2 || bytes.length >= end) return false;
	return signatures.every(({at, bytes: wanted}) =>
		wanted.every((byte, index) => at + index >= bytes.length || bytes[at + index] === byte),
	);
};

/** Tells a file by its first bytes; 1,024 of them are enough. */
export function sniff(bytes: Uint8Array): Sniffed {
	for (const [format, signatures] of pictures) {
		if (signatures.every(signature => fits(bytes, signature))) return {kind: 'picture', format};
	}
	const letters = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
	if (letters.startsWith('BM') && bytes.length >= 18) {
		const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(14, true);
		if (bmpHeaders.has(header)) return {kind: 'picture', format: 'bmp'};
	}
	for (const [format, signatures] of unsupported) {
		if (signatures.every(signature => fits(bytes, signature))) return {kind: 'unsupported', format};
	}
	if (letters.slice(4, 8) === 'ftyp') {
		const format = brands[letters.slice(8, 12)];
		return format ? {kind: 'unsupported', format} : {kind: 'other', seems: 'video'};
	}
	if (letters.includes('%PDF-')) return {kind: 'unsupported', format: 'PDF'};
	for (const [format, signatures] of pictures) {
		if (begins(bytes, signatures)) return {kind: 'cut', format};
	}
	return {kind: 'other', seems: seems(letters)};
}

function seems(letters: string): Extract<Sniffed, {kind: 'other'}>['seems'] {
	if (letters === '') return 'empty';
	if (letters.startsWith('PK')) return 'zip';
	if (/[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(letters)) return 'unknown';
	const start = letters.replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
	if (/^<(!doctype html|html)/i.test(start)) return 'html';
	if (start.startsWith('{') || start.startsWith('[')) return 'json';
	return 'text';
}
