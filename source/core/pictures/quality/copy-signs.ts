import type {GreyImage} from '../picture.ts';
import {hasEvenDots} from './even-dots.ts';

/**
 * What a picture of a copy or of a screen shows, and some honest scans do too: no colour, or fine dots all over it. They
 * say nothing about whether a document is genuine.
 */
export type CopySign = 'grey' | 'dots';

/** Returns what of a decoded page is as in a copy; dots only where its pixels are fine enough for them. */
export const copySigns = (page: GreyImage): readonly CopySign[] => [
	...(page.isColourless ? (['grey'] as const) : []),
	...(hasEvenDots(page) ? (['dots'] as const) : []),
];
