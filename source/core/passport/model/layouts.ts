import type {DocumentShape} from './document.ts';
import type {FieldKey} from './fields.ts';

/** A stretch of the MRZ: line from 0, first and one past the last position, from 0. */
export type Slot = readonly [line: number, from: number, to: number];

export type DigitName = 'number' | 'birth' | 'expiry' | 'optional' | 'composite';

export type DigitSlot = {
	readonly name: DigitName;
	/** The field that the digit protects; none for the composite. */
	readonly field?: FieldKey;
	readonly line: number;
	readonly position: number;
	readonly over: readonly Slot[];
};

/** The positions of all fields in the MRZ of one document shape. */
export type Layout = {
	readonly shape: DocumentShape;
	readonly lines: number;
	readonly length: number;
	readonly fields: Readonly<Partial<Record<FieldKey, Slot>>>;
	/** The stretch of both name fields. */
	readonly names: Slot;
	/** Where a number continues that has more than nine characters. */
	readonly numberRest?: Slot;
	readonly digits: readonly DigitSlot[];
};

type TwoLines = {
	shape: DocumentShape;
	length: number;
	optionalTo: number;
	optionalDigit?: number;
	composite?: readonly Slot[];
};

/** TD2, TD3 and the two visas share their first 28 positions of line 2 (9303-4, -6, -7 §4.2.2). */
function twoLines({shape, length, optionalTo, optionalDigit, composite}: TwoLines): Layout {
	const optional: Slot = [1, 28, optionalTo];
	return {
		shape,
		lines: 2,
		length,
		names: [0, 5, length],
		fields: {
			document_type: [0, 0, 2],
			issuing_country_code: [0, 2, 5],
			surname_english: [0, 5, length],
			given_name_english: [0, 5, length],
			passport_number: [1, 0, 9],
			holder_country_code: [1, 10, 13],
			birth_date: [1, 13, 19],
			sex: [1, 20, 21],
			expiry_date: [1, 21, 27],
			optional_data_mrz: optional,
		},
		digits: [
			{name: 'number', field: 'passport_number', line: 1, position: 9, over: [[1, 0, 9]]},
			{name: 'birth', field: 'birth_date', line: 1, position: 19, over: [[1, 13, 19]]},
			{name: 'expiry', field: 'expiry_date', line: 1, position: 27, over: [[1, 21, 27]]},
			...(optionalDigit === undefined
				? []
				: [
						{name: 'optional', field: 'optional_data_mrz', line: 1, position: optionalDigit, over: [optional]} as const,
					]),
			...(composite === undefined
				? []
				: [{name: 'composite', line: 1, position: length - 1, over: composite} as const]),
		],
	};
}

/** ICAO 9303-5 §4.2.2. */
const td1: Layout = {
	shape: 'TD1',
	lines: 3,
	length: 30,
	names: [2, 0, 30],
	fields: {
		document_type: [0, 0, 2],
		issuing_country_code: [0, 2, 5],
		passport_number: [0, 5, 14],
		birth_date: [1, 0, 6],
		sex: [1, 7, 8],
		expiry_date: [1, 8, 14],
		holder_country_code: [1, 15, 18],
		surname_english: [2, 0, 30],
		given_name_english: [2, 0, 30],
		optional_data_mrz: [0, 15, 30],
		optional_data_2_mrz: [1, 18, 29],
	},
	digits: [
		{name: 'number', field: 'passport_number', line: 0, position: 14, over: [[0, 5, 14]]},
		{name: 'birth', field: 'birth_date', line: 1, position: 6, over: [[1, 0, 6]]},
		{name: 'expiry', field: 'expiry_date', line: 1, position: 14, over: [[1, 8, 14]]},
		{
			name: 'composite',
			line: 1,
			position: 29,
			over: [
				[0, 5, 30],
				[1, 0, 7],
				[1, 8, 15],
				[1, 18, 29],
			],
		},
	],
};

/** Positions 1-10, 14-20 and 22 to the one before the composite (9303-4 §4.2.2.2, 9303-6 §4.2.2.2). */
const composite = (end: number): readonly Slot[] => [
	[1, 0, 10],
	[1, 13, 20],
	[1, 21, end],
];

export const layouts: Readonly<Record<DocumentShape, Layout>> = {
	TD3: twoLines({shape: 'TD3', length: 44, optionalTo: 42, optionalDigit: 42, composite: composite(43)}),
	TD2: twoLines({shape: 'TD2', length: 36, optionalTo: 35, composite: composite(35)}),
	'MRV-A': twoLines({shape: 'MRV-A', length: 44, optionalTo: 44}),
	'MRV-B': twoLines({shape: 'MRV-B', length: 36, optionalTo: 36}),
	TD1: td1,
};

/** Where a number of TD1 or TD2 has its check digit, and where it continues when it is too long for its place. */
const longNumbers: Readonly<Partial<Record<DocumentShape, {readonly digitAt: number; readonly rest: Slot}>>> = {
	TD1: {digitAt: 14, rest: [0, 15, 30]},
	TD2: {digitAt: 9, rest: [1, 28, 35]},
};

const longLayouts = new Map<string, Layout>();

/**
 * Where the fields are in these lines. A document number of more than nine characters has a filler in the place of its
 * check digit; its other characters and the digit begin the optional data and end with a filler (ICAO 9303-5 and 9303-6,
 * §4.2.2).
 */
export function layoutOf(shape: DocumentShape, lines: readonly string[]): Layout {
	const long = longNumbers[shape];
	const [row, from, to] = long?.rest ?? [0, 0, 0];
	if (!long || lines[row]?.[long.digitAt] !== '<') return layouts[shape];
	const length = cut(lines, long.rest).search(/<|$/);
	return length < 2 ? layouts[shape] : longLayout(shape, [row, from, to], length);
}

/** @param length Of what continues the number, its check digit included. */
function longLayout(shape: DocumentShape, [row, from, to]: Slot, length: number): Layout {
	const key = `${shape} ${length}`;
	const known = longLayouts.get(key);
	if (known) return known;
	const usual = layouts[shape];
	const position = from + length - 1;
	const numberRest: Slot = [row, from, position];
	const layout: Layout = {
		...usual,
		numberRest,
		fields: {...usual.fields, optional_data_mrz: [row, Math.min(to, position + 2), to]},
		digits: usual.digits.map(digit =>
			digit.name === 'number' ? {...digit, line: row, position, over: [...digit.over, numberRest]} : digit,
		),
	};
	longLayouts.set(key, layout);
	return layout;
}

/** The characters of the document number, without its check digit. */
export const cutNumber = (lines: readonly string[], {fields, numberRest}: Layout): string =>
	cut(lines, fields.passport_number!) + (numberRest ? cut(lines, numberRest) : '');

export const cut = (lines: readonly string[], [line, from, to]: Slot): string => (lines[line] ?? '').slice(from, to);

/** The lines with other check digits in their places. */
export const putDigits = (
	shape: DocumentShape,
	lines: readonly string[],
	digits: Readonly<Partial<Record<DigitName, string>>>,
): readonly string[] =>
	layoutOf(shape, lines).digits.reduce<readonly string[]>((changed, {name, line, position}) => {
		const digit = digits[name];
		return digit === undefined ? changed : put(changed, [line, position, position + 1], digit);
	}, lines);

/** The lines with `text` put in place of the slot; they keep their length. */
export function put(lines: readonly string[], [line, from, to]: Slot, text: string): string[] {
	const fitted = text.slice(0, to - from).padEnd(to - from, '<');
	return lines.map((old, index) => (index === line ? old.slice(0, from) + fitted + old.slice(to) : old));
}
