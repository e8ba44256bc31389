/** The fields of the MRZ, under the keys that the original skill writes to disk. */
export type MrzFieldKey =
	| 'passport_number'
	| 'surname_english'
	| 'given_name_english'
	| 'holder_country_code'
	| 'birth_date'
	| 'sex'
	| 'expiry_date'
	| 'issuing_country_code'
	| 'document_type'
	| 'optional_data_mrz'
	| 'optional_data_2_mrz';

/** The fields that only the page above the MRZ prints (ICAO 9303-4 §4.1.1). `name`: in the national script. */
export type PrintedFieldKey = 'name' | 'birth_place' | 'issue_date' | 'issue_place' | 'issuing_authority' | 'id_number';

export type FieldKey = MrzFieldKey | PrintedFieldKey;

/**
 * - `decides`: a row of an export is trusted for it; a result is clean only if all of these are proven.
 * - `printed`: it is printed above the MRZ only, never decides, and is there only where something was read of it.
 */
export type FieldInfo = {
	readonly decides: boolean;
	readonly kind: 'name' | 'number' | 'code' | 'date' | 'sex' | 'type' | 'text';
	/** The MRZ of no other shape has it. */
	readonly onlyIn?: 'TD1';
} & (
	| {readonly key: MrzFieldKey; readonly printed?: undefined}
	| {readonly key: PrintedFieldKey; readonly decides: false; readonly printed: true}
);

/** Order is the order of display. */
export const fields: readonly FieldInfo[] = [
	{key: 'passport_number', decides: true, kind: 'number'},
	{key: 'surname_english', decides: true, kind: 'name'},
	{key: 'given_name_english', decides: true, kind: 'name'},
	{key: 'holder_country_code', decides: true, kind: 'code'},
	{key: 'birth_date', decides: true, kind: 'date'},
	{key: 'sex', decides: true, kind: 'sex'},
	{key: 'expiry_date', decides: true, kind: 'date'},
	{key: 'issuing_country_code', decides: true, kind: 'code'},
	{key: 'document_type', decides: false, kind: 'type'},
	{key: 'optional_data_mrz', decides: false, kind: 'number'},
	{key: 'optional_data_2_mrz', decides: false, kind: 'number', onlyIn: 'TD1'},
	{key: 'name', decides: false, kind: 'text', printed: true},
	{key: 'birth_place', decides: false, kind: 'text', printed: true},
	{key: 'issue_date', decides: false, kind: 'date', printed: true},
	{key: 'issue_place', decides: false, kind: 'text', printed: true},
	{key: 'issuing_authority', decides: false, kind: 'text', printed: true},
	{key: 'id_number', decides: false, kind: 'text', printed: true},
];

/** The fields of the MRZ that every document has. */
export const mrzFields: readonly MrzFieldKey[] = fields.flatMap(({key, printed, onlyIn}) =>
	printed || onlyIn ? [] : [key],
);

/** The fields for which a row of an export is trusted. */
export const decidingKeys: readonly FieldKey[] = fields.flatMap(({key, decides}) => (decides ? [key] : []));

/** The fields that only the page prints. */
export const printedFields: readonly PrintedFieldKey[] = fields.flatMap(({key, printed}) => (printed ? [key] : []));

const infos: ReadonlyMap<FieldKey, FieldInfo> = new Map(fields.map(field => [field.key, field]));

export const fieldInfo = (key: FieldKey): FieldInfo => infos.get(key)!;

/** True for a field that only the page above the MRZ prints. */
export const isPrintedOnly = (key: FieldKey): key is PrintedFieldKey => fieldInfo(key).printed === true;
