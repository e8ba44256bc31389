import {basename} from 'node:path';
import {fieldOf} from '../../passport/judge/passport-status.ts';
import {thresholds} from '../../passport/judge/thresholds.ts';
import {type FieldKey, fields, isPrintedOnly} from '../../passport/model/fields.ts';
import type {FieldValue, Passport, PrintedText} from '../../passport/model/passport.ts';
import {bilingualParts} from '../../passport/printed/bilingual.ts';
import {holdsNoise} from '../../passport/printed/printed-values.ts';
import {exportCode, mrzCode} from '../../passport/tables/codes.ts';
import {lastAnswer} from '../../remember.ts';
import type {PassportRecord} from '../record.ts';

/** The flat text members of a sidecar, under the original skill's keys. */
export type LegacyMembers = Readonly<Record<string, string>>;

/** The service's keys for what the page prints, where this computer read it and the key is not the field's own. */
const printedKeys: Readonly<Partial<Record<FieldKey, string>>> = {
	issuing_authority: 'issuing_authority_ocr',
	id_number: 'id_number_ocr',
};

const isEdited = ({evidence}: FieldValue): boolean => evidence.reasons.some(({code}) => code === 'edited');

/** The flat key of a field: a service has two for some, and keeps its own. */
export function legacyKey(field: FieldValue): string {
	const {key, printed} = field;
	if (!isPrintedOnly(key) || !printed || (key === 'name' && isEdited(field))) return key;
	return printed.source ?? printedKeys[key] ?? key;
}

/** The fields that only the page prints. A text that is no value of its field stays as the page prints it. */
function addPrinted(members: Record<string, string>, passport: Pick<Passport, 'fields'>): void {
	for (const field of passport.fields) {
		const {key, value, printed} = field;
		if (!isPrintedOnly(key)) continue;
		const text = value || (isEdited(field) ? '' : (printed?.text ?? ''));
		if (text === '') continue;
		if (key === 'birth_place' || key === 'issue_place') {
			const {national, latin} = bilingualParts(text);
			members[legacyKey(field)] = national;
			if (latin !== undefined) members[`${key}_pinyin`] = latin;
		} else members[legacyKey(field)] = text;
		if (key === 'name' && printed && printed.source === undefined) members.name_visual = text;
	}
}

/** A flat member has no level, nor has a cell: what was read weakly is in neither. */
export const isClear = ({text, margin}: PrintedText): boolean =>
	(margin ?? Number.POSITIVE_INFINITY) > thresholds.printedOnlyMargin && !holdsNoise(text);

/** Whether this computer read a field of the MRZ above it, too. */
const isReadTwice = ({key, printed}: FieldValue): boolean =>
	printed !== undefined && printed.source === undefined && !isPrintedOnly(key);

/** What this computer read above the MRZ of fields that the MRZ has, too. A service's words are in its answer. */
function addVisual(members: Record<string, string>, passport: Pick<Passport, 'fields'>): void {
	if (!passport.fields.some(isReadTwice)) return;
	const field = (key: FieldKey) => fieldOf(passport.fields, key);
	const text = (key: FieldKey): string => {
		const printed = field(key)?.printed;
		return printed && printed.source === undefined && isClear(printed) ? printed.text : '';
	};
	const [surname, given] = [text('surname_english'), text('given_name_english')];
	const latin = surname === '' ? '' : [surname, given].filter(Boolean).join(',');
	const nationality = text('holder_country_code');
	const code = mrzCode(field('holder_country_code')?.value ?? '').replaceAll('<', '');
	const isCoded =
		code !== '' &&
		nationality
			.toUpperCase()
			.split(/[^A-Z]+/)
			.includes(code);
	const found: LegacyMembers = {
		surname_english_visual: surname,
		given_name_english_visual: given,
		name_english_visual: latin,
		name_pinyin: field('name') && text('name') !== '' ? latin : '',
		sex_ocr: text('sex'),
		nationality,
		holder_country_code_ocr: isCoded ? exportCode(code) : '',
		birth_date_ocr: text('birth_date'),
		expiry_date_ocr: text('expiry_date'),
	};
	for (const key in found) if (found[key] !== '') members[key] = found[key]!;
}

/**
 * What a passport says in the original skill's keys. `name_english` has two spaces between surname and given names, as
 * the service has them; `name` repeats it, as the service does, when no national script is known.
 */
export const legacyMembers = ({fields, lines}: Passport): LegacyMembers => membersOf(fields, lines);

/** Reading a file asks for the members of the same passport several times. */
const membersOf = lastAnswer((fields: Passport['fields'], lines: Passport['lines']): LegacyMembers => {
	const passport = {fields, lines};
	const value = (key: FieldKey) => fieldOf(passport.fields, key)?.value ?? '';
	const name = [value('surname_english'), value('given_name_english')].filter(part => part !== '').join('  ');
	const members: Record<string, string> = {
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
	};
	const second = fieldOf(passport.fields, 'optional_data_2_mrz');
	if (second) members.optional_data_2_mrz = second.value;
	for (const [index, line] of lines.entries()) members[`mrz_line${index + 1}`] = line;
	addVisual(members, passport);
	addPrinted(members, passport);
	return members;
});

/** Keys of what is judged here, from whichever engine it came. */
export const judgedKeys: ReadonlySet<string> = new Set([
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
const alsoSaidBy: Readonly<Partial<Record<FieldKey, readonly string[]>>> = {
	surname_english: ['verified_surname_english'],
	given_name_english: ['verified_given_name_english'],
	name: ['name_visual'],
	birth_place: ['birth_place', 'birth_place_pinyin'],
	issue_date: ['issue_date'],
	issue_place: ['issue_place', 'issue_place_pinyin'],
	issuing_authority: ['issuing_authority', 'issuing_authority_ocr'],
	id_number: ['id_number', 'id_number_ocr'],
};

/**
 * The flat members of a record: the judged values, and what else a service or another program wrote. An edit writes
 * itself into the lines, so that another copy of them is no longer true.
 *
 * @param lines Of the MRZ, where they are not to be as they are kept.
 */
export function recordMembers(record: PassportRecord, lines = record.passport.lines): LegacyMembers {
	const {passport, answer, foreign, review} = record;
	const ours = membersOf(passport.fields, lines);
	if (answer === undefined && foreign === undefined) return ours;
	const edited = Object.keys(review.edits) as FieldKey[];
	const outdated = new Set(edited.length > 0 ? ['ocr_mrz', ...edited.flatMap(key => alsoSaidBy[key] ?? [])] : []);
	const current = Object.fromEntries(Object.entries({...answer, ...foreign}).filter(([key]) => !outdated.has(key)));
	return {...ours, ...membersBeside(current, ours)};
}

/**
 * What a service says beside the passport's own fields, such as a height. What it says of a field that was judged is
 * not among it: that is in the field's evidence.
 */
function membersBeside(members: LegacyMembers, ours: LegacyMembers): LegacyMembers {
	return Object.fromEntries(Object.entries(members).filter(([key]) => !(key in ours)));
}

/** The flat members of a file that this program would not write by itself: another program put them there. */
export function foreignMembers(members: LegacyMembers, record: PassportRecord): LegacyMembers {
	const beside = Object.entries(membersBeside(members, legacyMembers(record.passport)));
	if (beside.length === 0) return {};
	const written = recordMembers(record);
	return Object.fromEntries(beside.filter(([key, value]) => written[key] !== value));
}

/** The name under which a sidecar speaks of its picture. NFC, because macOS hands out names decomposed. */
export const sourceImage = (path: string): string => basename(path).normalize('NFC');
