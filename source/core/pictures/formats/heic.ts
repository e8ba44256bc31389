import {AppError} from '../../errors.ts';
import {type DecodedPixels, isTooLarge, type PageSize} from '../decode/decoded.ts';
import {HeifError, type HeifFile, withHeif, wordsAt} from './libheif.ts';

export type HeicOptions = {
	/** What messages call the picture. */
	readonly path: string;
	/** From 1: the primary picture, then the other pictures of the file. */
	readonly page: number;
	/** Without it, only the luminance is decoded and no colour converted. */
	readonly colour: boolean;
	readonly maxPixels: number;
};

/** Values of heif.h. */
const colourspace = {rgb: 1, monochrome: 2, asStored: 99} as const;
const chroma = {monochrome: 0, rgb: 10, rgba: 11, asStored: 99} as const;
const channel = {luminance: 0, alpha: 6, interleaved: 10} as const;
const unsupported: ReadonlySet<number> = new Set([3, 4, 11]);

/** Subcode of a warning. */
const coloursDisagree = 152;

/** Bytes of `struct heif_decoding_options`. */
const option = {toEightBits: 20, strict: 21} as const;

/** Byte of `struct heif_color_profile_nclx`. */
const fullRange = 16;

/** Returns how many pictures a file holds that are meant to be seen: no previews, no depth or gain maps. */
export async function countHeic(bytes: Uint8Array): Promise<number> {
	return withHeif(bytes, ({lib, context}) => lib._heif_context_get_number_of_top_level_images!(context));
}

/** Returns the size of a picture as it is seen, from the header alone. */
export async function sizeOfHeic(bytes: Uint8Array, page: number): Promise<PageSize> {
	return withHeif(bytes, file => {
		const handle = openHandle(file, page);
		return sizeOf(file, handle);
	});
}

/**
 * Decodes a picture of a HEIC file. Rotation, mirroring and cropping of the file are applied; Exif's is to be ignored
 * (ISO 23008-12 §6.5.10). What the decoder warns of counts as damage.
 *
 * @throws AppError TOO_LARGE {width, height} before anything is decoded, DAMAGED_IMAGE, UNSUPPORTED_IMAGE {format}
 */
export async function decodeHeic(bytes: Uint8Array, options: HeicOptions): Promise<DecodedPixels> {
	const {path} = options;
	try {
		return await withHeif(bytes, file => decode(file, options));
	} catch (error) {
		if (error instanceof AppError) throw error;
		if (error instanceof HeifError && unsupported.has(error.code)) {
			throw new AppError('UNSUPPORTED_IMAGE', {path, format: 'HEIF'}, {cause: error});
		}
		const reason = error instanceof Error ? error.message : String(error);
		throw new AppError('DAMAGED_IMAGE', {path, reason}, {cause: error});
	}
}

function decode(file: HeifFile, {path, page, colour, maxPixels}: HeicOptions): DecodedPixels {
	const {lib, get, later} = file;
	const handle = openHandle(file, page);
	const {width, height} = sizeOf(file, handle);
	if (isTooLarge({width, height}, maxPixels)) throw new AppError('TOO_LARGE', {path, width, height});
	const hasAlpha = lib._heif_image_handle_has_alpha_channel!(handle) !== 0;
	const settings = lib._heif_decoding_options_alloc!();
	later(() => lib._heif_decoding_options_free!(settings));
	lib.HEAPU8[settings + option.toEightBits] = 1;
	lib.HEAPU8[settings + option.strict] = 1;
	const decoded = (space: number, layout: number): number => {
		const image = get('_heif_decode_image', [handle], [space, layout, settings]);
		later(() => lib._heif_image_release!(image));
		if (hasDamage(file, image)) throw new AppError('DAMAGED_IMAGE', {path, reason: 'the decoder warns'});
		return image;
	};
	if (colour) {
		const image = decoded(colourspace.rgb, hasAlpha ? chroma.rgba : chroma.rgb);
		return planeOf(file, image, channel.interleaved, hasAlpha ? 4 : 3);
	}
	let image = decoded(colourspace.asStored, chroma.asStored);
	if (lib._heif_image_get_colorspace!(image) === colourspace.rgb)
		image = decoded(colourspace.monochrome, chroma.monochrome);
	const grey = planeOf(file, image, channel.luminance, 1);
	if (isLimited(file, image)) spread(grey.data);
	if (lib._heif_image_has_channel!(image, channel.alpha))
		onWhite(grey.data, planeOf(file, image, channel.alpha, 1).data);
	return grey;
}

