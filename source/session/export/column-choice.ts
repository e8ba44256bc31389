import {type ColumnSet, columnSet, type Preset, setNamed} from '../../core/export/column-sets.ts';
import {type DelimiterName, delimiters} from '../../core/export/csv.ts';
import {type ExportFormat, formats} from '../../core/export/formats.ts';
import {type ColumnGroup, groupNames} from '../../core/export/groups.ts';
import {countryStyles, type ListStyle, nameStyles, optionalStyles, usualStyle} from '../../core/export/list-style.ts';
import type {ExportWords} from '../../core/export/words.ts';
import type {StoredColumns, StoredStyle} from '../../core/settings/stored.ts';
import {type Language, messages} from '../../text/index.ts';
import {neighbour} from '../neighbour.ts';

/** The languages of heads, in the order of choice. */
export const headers = ['en', 'zh', 'both'] as const;

/** What is chosen of how a list is written. */
export type StylePart = keyof StoredStyle;

type Chosen = ChosenSet & {
	readonly savedSets: Readonly<Record<string, StoredColumns>>;
	readonly style: StoredStyle;
};

type ChosenSet = {
	readonly set: string;
	/** Where they are not known, the set is one that comes with the program. */
	readonly savedSets?: Readonly<Record<string, StoredColumns>> | undefined;
	/** Of the default columns; without it all. */
	readonly columns?: Readonly<Record<ColumnGroup, boolean>> | undefined;
};

/** Whether a column has lines of the MRZ: only there the optional data is masked. */
function hasLines({set, savedSets = {}, columns}: ChosenSet): boolean {
	if (set === 'default') return columns?.mrz !== false;
	return columnSet(setNamed(set, savedSets) ?? 'default').columns.some(({key}) => key.startsWith('mrz_line'));
}

/** The columns of the chosen set, how values are written, and the languages of the heads. */
export function columnsOf({set, savedSets, style, columns}: Chosen): {
	readonly columns: Preset | ColumnSet;
	readonly style: Partial<ListStyle>;
	readonly headWords?: readonly ExportWords[];
} {
	const {names, countries, optional} = style;
	const header = style.header ?? savedSets[set]?.header;
	const languages: readonly Language[] = header === 'both' ? ['en', 'zh'] : header ? [header] : [];
	return {
		columns: setNamed(set, savedSets) ?? 'default',
		style: {
			...(names ? {names} : {}),
			...(countries ? {countries} : {}),
			...(optional && hasLines({set, savedSets, columns}) ? {optional} : {}),
		},
		...(languages.length > 0 ? {headWords: languages.map(language => messages(language).exported)} : {}),
	};
}

/** How a CSV file is written. */
export const csvOptionsOf = ({delimiter = 'comma', excelSafe = false}: StoredStyle) => ({
	delimiter: delimiters[delimiter],
	excelSafe,
});

/** The groups of columns that are written, in the order of the file. */
export const chosenGroups = ({
	columns,
}: {
	readonly columns: Readonly<Record<ColumnGroup, boolean>>;
}): readonly ColumnGroup[] => groupNames.filter(name => columns[name]);

/** What the line of the style shows: as it was chosen, else as the set has it, else as usual. */
export const styleOf = (
	{set, savedSets, style}: Chosen,
	language: Language,
): {readonly [part in StylePart]-?: NonNullable<StoredStyle[part]>} => ({
	header: style.header ?? savedSets[set]?.header ?? language,
	names: style.names ?? savedSets[set]?.names ?? usualStyle.names,
	countries: style.countries ?? savedSets[set]?.countries ?? usualStyle.countries,
	optional: style.optional ?? savedSets[set]?.optional ?? usualStyle.optional,
	photos: style.photos ?? false,
	delimiter: style.delimiter ?? 'comma',
	excelSafe: style.excelSafe ?? false,
	families: style.families ?? false,
});

/** What of the style a list has: keys of JSON have no language, the original skill's columns are as they are. */
export function styleParts({format, ...chosen}: ChosenSet & {readonly format: ExportFormat}): readonly StylePart[] {
	const {fixedContent, isoDates, lossless, holdsPictures, delimited} = formats[format];
	if (fixedContent) return [];
	const ofFile = delimited ? (['delimiter', 'excelSafe'] as const) : [];
	if (chosen.set === 'original') return ofFile;
	return [
		...(isoDates ? [] : (['header'] as const)),
		'names',
		'countries',
		...(lossless || !hasLines(chosen) ? [] : (['optional'] as const)),
		'families',
		...(holdsPictures ? (['photos'] as const) : []),
		...ofFile,
	];
}

const choices: {readonly [part in StylePart]: readonly NonNullable<StoredStyle[part]>[]} = {
	header: headers,
	names: nameStyles,
	countries: countryStyles,
	optional: optionalStyles,
	photos: [false, true],
	delimiter: Object.keys(delimiters) as readonly DelimiterName[],
	excelSafe: [false, true],
	families: [false, true],
};

/** The style with the next choice for one of its parts. */
export function nextStyle(exporting: Chosen, part: StylePart, language: Language): StoredStyle {
	const all: readonly (string | boolean)[] = choices[part];
	return {...exporting.style, [part]: neighbour(all, styleOf(exporting, language)[part])};
}

type ChosenList = {readonly format: ExportFormat; readonly set: string; readonly style: StoredStyle};

/** True where pictures were asked for and the list can hold them. */
export const holdsPhotos = ({format, set, style}: ChosenList): boolean =>
	style.photos === true && styleParts({format, set}).includes('photos');

/** The same of families side by side. */
export const putsFamiliesTogether = ({format, set, style}: ChosenList): boolean =>
	style.families === true && styleParts({format, set}).includes('families');
