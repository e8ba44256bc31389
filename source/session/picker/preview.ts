import type {Pixels} from '../../core/pictures/thumbnail.ts';

/** The picture under the cursor, made small. */
export type PicturePreview = {
	readonly path: string;
	/** Most pixels it was asked for. */
	readonly width: number;
	readonly height: number;
	/** Undefined when it cannot be shown. */
	readonly pixels: Pixels | undefined;
};
