import type {CompleteDate} from '../../../passport/model/dates.ts';
import {clearEnough, evens, type Found} from './page.ts';
import {dateIn, isUsualValidity} from './zone-dates.ts';

/** What the zone says, too. A printed value that differs is a word against it, or it is nothing. */
const besideMrz: ReadonlySet<Found['field']> = new Set([
	'surname',
	'given_names',
	'passport_number',
	'birth_date',
	'expiry_date',
	'sex',
]);

/** Values in words that nothing on the page vouches for. */
const words: ReadonlySet<Found['field']> = new Set(['birth_place', 'authority', 'issue_place', 'nationality']);

/** Neither letters nor what stands between them in a name, a place or an office. */
const junk = /[^\p{L}\p{M}\p{N}\s.,:;'’"“”/()&+·•°№#-]|\p{L}#|#\p{L}/u;

/**
 * Whether a value was read clearly enough to be given: one that is missing is seen, one that is wrong is not.
 *
 * @param expiry The zone's last day of validity, ISO 8601
 */
export function isTold({field, by, run, text}: Found, expiry: string | undefined, today: CompleteDate): boolean {
	if (besideMrz.has(field)) return by === 'zone' || run.margin > clearEnough;
	if (words.has(field)) return run.margin > evens && !junk.test(text);
	if (field === 'personal_number') return run.margin > clearEnough;
	if (field !== 'issue_date' || run.margin > evens) return true;
	// O and 0 are never far apart, and a day that is whole years before the last is no accident.
	const iso = dateIn(text, 'other', today)?.iso;
	return iso !== undefined && expiry !== undefined && isUsualValidity(iso, expiry);
}

/** A value without the strokes and points that the reader sees at its ends. */
export function trimmed(found: Found): Found {
	if (!words.has(found.field) && found.field !== 'sex') return found;
	const text = found.text.replace(/^[^\p{L}\p{N}(]+|[^\p{L}\p{N}).]+$/gu, '');
	return {...found, text: text.includes(')') ? text : text.replaceAll('(', '')};
}
