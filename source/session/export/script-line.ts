import {isAbsolute, relative} from 'node:path';
import {localEngine, sendsAll} from '../../core/engines/choice.ts';
import type {CountryLetters} from '../../core/export/airline/docs-passenger.ts';
import type {DateStyle} from '../../core/export/dates.ts';
import {type ExportFormat, formats} from '../../core/export/formats.ts';
import {type ColumnGroup, groupNames} from '../../core/export/groups.ts';
import {formatSpan, type Trip} from '../../core/passport/judge/trip.ts';
import {formatDate} from '../../core/passport/model/dates.ts';
import {type DocumentClass, passportsOnly} from '../../core/passport/model/document.ts';
import {projectName} from '../../core/settings/folder.ts';
import type {StoredStyle} from '../../core/settings/stored.ts';
import {shellQuoted} from '../../core/shell-quoted.ts';
import type {AppState} from '../state.ts';
import {chosenGroups, holdsPhotos, styleParts} from './column-choice.ts';
import {formValues} from './form.ts';
import {singleNameOf} from './typed-line.ts';
import {commonFolder} from './update.ts';

export type ScriptedWork = {
	/** How this program is started. */
	readonly command?: string;
	/** Where the commands are given. */
	readonly from: string;
	readonly pictures: readonly string[];
	readonly engine: string;
	/** Without the printed text. */
	readonly mrzAlone?: boolean;
	readonly documents?: readonly DocumentClass[];
	readonly format: ExportFormat;
	readonly form?: {readonly name: string; readonly values: Readonly<Record<string, string>>} | undefined;
	readonly output: string;
	/** What is not as usual. */
	readonly set?: string;
	readonly groups?: readonly ColumnGroup[];
	readonly dates?: DateStyle;
	/** The dates of the set, where they were saved with it. */
	readonly datesOfSet?: DateStyle | undefined;
	readonly style?: StoredStyle;
	/** In airline lines. */
	readonly letters?: CountryLetters;
	readonly singleName?: string | undefined;
	/** Rows are added to the list that is there. */
	readonly append?: boolean;
	/** What the passports must be valid for. */
	readonly trip?: Trip | undefined;
	/** Each passport once. */
	readonly once?: boolean;
	/** Also what a person rejected. */
	readonly rejected?: boolean;
};

/**
 * The commands that write such a list without a person, each in parts that belong on one row. They take everything below
 * the folder: what a person has chosen or accepted there is nothing that a command can name.
 */
export function scriptCommands({
	command = projectName,
	from,
	pictures,
	engine,
	mrzAlone,
	documents = passportsOnly,
	format,
	form,
	output,
	set = 'default',
	groups = groupNames,
	dates = 'iso',
	datesOfSet = 'iso',
	style = {},
	letters,
	singleName,
	append,
	trip,
	once,
	rejected,
}: ScriptedWork): readonly (readonly string[])[] {
	const near = (path: string): string => {
		const inside = relative(from, path);
		return inside.startsWith('..') || isAbsolute(inside) ? path : inside || '.';
	};
	const folder = shellQuoted(near(commonFolder(pictures, from)));
	return [
		[
			`${command} recognize`,
			`--dir ${folder}`,
			`--engine ${engine}`,
			...(mrzAlone ? ['--no-printed'] : []),
			...documentWords(documents),
		],
		[
			`${command} export`,
			`--from-dir ${folder}`,
			...(form ? formWords(form) : [`--format ${format}`]),
			...(set === 'default' || formats[format].fixedContent ? [] : [`--columns ${shellQuoted(set)}`]),
			...(set === 'default' && groups.length < groupNames.length && !formats[format].fixedContent
				? [`--only ${groups.join(',')}`]
				: []),
			...(dates === datesOfSet || formats[format].fixedContent ? [] : [`--dates ${dates}`]),
			...styleWords({format, set}, style),
			...(formats[format].forAirlines ? airlineWords(letters, singleName) : []),
			...(holdsPhotos({format, set, style}) && !append ? ['--photos'] : []),
			...(trip ? tripWords(trip) : []),
			...(rejected ? ['--rejected'] : []),
			...(append ? ['--append'] : once ? ['--once'] : []),
			`--output ${shellQuoted(near(output))}`,
		],
	];
}

/** A form, and what is given for it. */
const formWords = ({name, values}: NonNullable<ScriptedWork['form']>): readonly string[] => [
	`--template ${shellQuoted(name)}`,
	...Object.entries(values).map(([value, text]) => `--set ${shellQuoted(`${value}=${text}`)}`),
];

const styleWords = (list: Parameters<typeof styleParts>[0], style: StoredStyle): readonly string[] =>
	styleParts(list).flatMap(part => {
		if (part === 'optional') return style.optional === 'full' ? ['--with-optional'] : [];
		if (part === 'delimiter') return delimiterWords(style.delimiter);
		if (part === 'excelSafe') return style.excelSafe ? ['--excel-safe'] : [];
		if (part === 'families') return style.families ? ['--families'] : [];
		return part === 'photos' || style[part] === undefined ? [] : [`--${part} ${style[part]}`];
	});

const delimiterWords = (name: StoredStyle['delimiter'] = 'comma'): readonly string[] =>
	name === 'comma' ? [] : [`--delimiter ${name === 'tab' ? "'\\t'" : "';'"}`];

const airlineWords = (letters: CountryLetters | undefined, singleName: string | undefined): readonly string[] => [
	...(letters === 2 ? ['--country-letters 2'] : []),
	...(singleName === undefined ? [] : [`--single-name ${shellQuoted(singleName)}`]),
];

const documentWords = (documents: readonly DocumentClass[]): readonly string[] =>
	`${documents}` === `${passportsOnly}` ? [] : [`--documents ${documents.join(',')}`];

const tripWords = ({on, validFor, schengen}: Trip): readonly string[] => [
	...(validFor && (validFor.months > 0 || validFor.days > 0) ? [`--valid-for ${formatSpan(validFor)}`] : []),
	`--on ${formatDate(on)}`,
	...(schengen ? ['--schengen', `--until ${formatDate(schengen.departure)}`] : []),
];

/** The commands for the list that was written last. */
export const scriptOf = (state: AppState): readonly (readonly string[])[] =>
	scriptCommands({
		from: state.folder,
		pictures: state.reading.items.map(({path}) => path),
		engine: state.engine ?? localEngine,
		mrzAlone: state.mrzAlone && !sendsAll(state.engine ?? localEngine),
		documents: state.documents,
		format: state.exporting.format,
		form:
			state.exporting.format === 'template'
				? {name: state.exporting.form.name, values: formValues(state.exporting.form)}
				: undefined,
		output: state.exporting.written?.path ?? '',
		set: state.exporting.set,
		groups: chosenGroups(state.exporting),
		dates: state.exporting.dates,
		datesOfSet: state.exporting.savedSets[state.exporting.set]?.dates,
		style: state.exporting.style,
		letters: state.exporting.letters,
		singleName: singleNameOf(state.exporting),
		append: state.exporting.written?.appended !== undefined,
		trip: state.trip,
		once: (state.exporting.sent?.left.twice ?? 0) > 0,
		rejected: state.exporting.rows.rejected,
	});
