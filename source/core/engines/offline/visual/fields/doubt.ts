import type {PageFrame} from '../lines/frame.ts';
import {clearEnough, type Found, legible} from '../page.ts';

/** What the MRZ says, too. A printed value that differs is a word against it, or it is nothing. */
export const besideMrz: ReadonlySet<Found['field']> = new Set([
	'surname',
	'given_names',
	'passport_number',
	'birth_date',
	'expiry_date',
	'sex',
]);

/** A margin that says: one more letter may be here, or one less. */
export const inDoubt = 0.6;

/** Values in words that nothing on the page vouches for. */
const words: ReadonlySet<Found['field']> = new Set(['birth_place', 'authority', 'issue_place', 'nationality']);

/**
 * Whether a value was read clearly enough to be given. One that only the page prints is given however it was read, with
 * its margin; one that is hardly legible is a pattern or a signature.
 */
export function isLegible({field, by, run}: Found): boolean {
	if (besideMrz.has(field)) return by === 'mrz' || run.margin > clearEnough;
	return run.confidence > legible;
}

/** Letters of type are read this clearly on average, those of patterns are not. */
const clearType = 3;

/** What is in the place of a value that the MRZ has, and was read with a letter in doubt: no word against it, but there. */
export const isInPlace = ({field, by, labelled, run}: Found): boolean =>
	besideMrz.has(field) && field !== 'sex' && (labelled || by === 'order') && run.confidence > clearType;

/** Pixels a pitch under which letters have too few for what parts one from another: a page 470 pixels wide. */
const fineEnough = 9.5;

/**
 * Values as sure as their size lets them be: what both readers see in a few pixels may be the same mistake. What is only in
 * the place of a value says nothing there.
 */
export function weighed(found: readonly Found[], {down}: PageFrame): readonly Found[] {
	const share = Math.min(1, Math.hypot(...down) / fineEnough) ** 4;
	if (share === 1) return found;
	return found.filter(isLegible).map(one => ({...one, run: {...one.run, margin: share * one.run.margin}}));
}

/** States in whose language the letter is Ð; elsewhere (Croatian, Vietnamese, Sami) the same capital is Đ. */
const ethStates: ReadonlySet<string> = new Set(['ISL', 'FRO']);

/** `PJÓĐSKRÁ`, the register of the nation: no Icelandic word begins so, but with Þ. */
const withThorn = (text: string): string =>
	text.replace(/(?<!\p{L})P(?=JÓ[ÐĐ])/giu, letter => (letter === 'P' ? 'Þ' : 'þ'));

/** Đ and Ð are one class of the reader: the state says which it is, or letters beside it that only Icelandic has. */
const withEth = (text: string, issuer: string): string =>
	ethStates.has(issuer) || (issuer === 'VNM' ? /[ÞÆÖ]/iu : /[ÞÝÆÖ]/iu).test(text)
		? text.replaceAll('Đ', 'Ð').replaceAll('đ', 'ð')
		: text;

/** Among capitals a letter with a dot is İ: `DAXiLi`, and not in `Questura Di Roma`. */
const withDottedCapitals = (text: string): string =>
	text.replace(/(?<!\p{L})(?=(?:\p{L}*\p{Lu}){2})[\p{Lu}i]+(?!\p{L})/gu, word => word.replaceAll('i', 'İ'));

/** `Polisen laşi`, `Affari lnterni`: hardly a word begins with an L and a consonant, and many begin with an I. */
const smallBegin = /(?<=\s)l(?=[bcdfgkmnpqrstvwxz]|aş)/gu;

/** A value without the strokes and points that the reader sees at its ends. */
export function trimmed(one: Found, issuer: string): Found {
	const found = {...one, text: withDottedCapitals(withEth(withThorn(one.text), issuer))};
	if (!words.has(found.field) && found.field !== 'sex') return found;
	const text = found.text
		.replace(/^(?!['’]\p{L}[- ])[^\p{L}\p{N}(]+|[^\p{L}\p{N}).]+$/gu, '')
		// `EXIT8 ENTRY`: no word ends in this digit.
		.replace(/(?<=\p{L}{2})8(?= \p{L}{2})/u, ' &')
		// `laşi`: a place begins with a capital.
		.replace(/^l(?=\p{Ll})/u, 'I')
		.replace(smallBegin, 'I');
	const whole = {...found, text: text.includes(')') ? text : text.replaceAll('(', '')};
	// `'AQUILA` is what is left of `L'AQUILA`, and `/ TUR` of `T.C. / TUR`.
	const isCut = /^(?:['’]\p{L}(?![- ])|\s*\/)/u.test(found.text);
	return isCut ? {...whole, run: {...found.run, margin: Math.min(found.run.margin, inDoubt)}} : whole;
}
