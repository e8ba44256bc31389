import type {Cut} from './formats/cut-off.ts';
import type {TextMrz} from './formats/pdf-text.ts';

/** A picture as it came: its bytes, recognised by content, not by name. */
export type PictureFormat = 'jpeg' | 'png' | 'bmp' | 'webp' | 'tiff' | 'gif' | 'avif' | 'heic' | 'pdf';

export type Picture = {
	/** Where it came from, with the page where one was named (`scan.tif#2`); for people and for `source_image`. */
	readonly path: string;
	/** Of the whole file, all its pages, from where the picture begins. */
	readonly bytes: Uint8Array;
	readonly format: PictureFormat;
	/** How many pages or frames the file has; 1 for an ordinary picture. */
	readonly pages: number;
	/** The page that is meant, from 1. */
	readonly page: number;
	/** Lower-case hex SHA-256 of the file: the identity under which results are kept. */
	readonly sha256: string;
	/** Permission bits of the file, where it is one: what is kept of it is never easier to read. */
	readonly mode?: number;
	/** Size and time of the file, where it is one, before it was read: when it was last changed, in milliseconds since the epoch. */
	readonly file?: {readonly bytes: number; readonly modified: number};
	/** It came as base64 text: then a service gets it as such. */
	readonly base64?: true;
};

/** Grey pixels, row by row, 0 black to 255 white. */
export type GreyImage = {
	readonly width: number;
	readonly height: number;
	readonly data: Uint8Array;
	/** Size of the stored picture after EXIF, when it was scaled down while it was decoded. */
	readonly original?: {readonly width: number; readonly height: number};
	/** The picture was seen in its colours, and has none. */
	readonly isColourless?: boolean;
	/** MRZs that a page of a PDF shows as text. */
	readonly texts?: readonly TextMrz[];
	/** The file ends before the picture does: these pixels are the part of it that the file holds. */
	readonly cut?: Cut;
	/** The file is damaged in its middle: some of these pixels are wrong. */
	readonly damaged?: boolean;
};
