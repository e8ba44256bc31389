import {dirname, isAbsolute, join, resolve} from 'node:path';
import type {CalendarDay} from '../../core/passport/passport.ts';
import {oncePerPassport} from '../../core/review/once.ts';
import {cleanRecords} from '../../core/review/review.ts';
import {startEdit} from '../../terminal/text-edit.ts';
import {exportRecords} from '../review-view.ts';
import type {AppState, ExportFocus, ExportFormat, ExportState} from '../state.ts';
import {type Act, type Step, step} from '../step.ts';

const extensions: Readonly<Record<ExportFormat, string>> = {excel: '.xlsx', csv: '.csv', json: '.json'};
const formats: readonly ExportFormat[] = ['excel', 'csv', 'json'];

export const focuses: readonly ExportFocus[] = [
	'format',
	'file',
	'ifExists',
	'accepted',
	'edited',
	'unchecked',
	'rejected',
];

const two = (value: number): string => String(value).padStart(2, '0');

/** The folder that all pictures lie below: where a person looks for the list of them. */
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

/** The name of a list under its day. */
export const listName = (today: CalendarDay, format: ExportFormat): string =>
	`passports-${today.year}-${two(today.month)}-${two(today.day)}${extensions[format]}`;

const defaultName = ({today, exporting}: AppState): string => listName(today, exporting.format);

export const exportFolder = (state: AppState): string =>
	state.exporting.folder ??
	resolve(
		state.folder,
		commonFolder(
			state.review.records.map(({path}) => path),
			state.folder,
		),
	);

/** Where the file goes: the typed name may hold folders, `~` and be absolute; a missing extension is added. */
export function exportPath(state: AppState): string {
	const typed = state.exporting.file.text.trim() || defaultName(state);
	const named = /\.[a-z]+$/i.test(typed) ? typed : typed + extensions[state.exporting.format];
	if (/^~[\\/]/.test(named)) return join(state.home, named.slice(2));
	return isAbsolute(named) ? named : join(exportFolder(state), named);
}

/** `twice`: what becomes of several pictures of one passport; without a word of the person they are asked about. */
export function write(state: AppState, writing: 'quick' | 'dialog', twice: 'ask' | 'once' | 'every' = 'ask'): Step {
	const all = exportRecords(state);
	const {format, ifExists} = state.exporting;
	if (all.length === 0) {
		const clean = cleanRecords(state.review).length;
		return step({...state, notice: {kind: 'nothingAccepted', params: {clean}, tone: 'look'}});
	}
	const {kept, left} = oncePerPassport(all);
	if (twice === 'ask' && left.length > 0) {
		return step({...state, question: {kind: 'twice', writing, rows: kept.length, left: left.length}});
	}
	const records = twice === 'once' ? kept : all;
	const request = {records, format, path: exportPath(state), ifExists, language: state.language};
	const exporting = {...state.exporting, writing, leftTwice: all.length - records.length};
	return step(
		{...state, exporting, notice: {kind: 'writing', params: {}, tone: 'plain'}},
		{type: 'export', request},
		{type: 'saveSettings', change: {lastExport: {format}}},
	);
}

/** `E`: at once, with the settings used last; the path is told. */
export const quickExport = (state: AppState): Step =>
	state.exporting.writing === 'no' ? write(state, 'quick') : step(state);

export function openDialog(state: AppState): Step {
	const file = startEdit(state.exporting.file.text || defaultName(state));
	return step({...state, screen: 'export', exporting: {...state.exporting, file, focus: 'format'}});
}

const move = (state: AppState, by: number): Step => {
	const at = focuses.indexOf(state.exporting.focus);
	const focus = focuses[(at + by + focuses.length) % focuses.length]!;
	return step({...state, exporting: {...state.exporting, focus}});
};

/** Another choice of the line in focus; the file name follows the format. */
function changed(exporting: ExportState, by: number): ExportState {
	switch (exporting.focus) {
		case 'format': {
			const format = formats[(formats.indexOf(exporting.format) + by + formats.length) % formats.length]!;
			const file = startEdit(exporting.file.text.replace(/\.(?:xlsx|csv|json)$/i, extensions[format]));
			return {...exporting, format, file};
		}
		case 'ifExists':
			return {...exporting, ifExists: exporting.ifExists === 'newName' ? 'replace' : 'newName'};
		case 'file':
			return exporting;
		default:
			return {...exporting, rows: {...exporting.rows, [exporting.focus]: !exporting.rows[exporting.focus]}};
	}
}

export const exportActs = {
	'export.next': state => move(state, 1),
	'export.previous': state => move(state, -1),
	'export.change': state => step({...state, exporting: changed(state.exporting, 1)}),
	'export.left': state => step({...state, exporting: changed(state.exporting, -1)}),
	'export.write': state => (state.exporting.writing === 'no' ? write(state, 'dialog') : step(state)),
} as const satisfies Readonly<Record<string, Act>>;
