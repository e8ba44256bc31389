import type {CropFrame} from '../../core/pictures/crop.ts';
import type {Room} from '../layout/layout.ts';

/** One cut-out on the screen, in cells from the corner of its view. */
export type CutOut = Room & {
	/** On the picture in its own size. */
	readonly frame: CropFrame;
	/** Parts of it that are to be marked. */
	readonly marked: readonly CropFrame[];
};

/** What was read of a cell, below it. */
export type Caption = {
	readonly x: number;
	readonly y: number;
	readonly character: string;
	readonly kind: 'plain' | 'current' | 'doubt';
};

/** A picture on the screen: where, of which file, and what of it. */
export type View = Room & {
	readonly id: 'page' | 'strip';
	/** File and content it is of: another content is not shown. */
	readonly path: string;
	readonly sha256: string;
	/** Size of the picture that frames are given in; undefined where no engine has given it. */
	readonly page: {readonly width: number; readonly height: number} | undefined;
	readonly parts: readonly CutOut[];
	/** The whole picture instead of parts, turned upright by quarters. */
	readonly whole?: {
		readonly turns: 0 | 1 | 2 | 3;
		readonly marked: readonly CropFrame[];
		/** Enlarged so many times, around what is marked; `pan`: half screens from there. */
		readonly closer?: {readonly scale: number; readonly pan: {readonly x: number; readonly y: number}};
	};
	readonly captions: readonly Caption[];
};
