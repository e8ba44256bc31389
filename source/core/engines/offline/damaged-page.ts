import {AppError} from '../../errors.ts';
import {notice} from '../../passport/judge/finding.ts';
import type {PageReading, Reading} from '../../passport/model/reading.ts';
import type {GreyImage} from '../../pictures/picture.ts';

/** Returns the readings of a page with a notice where its file ends before the picture does, or is damaged. */
export function withDamage({cut, damaged}: GreyImage, readings: PageReading): PageReading {
	if (!cut && !damaged) return readings;
	const noted = (reading: Reading): Reading => ({
		...reading,
		issues: [...(reading.issues ?? []), notice(cut ? 'picture-cut' : 'picture-damaged')],
	});
	const [first, ...others] = readings;
	return [noted(first), ...others.map(noted)];
}

/** Returns what is wrong with a page: of a damaged file, a passport that was not found may be in what is lost. */
export const causeOf = ({cut, damaged}: GreyImage, error: unknown, path: string): unknown =>
	(cut || damaged) && error instanceof AppError && error.code === 'NO_PASSPORT_FOUND'
		? new AppError('DAMAGED_IMAGE', {path, reason: cut ? 'the file is cut off' : 'the file is damaged'}, {cause: error})
		: error;
