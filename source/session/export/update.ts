import {dirname, join, resolve} from 'node:path';
import {countryLetters} from '../../core/export/airline/docs-passenger.ts';
import {isPreset, presetNames} from '../../core/export/column-sets.ts';
import {dateStyles} from '../../core/export/dates.ts';
import {exportFormats, formats, isExportFormat, withFormat} from '../../core/export/formats.ts';
import {type ColumnGroup, groupNames, isColumnGroup} from '../../core/export/groups.ts';
import {formatDate} from '../../core/passport/model/dates.ts';
import type {LastExport} from '../../core/settings/stored.ts';
import type {Language} from '../../text/index.ts';
import {neighbour} from '../neighbour.ts';
import type {AppState} from '../state.ts';
import {type Act, type Transition, transition} from '../transition.ts';
import {startEdit} from '../typing/text-edit.ts';
import {nextStyle, type StylePart, styleParts} from './column-choice.ts';
import {filePlace} from './file-place.ts';
import {besideForm} from './form.ts';
import type {ExportFocus, ExportState, IfExists, RowKind} from './state.ts';

const focuses: readonly ExportFocus[] = [
	'format',
	'form',
	'file',
	'ifExists',
	'rows',
	'set',
	'columns',
	'dates',
	'style',
	'letters',
	'singleName',
];

/** All that is known: the set whose columns can be left out one by one. */
export const defaultSet = 'default';

/** The sets of columns, in the order of choice. */
export const setNames = ({savedSets}: ExportState): readonly string[] => [
	...presetNames,
	...Object.keys(savedSets).filter(name => !isPreset(name)),
];

/** The lines of the dialog: what the format does not have, or what is not there, is no question. */
export function exportLines(exporting: ExportState): readonly ExportFocus[] {
	const {format, set, there} = exporting;
	const {fixedContent, isoDates, forAirlines} = formats[format];
	const without: ReadonlySet<ExportFocus> = new Set<ExportFocus>([
		...(format === 'template' ? [] : (['form'] as const)),
		...(there ? [] : (['ifExists'] as const)),
		...(fixedContent ? (['set'] as const) : []),
		...(fixedContent || set !== defaultSet ? (['columns'] as const) : []),
		...(fixedContent || isoDates || set === 'original' ? (['dates'] as const) : []),
		...(styleParts(exporting).length === 0 ? (['style'] as const) : []),
		...(forAirlines ? [] : (['letters', 'singleName'] as const)),
	]);
	return focuses.filter(line => !without.has(line));
}

export const rowKinds: readonly RowKind[] = ['accepted', 'edited', 'unchecked', 'rejected'];

export const allColumns = Object.fromEntries(groupNames.map(name => [name, true])) as ExportState['columns'];

/** The folder that holds all pictures: where a person looks for the list of them. */
export function commonFolder(paths: readonly string[], otherwise: string): string {
	const [first, ...others] = paths.map(path => dirname(path));
	if (first === undefined) return otherwise;
	let folder = first;
	const inside = (path: string) =>
		path === folder || path.startsWith(folder.endsWith('/') ? folder : join(folder, '/'));
	while (!others.every(inside)) {
		const above = dirname(folder);
		if (above === folder) return folder;
		folder = above;
	}
	return folder;
}

const defaultName = ({today, exporting}: AppState): string =>
	`passports-${formatDate(today)}${formats[exporting.format].extension}`;

const exportFolder = (state: AppState): string =>
	state.exporting.folder ??
	resolve(
		state.folder,
		commonFolder(
			state.review.records.map(({path}) => path),
			state.folder,
		),
	);

/** Where the file goes. */
export function exportPath(state: AppState): string {
	const {file, format} = state.exporting;
	const usual = defaultName(state);
	return filePlace(file.text.trim() || usual, format, exportFolder(state), state.home, usual);
}

export function openDialog(state: AppState): Transition {
	const file = startEdit(state.exporting.file.text || defaultName(state));
	const {format, form, folder, ifExists, rows, set, columns, dates, style, letters, singleName} = state.exporting;
	const chosen = {format, form, folder, ifExists, rows, set, columns, dates, style, letters, singleName};
	const before = {...chosen, file: state.exporting.file};
	const exporting = {...state.exporting, file, focus: 'format', before, previewFrom: 0} as const;
	return transition({...state, screen: 'export', exporting});
}

/** Back from the dialog without a file: what was changed in it is dropped. */
export const closeDialog = (state: AppState): Transition =>
	transition({
		...state,
		screen: 'review',
		exporting: {...state.exporting, ...state.exporting.before, before: undefined},
	});

const move = (state: AppState, by: number): Transition => {
	const focus = neighbour(exportLines(state.exporting), state.exporting.focus, by);
	return transition({...state, exporting: {...state.exporting, focus}});
};

