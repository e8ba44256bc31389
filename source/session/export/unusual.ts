import type {CountryLetters} from '../../core/export/airline/docs-passenger.ts';
import {isPreset} from '../../core/export/column-sets.ts';
import type {DateStyle} from '../../core/export/dates.ts';
import {defaultFormat, type ExportFormat, formats} from '../../core/export/formats.ts';
import {type ColumnGroup, groupNames, keyGroups} from '../../core/export/groups.ts';
import type {StoredStyle} from '../../core/settings/stored.ts';
import {type Language, messages} from '../../text/index.ts';
import {styleParts} from './column-choice.ts';
import {singleNameOf} from './typed-line.ts';

/** What differs from the list that is written unless something else is chosen. */
export type Unusual = {
	/** Columns that are missing, key columns first. */
	readonly missing: readonly ColumnGroup[];
	/** Another format than the default, another date style than ISO. */
	readonly format?: ExportFormat;
	readonly dates?: DateStyle;
	/** Another set of columns than the default. */
	readonly set?: string;
	/** Heads and values, where that was chosen. */
	readonly style?: StoredStyle;
	/** In airline lines. */
	readonly letters?: 2;
	readonly singleName?: string;
};

/** Returns what differs from the default; which rows are written is counted elsewhere. */
export function unusualIn({
	columns,
	format,
	dates,
	set,
	style,
	letters,
	singleName,
}: {
	readonly columns: Readonly<Record<ColumnGroup, boolean>>;
	readonly format: ExportFormat;
	readonly dates: DateStyle;
	readonly set: string;
	readonly style: StoredStyle;
	readonly letters: CountryLetters;
	readonly singleName: {readonly text: string};
}): Unusual {
	const oneName = singleNameOf({singleName});
	const chosen = styleParts({format, set, columns}).filter(
		part => style[part] !== undefined && style[part] !== false && style[part] !== 'masked' && style[part] !== 'comma',
	);
	const ordered = [...keyGroups, ...groupNames.filter(name => !keyGroups.includes(name))];
	return {
		missing: formats[format].fixedContent || set !== 'default' ? [] : ordered.filter(name => !columns[name]),
		...(format === defaultFormat ? {} : {format}),
		...(dates === 'iso' || formats[format].isoDates ? {} : {dates}),
		...(set === 'default' || formats[format].fixedContent ? {} : {set}),
		...(formats[format].forAirlines && letters === 2 ? {letters} : {}),
		...(formats[format].forAirlines && oneName !== undefined ? {singleName: oneName} : {}),
		...(chosen.length > 0 ? {style: Object.fromEntries(chosen.map(part => [part, style[part]]))} : {}),
	};
}

/** The names of missing columns: at most `most` of them, and how many more there are. */
export function missingText(language: Language, missing: readonly ColumnGroup[], most: number): string {
	const {export: text, review, writing} = messages(language).app;
	const named = missing.slice(0, most).map(group => text.columnKinds[group]);
	return writing.missing(named.join(review.comma), missing.length - named.length);
}

/** Format and date style where they differ; empty when both are the default. */
export function styleText(language: Language, {format, dates, set, style = {}, letters, singleName}: Unusual): string {
	const {export: text, review, writing} = messages(language).app;
	return [
		...(format ? [text.formats[format].name] : []),
		...(set === undefined ? [] : [writing.columnsOf(setName(language, set))]),
		...(dates ? [writing.datesAs(text.dateKinds[dates])] : []),
		...(style.header ? [`${text.styleParts.header} ${text.headerKinds[style.header]}`] : []),
		...(style.names ? [`${text.styleParts.names} ${text.nameKinds[style.names]}`] : []),
		...(style.optional === 'full' ? [text.withOptional] : []),
		...(style.photos ? [text.withPhotos] : []),
		...(style.delimiter ? [`${text.styleParts.delimiter} ${text.delimiterKinds[style.delimiter]}`] : []),
		...(style.excelSafe ? [text.excelSafe] : []),
		...(style.families ? [text.withFamilies] : []),
		...(letters ? [`${text.letters} ${text.letterKinds[letters]}`] : []),
		...(singleName === undefined ? [] : [`${text.singleName} ${singleName}`]),
		...(style.countries ? [`${text.styleParts.countries} ${text.countryKinds[style.countries]}`] : []),
	].join(review.comma);
}

/** A set of columns as a person calls it. */
export const setName = (language: Language, set: string): string =>
	isPreset(set) ? messages(language).app.export.sets[set] : set;

/** Everything that differs, in sentences, the longest first; one empty text when nothing does. */
export function unusualTexts(language: Language, unusual: Unusual): readonly string[] {
	const {review, writing} = messages(language).app;
	const {missing} = unusual;
	const style = styleText(language, unusual);
	const withStyle = (said: string): string =>
		[said, style === '' ? '' : writing.style(style)].filter(part => part !== '').join(review.sentence);
	if (missing.length === 0) return [withStyle('')];
	const counts = [missing.length, 6, 4, 2, 0].filter((count, at) => at === 0 || count < missing.length);
	return counts.map(most => withStyle(writing.without(missingText(language, missing, most))));
}
