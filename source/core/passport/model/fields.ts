/**
 * The fields of a passport, under the keys that the original skill writes to disk. Order is the order of display.
 *
 * - `mrz`: read from the machine-readable zone. `printed`: from the visual zone.
 * - `decides`: a row of an export is trusted for it; a result is clean only if all of these are proven.
 */
export type FieldKey =
	| 'passport_number'
	| 'surname_english'
	| 'given_name_english'
	| 'holder_country_code'
	| 'birth_date'
	| 'sex'
	| 'expiry_date'
	| 'issuing_country_code'
	| 'document_type'
	| 'optional_data_mrz';

export type FieldInfo = {
	readonly key: FieldKey;
	readonly decides: boolean;
	readonly kind: 'name' | 'number' | 'code' | 'date' | 'sex' | 'type';
	/** Where the field stands in a TD3 zone: line (0 or 1), first and one past the last position, from 0. ICAO 9303-4 §4.2.2. */
	readonly mrz: readonly [line: 0 | 1, from: number, to: number];
};

export const fields: readonly FieldInfo[] = [
	{key: 'passport_number', decides: true, kind: 'number', mrz: [1, 0, 9]},
	{key: 'surname_english', decides: true, kind: 'name', mrz: [0, 5, 44]},
	{key: 'given_name_english', decides: true, kind: 'name', mrz: [0, 5, 44]},
	{key: 'holder_country_code', decides: true, kind: 'code', mrz: [1, 10, 13]},
	{key: 'birth_date', decides: true, kind: 'date', mrz: [1, 13, 19]},
	{key: 'sex', decides: true, kind: 'sex', mrz: [1, 20, 21]},
	{key: 'expiry_date', decides: true, kind: 'date', mrz: [1, 21, 27]},
	{key: 'issuing_country_code', decides: true, kind: 'code', mrz: [0, 2, 5]},
	{key: 'document_type', decides: false, kind: 'type', mrz: [0, 0, 2]},
	{key: 'optional_data_mrz', decides: false, kind: 'number', mrz: [1, 28, 42]},
];

export const fieldInfo = (key: FieldKey): FieldInfo => fields.find(field => field.key === key)!;
