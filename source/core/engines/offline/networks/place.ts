import type {Convolution} from './steps.ts';

/** Bytes of a number. */
export const number = 4;

/** The kernel makes channels by eights. */
export const inEights = (channels: number): number => Math.ceil(channels / 8) * 8;

/** The kernel reads and writes bytes by sixteens. */
export const inSixteens = (bytes: number): number => Math.ceil(bytes / 16) * 16;

/** A picture in the kernel's memory: rows of pixels of channels, with a border of zeros that a convolution reads. */
export type Place = {
	readonly at: number;
	readonly bytes: number;
	readonly height: number;
	readonly width: number;
	readonly channels: number;
	readonly pads: Convolution['pads'];
	/** Bytes of a row with its borders, and of a pixel. */
	readonly row: number;
	readonly pixel: number;
	/** The first pixel inside the border. */
	readonly inside: number;
};
