import {AppError} from '../../errors.ts';
import {notice} from '../../passport/judge/finding.ts';
import type {PageReading, Reading} from '../../passport/model/reading.ts';
import type {GreyImage} from '../../pictures/picture.ts';

/** Returns the readings of a page with a notice where its file ends before the picture does. */
export function withCut({cut}: GreyImage, readings: PageReading): PageReading {
	if (!cut) return readings;
	const noted = (reading: Reading): Reading => ({
		...reading,
		issues: [...(reading.issues ?? []), notice('picture-cut')],
	});
	const [first, ...others] = readings;
	return [noted(first), ...others.map(noted)];
}

/** Returns what is wrong with a page: where its file is cut off, a passport that was not found may be in the rest. */
export const causeOf = ({cut}: GreyImage, error: unknown, path: string): unknown =>
	cut && error instanceof AppError && error.code === 'NO_PASSPORT_FOUND'
		? new AppError('DAMAGED_IMAGE', {path, reason: 'the file is cut off'}, {cause: error})
		: error;