/** Whether the decoder warns of anything but two places of the file that name different colours, which some cameras write. */
function hasDamage({lib, allocate}: HeifFile, image: number): boolean {
	const count = lib._heif_image_get_decoding_warnings!(image, 0, 0, 0);
	const list = allocate(12 * count);
	lib._heif_image_get_decoding_warnings!(image, 0, list, count);
	const words = wordsAt(lib, list, 3 * count);
	return words.some((word, index) => index % 3 === 1 && word !== coloursDisagree);
}

function openHandle(file: HeifFile, page: number): number {
	const handle = file.get('_heif_context_get_image_handle', [file.context, imageId(file, page)]);
	file.later(() => file.lib._heif_image_handle_release!(handle));
	return handle;
}

const sizeOf = ({lib}: HeifFile, handle: number): PageSize => ({
	width: lib._heif_image_handle_get_width!(handle),
	height: lib._heif_image_handle_get_height!(handle),
});

/** The number of a picture in the file, which is not its place. */
function imageId({lib, context, get, allocate}: HeifFile, page: number): number {
	const primary = get('_heif_context_get_primary_image_ID', [context]);
	if (page === 1) return primary;
	const count = lib._heif_context_get_number_of_top_level_images!(context);
	const list = allocate(4 * count);
	lib._heif_context_get_list_of_top_level_image_IDs!(context, list, count);
	return wordsAt(lib, list, count).filter(id => id !== primary)[page - 2] ?? primary;
}

/** Copies a plane out of the decoder's memory, without what fills its rows up. */
function planeOf({lib, allocate}: HeifFile, image: number, plane: number, channels: 1 | 3 | 4): DecodedPixels {
	const width = lib._heif_image_get_width!(image, plane);
	const height = lib._heif_image_get_height!(image, plane);
	const bits = lib._heif_image_get_bits_per_pixel_range!(image, plane);
	const place = allocate(4);
	const start = lib._heif_image_get_plane_readonly!(image, plane, place);
	if (start === 0 || bits !== 8) throw new HeifError(0, `a plane of ${bits} bits`);
	const [stride = 0] = wordsAt(lib, place, 1);
	const row = width * channels;
	const data = new Uint8Array(row * height);
	for (let y = 0; y < height; y++) {
		const from = start + y * stride;
		data.set(lib.HEAPU8.subarray(from, from + row), y * row);
	}
	return {width, height, channels, data};
}

/** Whether 16 is black and 235 is white, as in television (ITU-T H.273 §8.3). */
function isLimited({lib, get}: HeifFile, image: number): boolean {
	try {
		const profile = get('_heif_image_get_nclx_color_profile', [image]);
		const limited = lib.HEAPU8[profile + fullRange] === 0;
		lib._heif_nclx_color_profile_free!(profile);
		return limited;
	} catch {
		// Without a profile the full range is used (HEIF default for still pictures).
		return false;
	}
}

function spread(grey: Uint8Array): void {
	const table = Uint8Array.from({length: 256}, (_, value) => Math.min(255, Math.max(0, ((value - 16) * 255) / 219)));
	for (const [index, value] of grey.entries()) grey[index] = table[value]!;
}

function onWhite(grey: Uint8Array, alpha: Uint8Array): void {
	for (const [index, value] of grey.entries()) {
		const share = alpha[index]! / 255;
		grey[index] = value * share + 255 * (1 - share);
	}
}
