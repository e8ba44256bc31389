import {type Column, columnsByKey, defaultColumns, originalColumns} from './columns.ts';
import type {ListStyle} from './list-style.ts';

/** The columns of a list, in their order. */
export type ColumnSet = {
	readonly columns: readonly Column[];
	/** Columns that are empty in every row stay away where they are optional: a form has all of its columns. */
	readonly dropsEmpty?: true;
	/** Byte for byte as the original skill writes it: all text, its labels as keys, a row for each failure. */
	readonly asOriginal?: true;
	readonly style?: Partial<ListStyle>;
};

/** A column that a person chose, under a head of their own where they named it. */
export type ChosenColumn = {readonly key: string; readonly head?: string | undefined};

const byKeys = (...keys: readonly string[]): ColumnSet => ({columns: keys.map(key => columnsByKey.get(key)!)});

/** The sets that everyone has, in the order of choice. */
export const presets = {
	default: {columns: defaultColumns, dropsEmpty: true},
	/** 中国公民出国旅游团队名单表 (notice 旅管理发〔2002〕79号), and what agencies add to it. */
	'tour-list': byKeys(
		'no',
		'name',
		'full_name',
		'sex',
		'birth_date',
		'birth_place',
		'passport_number',
		'issued',
		'holder_country_code',
		'issue_place',
		'expiry_date',
		'age',
		'remarks',
	),
	/** What the Chinese, Schengen and Japanese visa forms ask for. */
	'visa-group': byKeys(
		'surname_english',
		'given_name_english',
		'sex',
		'birth_date',
		'birth_place',
		'holder_country_code',
		'passport_number',
		'document_type',
		'issue_date',
		'expiry_date',
		'issue_place',
	),
	brief: byKeys('full_name', 'passport_number', 'holder_country_code', 'birth_date', 'expiry_date', 'remarks'),
	original: {columns: originalColumns, asOriginal: true},
} as const satisfies Readonly<Record<string, ColumnSet>>;

/** The sheet of a list as the original skill writes it. */
export const originalSheet = '护照识别结果';

export type Preset = keyof typeof presets;

export const presetNames = Object.keys(presets) as readonly Preset[];

export const isPreset = (name: string): name is Preset => Object.hasOwn(presets, name);

/** A set by its name, or the set itself. */
export const columnSet = (columns: Preset | ColumnSet): ColumnSet =>
	typeof columns === 'string' ? presets[columns] : columns;

/** Columns that were saved under a name, as the settings have them. */
export type SavedSet = {readonly [name in keyof ListStyle]?: ListStyle[name] | undefined} & {
	readonly columns: readonly ChosenColumn[];
	/** The language of the heads. */
	readonly header?: string | undefined;
};

/** A set by its name: a preset, or one that was saved; undefined for a name that is neither. */
export function setNamed(name: string, saved: Readonly<Record<string, SavedSet>>): Preset | ColumnSet | undefined {
	if (isPreset(name)) return name;
	const own = Object.hasOwn(saved, name) ? saved[name] : undefined;
	if (!own) return undefined;
	const {columns, names, countries, optional} = own;
	return chosenSet(columns, {
		...(names ? {names} : {}),
		...(countries ? {countries} : {}),
		...(optional ? {optional} : {}),
	});
}

/** Names under which a set can be saved: one that no preset and no column has, and that an option can take. */
export const isSetName = (name: string): boolean =>
	/^\p{L}[\p{L}\p{N}_-]*$/u.test(name) && !isPreset(name) && !columnsByKey.has(name);

/** The columns in a text as `--columns` takes it, or the first part of it that is none. */
export function columnsIn(text: string): readonly ChosenColumn[] | {readonly unknown: string} {
	const columns: ChosenColumn[] = [];
	for (const part of text.split(',')) {
		const [name = '', ...rest] = part.split('=');
		const key = name.trim();
		if (!columnsByKey.has(key)) return {unknown: part};
		// As in the screen: an empty head is the usual one.
		columns.push({key, head: rest.join('=').trim() === '' ? undefined : rest.join('=')});
	}
	return columns;
}

/** A set of chosen columns; keys that are not known are left out. */
export const chosenSet = (chosen: readonly ChosenColumn[], style?: Partial<ListStyle>): ColumnSet => ({
	columns: chosen.flatMap(({key, head}) => {
		const column = columnsByKey.get(key);
		if (!column) return [];
		return [head === undefined ? column : {...column, head: () => head}];
	}),
	...(style ? {style} : {}),
});
