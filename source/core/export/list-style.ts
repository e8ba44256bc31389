import {namesReachEnd} from '../passport/mrz/names.ts';
import {compareNames} from '../passport/printed/compare-names.ts';
import {isClear} from '../records/legacy/keys.ts';
import type {PassportRecord} from '../records/record.ts';

/**
 * How names are written: as the MRZ has them (`VAN DER BERG`), as the page prints them, or with a capital letter each
 * (`Van Der Berg`).
 */
export const nameStyles = ['mrz', 'printed', 'title'] as const;

export type NameStyle = (typeof nameStyles)[number];

/** How states are written: `CHN`, or by their name. */
export const countryStyles = ['code', 'name'] as const;

export type CountryStyle = (typeof countryStyles)[number];

/** How the optional data of the MRZ is written, often a national identity number: as `*`, or as it is. */
export const optionalStyles = ['masked', 'full'] as const;

export type OptionalStyle = (typeof optionalStyles)[number];

/** How the values of a list are written. */
export type ListStyle = {
	readonly names: NameStyle;
	readonly countries: CountryStyle;
	readonly optional: OptionalStyle;
};

export const usualStyle: ListStyle = {names: 'mrz', countries: 'code', optional: 'masked'};

export type NameKey = 'surname_english' | 'given_name_english';

/** A capital letter at the start of each word: after a space, a hyphen or an apostrophe. */
const titled = (text: string): string =>
	text.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, letter => letter.toUpperCase());

/** A name in a style. What the page prints is taken only where it is the same name, and no person has changed it. */
export function nameIn({passport, review}: PassportRecord, key: NameKey, value: string, style: NameStyle): string {
	if (style === 'title') return titled(value);
	if (style === 'mrz' || review.edits[key] !== undefined) return value;
	const printed = passport.fields.find(field => field.key === key)?.printed?.text.trim();
	return printed !== undefined && compareNames(printed, value) === 'same' ? printed : value;
}

/** The whole name that the page prints where the MRZ cut it off; undefined where it did not, or a person typed the name. */
export function wholeNameIn({passport, review}: PassportRecord, key: NameKey, style: NameStyle): string | undefined {
	if (!namesReachEnd(passport) || review.edits[key] !== undefined) return undefined;
	const field = passport.fields.find(one => one.key === key);
	if (!field?.printed || !isClear(field.printed)) return undefined;
	const text = field.printed.text.trim();
	if (compareNames(text, field.value, true) !== 'truncated') return undefined;
	return style === 'title' ? titled(text) : text;
}
