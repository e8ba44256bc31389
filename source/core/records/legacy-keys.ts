import {basename} from 'node:path';
import {type FieldKey, fields} from '../passport/model/fields.ts';
import type {Passport} from '../passport/model/passport.ts';
import type {PassportRecord} from './record.ts';

/** The flat text members of a sidecar, under the original skill's keys. */
export type LegacyMembers = Readonly<Record<string, string>>;

const valueIn = (passport: Passport, key: FieldKey): string =>
	passport.fields.find(field => field.key === key)?.value ?? '';

/**
 * What a passport says in the original skill's keys. `name_english` has two spaces between surname and given names, as
 * the service has them; `name` repeats it, as the service does when no national script is known.
 */
export function legacyMembers(passport: Passport): LegacyMembers {
	const value = (key: FieldKey) => valueIn(passport, key);
	const name = [value('surname_english'), value('given_name_english')].filter(part => part !== '').join('  ');
	return {
		passport_number: value('passport_number'),
		passport_number_mrz: value('passport_number'),
		name,
		name_english: name,
		surname_english: value('surname_english'),
		given_name_english: value('given_name_english'),
		sex: value('sex'),
		birth_date: value('birth_date'),
		expiry_date: value('expiry_date'),
		holder_country_code: value('holder_country_code'),
		issuing_country_code: value('issuing_country_code'),
		document_type: value('document_type'),
		optional_data_mrz: value('optional_data_mrz'),
		...Object.fromEntries(passport.lines.map((line, index) => [`mrz_line${index + 1}`, line])),
	};
}

const judgedKeys: ReadonlySet<string> = new Set([
	'passport_number_mrz',
	'name',
	'name_english',
	'mrz_line1',
	'mrz_line2',
	'mrz_line3',
	...fields.map(({key}) => key),
]);

/** Whether the flat member of this key holds a judged value or a line. */
export const isJudgedKey = (key: string): boolean => judgedKeys.has(key);

/** Members that say a field in another way: a person's change of it makes them untrue. */
const alsoSaidBy: Readonly<Partial<Record<FieldKey, string>>> = {
	surname_english: 'verified_surname_english',
	given_name_english: 'verified_given_name_english',
};

/**
 * The flat members of a record: the judged values, and what else another program or engine wrote. An edit writes itself
 * into the lines, so that another copy of them is no longer true.
 */
export function recordMembers({passport, extra, review}: PassportRecord): LegacyMembers {
	const edited = Object.keys(review.edits) as FieldKey[];
	const outdated = new Set(edited.length > 0 ? ['ocr_mrz', ...edited.map(key => alsoSaidBy[key])] : []);
	const current = Object.fromEntries(Object.entries(extra).filter(([key]) => !outdated.has(key)));
	return {...legacyMembers(passport), ...membersBeside(current, passport)};
}

/**
 * What a service says beside the passport's own fields: the printed places, the authority, the name in the national
 * script. Its word about a field that was judged is not among it: that stands with the field's evidence.
 */
export function membersBeside(members: LegacyMembers, passport: Passport): LegacyMembers {
	const ours = legacyMembers(passport);
	return Object.fromEntries(
		Object.entries(members).filter(([key, value]) => (key === 'name' ? isNational(value) : !(key in ours))),
	);
}

/** In another script: where there is none, the service repeats the Latin name. */
export const isNational = (name: string): boolean =>
	/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(name);

/** The name under which a sidecar speaks of its picture. NFC, because macOS hands out names decomposed. */
export const sourceImage = (path: string): string => basename(path).normalize('NFC');
