import type {TripDay} from '../core/passport/judge/validity.ts';
import {documentClassOf} from '../core/passport/model/document.ts';
import type {FieldKey} from '../core/passport/model/fields.ts';
import type {FieldValue} from '../core/passport/model/passport.ts';
import {fieldOfKey} from '../core/passport/printed/service-fields.ts';
import {countryName} from '../core/passport/tables/countries.ts';
import {legacyMembers, recordMembers} from '../core/records/legacy/keys.ts';
import type {PassportRecord} from '../core/records/record.ts';
import {fieldNamesOf} from '../text/field-names.ts';
import type {Language, Messages} from '../text/index.ts';
import {sayShort} from '../text/reason.ts';
import {evidenceText, shown, statusText, textTable, validityAside, verdictLines} from './tables.ts';

type Row = {
	readonly label: string;
	readonly value: string;
	/** The field that it shows; without one it is what a service says. */
	readonly field?: FieldValue | undefined;
};

/** What the ten rows say already, and lines, which hold the number in clear. */
const hidden = new Set([
	'name',
	'name_english',
	'name_pinyin',
	'name_visual',
	'name_english_visual',
	'nationality',
	'passport_number_mrz',
	'mrz_line1',
	'mrz_line2',
	'mrz_line1_original',
	'mrz_line2_original',
	'ocr_mrz',
	'rfid_mrz',
]);

/** The ten rows of the original skill's documentation, in its order, with the fallback for one that is missing. */
function tenRows(record: PassportRecord, language: Language, {commands}: Messages): readonly Row[] {
	const {rows, sexes} = commands.table;
	const members = recordMembers(record);
	const field = (key: FieldKey) => record.passport.fields.find(one => one.key === key);
	const said = (...keys: readonly string[]) => keys.map(key => members[key]).find(Boolean) ?? '';
	const own = (key: keyof typeof rows & FieldKey): Row => {
		const found = field(key);
		const label =
			key === 'passport_number' && record.passport.shape !== 'TD3' ? commands.table.documentNumber : rows[key];
		return {label, value: found ? shown(found) : '', field: found};
	};
	const surname = field('surname_english');
	const national = field('name');
	const name = said('name', 'name_english');
	const pinyin = said('name_pinyin', 'name_english');
	const sex = field('sex');
	const holder = field('holder_country_code');
	const state = holder && countryName(holder.value, language);
	return [
		own('passport_number'),
		{label: rows.name, value: name, field: name === said('name_english') ? surname : national},
		{label: rows.name_pinyin, value: pinyin === name ? '' : pinyin, field: members.name_pinyin ? undefined : surname},
		{label: rows.sex, value: sexes[sex?.value ?? ''] ?? '', field: sex},
		own('birth_date'),
		{label: rows.birth_place, value: said('birth_place', 'birth_place_pinyin'), field: field('birth_place')},
		own('issue_date'),
		own('expiry_date'),
		own('issuing_authority'),
		holder?.value
			? {label: rows.nationality, value: state === holder.value ? state : `${state} (${holder.value})`, field: holder}
			: {label: rows.nationality, value: said('nationality')},
	];
}

/** The fields of the ten rows. */
const inTenRows: readonly FieldKey[] = [
	'passport_number',
	'name',
	'sex',
	'birth_date',
	'birth_place',
	'issue_date',
	'expiry_date',
	'issuing_authority',
	'holder_country_code',
];

/** What the ten rows leave out: the other fields, then what a service says beside them. */
function otherRows(record: PassportRecord, messages: Messages): readonly Row[] {
	const fields = record.passport.fields.filter(({key}) => !inTenRows.includes(key));
	// The service's words about judged fields are shown with their evidence.
	const isSaid = (key: string) => {
		const field = fieldOfKey(key);
		return field?.says !== undefined || field?.zone === 'derived';
	};
	const judged = legacyMembers(record.passport);
	const beside = Object.entries(recordMembers(record)).filter(
		([key]) => (!(key in judged) || key.endsWith('place_pinyin')) && !hidden.has(key) && !isSaid(key),
	);
	return [
		...fields.map(field => ({
			label: fieldNamesOf(messages, record.passport.shape)[field.key],
			value: shown(field),
			field,
		})),
		...beside.map(([key, value]) => ({
			label: messages.serviceLabels[key] ?? key,
			value,
		})),
	];
}

/** One picture: the rows of the original skill's documentation first, then the rest, each with its evidence. */
export function recordTable(record: PassportRecord, day: TripDay, language: Language, messages: Messages): string {
	const {table} = messages.commands;
	const {passport, review} = record;
	const byHand = [...review.confirmed, ...(Object.keys(review.edits) as FieldKey[])];
	const word = sayShort(messages.reasons, {code: 'engine-word'});
	const line = ({label, value, field}: Row) => [
		label,
		value.replace(/ +/g, ' '),
		field ? evidenceText(field, messages, byHand) : word,
	];
	const rows = [...tenRows(record, language, messages), ...otherRows(record, messages)];
	const {columns, documents} = messages.exported;
	const kind = passport.shape === 'TD3' ? [] : [[columns.document, documents[documentClassOf(passport.shape)], '']];
	return [
		textTable([
			[table.field, table.value, table.evidence],
			...kind,
			...rows.filter(({value}) => value !== '').map(line),
		]),
		verdictLines(passport, statusText(record, messages), validityAside(passport, day, messages), messages),
	].join('');
}
