import type {PictureFormat} from '../picture.ts';

type Brand =
	| {readonly kind: 'picture'; readonly format: PictureFormat}
	| {readonly kind: 'unsupported'; readonly format: string};

const avif: Brand = {kind: 'picture', format: 'avif'};
const heic: Brand = {kind: 'picture', format: 'heic'};
const jpeg2000: Brand = {kind: 'unsupported', format: 'JPEG 2000'};
const raw: Brand = {kind: 'unsupported', format: 'camera RAW'};

/** Brands that name a coding (ISO 23008-12 Annex B, AVIF 1.1 §6); they decide. */
const codings: Readonly<Record<string, Brand>> = {
	avif,
	avis: avif,
	heic,
	heix: heic,
	heim: heic,
	heis: heic,
	hevc: heic,
	hevx: heic,
	hevm: heic,
	hevs: heic,
	j2ki: jpeg2000,
	j2is: jpeg2000,
	'crx ': raw,
};

/** Brands of still pictures of any coding. */
const stills = new Set(['mif1', 'mif2', 'msf1', 'miaf', 'MiHB', 'MiHE', 'MiHA']);

/** What a file of boxes (ISO 14496-12) holds, by the brands of its first box; without one of a picture it is a film. */
export function brandKind(letters: string): Brand | {readonly kind: 'other'; readonly seems: 'video'} {
	const size = Buffer.from(letters.slice(0, 4), 'latin1').readUInt32BE();
	const listed = letters.slice(16, Math.max(16, size)).match(/.{4}/gs) ?? [];
	const major = letters.slice(8, 12);
	const own = codings[major];
	if (own) return own;
	if (!stills.has(major)) return {kind: 'other', seems: 'video'};
	return listed.map(brand => codings[brand]).find(brand => brand !== undefined) ?? heic;
}
