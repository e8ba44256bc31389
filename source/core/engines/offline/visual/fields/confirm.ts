import type {CompleteDate} from '../../../../passport/model/dates.ts';
import {transliterate} from '../../../../passport/tables/transliteration.ts';
import {agreed} from '../lines/line-reader.ts';
import {clearEnough, type Found} from '../page.ts';
import {fold} from '../runs.ts';
import {dateIn} from './find-date.ts';
import type {MrzFacts} from './mrz-facts.ts';

/** The same value in another look at its line. `isGeneral`: by the other reader. */
type SameValue = Pick<Found, 'run'> & {readonly isGeneral: boolean};

const isDated = (field: Found['field']): boolean => field === 'birth_date' || field === 'expiry_date';

/** True when two looks found the same value; of a day, what was misread in the name of its month does not count. */
export function isSameValue(one: Found, other: Found, today: CompleteDate): boolean {
	if (one.field !== other.field) return false;
	if (!isDated(one.field)) return fold(one.text) === fold(other.text);
	const [a, b] = [one, other].map(({field, text}) => dateIn(text, field === 'birth_date' ? 'birth' : 'other', today));
	return a !== undefined && a.iso === b?.iso;
}

/**
 * True for the MRZ's name without letters at one end where its box may have cut them off: ink beside it was not read, or
 * whole words are missing, which may be in another box.
 */
export function isCutName({field, text}: Found, {surname, given}: MrzFacts, hasUnreadInk: boolean): boolean {
	if (field !== 'surname' && field !== 'given_names') return false;
	const name = field === 'surname' ? surname : given;
	const [read, whole] = [text, name].map(one => fold(transliterate(one))) as [string, string];
	if (!whole.startsWith(read) && !whole.endsWith(read)) return false;
	const words = name.split(' ');
	const isOfWords = words.some((_, at) =>
		[words.slice(0, at + 1), words.slice(at)].some(some => fold(some.join('')) === read),
	);
	return hasUnreadInk || isOfWords;
}

/**
 * A value that contradicts the MRZ and that no look reads as the MRZ has it: as clear as what both readers agree on, where
 * the general one reads the same, else as the clearest look at it. Undefined where that is in doubt as well.
 */
export function withCertainty(one: Found, same: readonly SameValue[]): Found | undefined {
	if (same.length === 0) return undefined;
	const least = same.some(({isGeneral}) => isGeneral) ? agreed : 0;
	const margin = Math.max(least, one.run.margin, ...same.map(({run}) => run.margin));
	return margin > clearEnough ? {...one, run: {...one.run, margin}} : undefined;
}