/** To the choice beside: in lines with one choice it is taken at once, in lines of boxes the cursor goes there. */
function beside(exporting: ExportState, by: number): ExportState {
	const {focus, box} = exporting;
	switch (focus) {
		case 'format': {
			const format = neighbour(exportFormats, exporting.format, by);
			const file = startEdit(withFormat(exporting.file.text, format));
			return withFittingWay({...exporting, format, file, previewFrom: 0});
		}
		case 'form':
			return besideForm(exporting, by);
		case 'ifExists':
			return {...exporting, ifExists: neighbour(waysToWrite(exporting), exporting.ifExists, by)};
		case 'set':
			return {...chosenSetIn(exporting, neighbour(setNames(exporting), exporting.set, by)), previewFrom: 0};
		case 'dates':
			return {...exporting, dates: neighbour(dateStyles, exporting.dates, by), datesBefore: undefined};
		case 'letters':
			return {...exporting, letters: neighbour(countryLetters, exporting.letters, by)};
		case 'rows':
			return {...exporting, box: {...box, rows: neighbour(rowKinds, box.rows, by)}};
		case 'columns':
			return {...exporting, box: {...box, columns: neighbour(groupNames, box.columns, by)}};
		case 'style': {
			const parts = styleParts(exporting);
			return {...exporting, box: {...box, style: neighbour(parts, shownPart(exporting), by)}};
		}
		default:
			return exporting;
	}
}

/** With another set, and days in the style that was saved with it, as long as it is chosen. */
export function chosenSetIn(exporting: ExportState, set: string): ExportState {
	const usual = exporting.datesBefore ?? exporting.dates;
	const own = exporting.savedSets[set]?.dates;
	return {...exporting, set, dates: own ?? usual, datesBefore: own && usual};
}

/** The part of the style under the cursor: one that the list has. */
export const shownPart = (exporting: ExportState): StylePart => {
	const parts = styleParts(exporting);
	return parts.includes(exporting.box.style) ? exporting.box.style : parts[0]!;
};

/** What can become of a file that is there. */
export const waysToWrite = ({format}: ExportState): readonly IfExists[] =>
	formats[format].open ? ['newName', 'replace', 'append'] : ['newName', 'replace'];

/** The box under the cursor the other way, and on to the next; elsewhere the next choice. */
function changed(exporting: ExportState, language: Language): ExportState {
	const {focus, box, rows, columns} = exporting;
	if (focus === 'rows') return beside({...exporting, rows: {...rows, [box.rows]: !rows[box.rows]}}, 1);
	if (focus === 'columns')
		return beside({...exporting, columns: {...columns, [box.columns]: !columns[box.columns]}}, 1);
	if (focus === 'style') return {...exporting, style: nextStyle(exporting, shownPart(exporting), language)};
	return beside(exporting, 1);
}

/** How the last list was written, as far as the settings know it. */
export function withLastExport(exporting: ExportState, last: LastExport | undefined): ExportState {
	const groups = last?.columns?.filter(isColumnGroup) ?? [];
	const columns = groups.length === 0 ? exporting.columns : only(groups);
	const format = last && isExportFormat(last.format) ? last.format : exporting.format;
	const set = last?.set !== undefined && setNames(exporting).includes(last.set) ? last.set : exporting.set;
	const {header, names, countries, optional, photos, delimiter, excelSafe, families} = last ?? exporting.style;
	return {
		...exporting,
		format,
		set,
		form: last?.form === undefined ? exporting.form : {...exporting.form, name: last.form},
		columns,
		dates: last?.dates ?? exporting.dates,
		style: {header, names, countries, optional, photos, delimiter, excelSafe, families},
		letters: last?.letters ?? exporting.letters,
		singleName: last?.singleName === undefined ? exporting.singleName : startEdit(last.singleName),
	};
}

/** A format to whose files nothing can be added gets a file of a new name. */
export const withFittingWay = (exporting: ExportState): ExportState =>
	waysToWrite(exporting).includes(exporting.ifExists) ? exporting : {...exporting, ifExists: 'newName'};

const only = (groups: readonly ColumnGroup[]) =>
	Object.fromEntries(groupNames.map(name => [name, groups.includes(name)])) as ExportState['columns'];

/** After whatever happened: asks what is where the file is to be written, when that place is another one. */
export function watchExport(before: AppState, after: Transition): Transition {
	const {state, effects} = after;
	if (state.screen !== 'export') return after;
	const path = exportPath(state);
	if (before.screen === 'export' && exportPath(before) === path) return after;
	return transition({...state, exporting: {...state.exporting, there: undefined}}, ...effects, {
		type: 'lookAtFile',
		path,
	});
}

export const exportActs = {
	'export.next': state => move(state, 1),
	'export.previous': state => move(state, -1),
	'export.change': state => transition({...state, exporting: changed(state.exporting, state.language)}),
	'export.right': state => transition({...state, exporting: beside(state.exporting, 1)}),
	'export.left': state => transition({...state, exporting: beside(state.exporting, -1)}),
} as const satisfies Readonly<Record<string, Act>>;
