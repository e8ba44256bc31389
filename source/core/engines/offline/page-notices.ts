import {AppError} from '../../errors.ts';
import {notice} from '../../passport/judge/finding.ts';
import type {Issue} from '../../passport/model/passport.ts';
import type {PageReading, Reading} from '../../passport/model/reading.ts';
import type {GreyImage} from '../../pictures/picture.ts';
import {isBlankPage} from '../../pictures/quality/blank.ts';
import type {CopySign} from '../../pictures/quality/copy-signs.ts';
import {isMirrored} from './mirror.ts';

/**
 * Returns the readings of a page with a notice where its file ends before the picture does, or is damaged, and one for each
 * sign of a copy.
 */
export function withNotices({cut, damaged}: GreyImage, signs: readonly CopySign[], readings: PageReading): PageReading {
	const notices: readonly Issue[] = [
		...(cut || damaged ? [notice(cut ? 'picture-cut' : 'picture-damaged')] : []),
		...signs.map(sign => notice(`picture-${sign}`)),
	];
	if (notices.length === 0) return readings;
	const noted = (reading: Reading): Reading => ({...reading, issues: [...(reading.issues ?? []), ...notices]});
	const [first, ...others] = readings;
	return [noted(first), ...others.map(noted)];
}

/**
 * Returns what is wrong with a page on which no passport was found: of a damaged file, it may be in what is lost; and the
 * back of a sheet has none.
 */
export function causeOf(page: GreyImage, error: unknown, path: string): unknown {
	if (!(error instanceof AppError) || error.code !== 'NO_PASSPORT_FOUND') return error;
	const {cut, damaged} = page;
	if (cut || damaged) {
		const reason = cut ? 'the file is cut off' : 'the file is damaged';
		return new AppError('DAMAGED_IMAGE', {path, reason}, {cause: error});
	}
	return isBlankPage(page) ? new AppError('BLANK_PAGE', {path}, {cause: error}) : error;
}

/** Whether what was read is the other side of a sheet, which shows through its paper: mirrored, and hardly darker than it. */
export const isBack = (page: GreyImage, [first]: PageReading): boolean => isMirrored(first) && isBlankPage(page);
