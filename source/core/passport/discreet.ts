import {masked} from '../masked.ts';
import type {DocumentShape} from './model/document.ts';
import type {FieldKey} from './model/fields.ts';
import {layoutOf, type Slot} from './model/layouts.ts';
import type {Reason} from './model/passport.ts';

/** Fields that often hold a national identity number. */
const identityNumbers: ReadonlySet<string> = new Set(['optional_data_mrz', 'optional_data_2_mrz', 'id_number']);

export const isIdentityNumber = (key: string | undefined): boolean => key !== undefined && identityNumbers.has(key);

/** A national identity number as it is shown unless asked for: nothing of it but its length. */
const hidden = (text: string): string => text.replace(/[^<\s]/gu, '*');

/** A value as a table shows it: the document number in part, a national identity number not at all. */
export const discreetValue = (key: FieldKey, value: string): string =>
	isIdentityNumber(key) ? hidden(value) : key === 'passport_number' ? masked(value) : value;

/** What of a reason may hold a field's value, as it was read or might be. */
const holdsValue: readonly string[] = ['from', 'value', 'other', 'printed', 'mrz', 'raw'];

/** What of a reason is a character of the value. */
const holdsCharacter: readonly string[] = ['character', 'twin', 'as', 'seen', 'taken', 'perhaps'];

/**
 * A reason or an issue of a field whose value is hidden: the value is not to be read in the words either. Single
 * characters of it are left out, since a text that names `*` in place of `*` says nothing.
 */
export const discreet = <Said extends Reason>(said: Said, field: FieldKey | undefined): Said => {
	if (!said.params || field === undefined) return said;
	const left = isIdentityNumber(field)
		? Object.entries(said.params).filter(([name]) => !holdsCharacter.includes(name))
		: Object.entries(said.params);
	const params = left.map(([name, value]) => [
		name,
		typeof value === 'string' && holdsValue.includes(name) ? discreetValue(field, value) : value,
	]);
	return {...said, params: Object.fromEntries(params)};
};

/** The same, of national identity numbers alone. */
export const withoutIdentityNumber = <Said extends Reason>(said: Said, field: FieldKey | undefined): Said =>
	isIdentityNumber(field) ? discreet(said, field) : said;

/** The lines of an MRZ with `*` in the places of what its optional data holds. */
export function linesWithoutOptional(shape: DocumentShape, lines: readonly string[]): readonly string[] {
	const {optional_data_mrz: first, optional_data_2_mrz: second} = layoutOf(shape, lines).fields;
	return [first, second].reduce<readonly string[]>(
		(shown, slot) => (slot ? changedIn(shown, slot, hidden) : shown),
		lines,
	);
}

/** The lines of an MRZ with its document number as a table shows it. */
export function linesWithNumberInPart(shape: DocumentShape, lines: readonly string[]): readonly string[] {
	const slot = layoutOf(shape, lines).fields.passport_number;
	return slot ? changedIn(lines, slot, masked) : lines;
}

const changedIn = (
	lines: readonly string[],
	[row, from, to]: Slot,
	change: (text: string) => string,
): readonly string[] =>
	lines.map((line, index) =>
		index === row ? line.slice(0, from) + change(line.slice(from, to)) + line.slice(to) : line,
	);
