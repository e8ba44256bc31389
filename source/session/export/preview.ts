import {toAppError} from '../../core/errors.ts';
import {type Cell, cellText} from '../../core/export/cell.ts';
import {guarded} from '../../core/export/csv-values.ts';
import {formats} from '../../core/export/formats.ts';
import {keysOf} from '../../core/export/groups.ts';
import {tableOf} from '../../core/export/rows.ts';
import type {ExportWords} from '../../core/export/words.ts';
import {type Export, exportOf, styleFor} from '../../core/export/write.ts';
import type {Issue} from '../../core/passport/model/passport.ts';
import type {PassportRecord} from '../../core/records/record.ts';
import {withConflicts} from '../../core/review/with-conflicts.ts';
import {type Language, messages} from '../../text/index.ts';
import {sayShort} from '../../text/reason.ts';
import {namesInBatch, pictureName} from '../picture-name.ts';
import {exportRecords} from '../review/view-model.ts';
import type {AppState} from '../state.ts';
import {type Act, type Transition, transition} from '../transition.ts';
import {bookingOf} from './booking.ts';
import {chosenGroups, columnsOf, holdsPhotos} from './column-choice.ts';
import {filledForm, missingValues} from './form.ts';
import {singleNameOf} from './typed-line.ts';

export type Preview = {
	readonly heads: readonly string[];
	readonly rows: readonly (readonly string[])[];
	/** Each row is a line of its own, as wide as it is. */
	readonly areLines?: true;
};

/** The first rows as they are, or will be, in the file. */
export function exportPreview(state: AppState, count: number, records = exportRecords(state)): Preview {
	const compared = (record: PassportRecord) => withConflicts(state.review.records, record);
	const shown = records.slice(0, count);
	const {exported, reasons} = messages(state.language);
	const words = {...exported, describe: (issue: Issue) => sayShort(reasons, issue)};
	const {format, set} = state.exporting;
	const {columns, headWords, style} = columnsOf(state.exporting);
	if (formats[format].fixedContent) {
		const {records: listed, notChosen} = formats[format].forAirlines ? bookingOf(state, records) : {records: shown};
		const end = listed.indexOf(shown.at(-1)!) + 1;
		return linesOf(state, listed.slice(0, end).map(compared), notChosen, words);
	}
	const table = tableOf(shown.map(compared), {
		columns,
		headWords,
		style: styleFor(formats[format], style),
		only: set === 'default' ? keysOf(chosenGroups(state.exporting)) : undefined,
		today: state.today,
		trip: state.trip,
		names: namesInBatch(state),
		words,
	});
	const dates = formats[format].isoDates ? 'iso' : state.exporting.dates;
	const {excelSafe} = state.exporting.style;
	const written = (cell: Cell): string =>
		formats[format].delimited ? guarded(cell, {dates, excelSafe}) : cellText(cell, dates);
	// A picture cannot be drawn here: its cell is empty, as it is in the file.
	const pictures = holdsPhotos(state.exporting) ? Object.values(words.photoHeads) : [];
	return {
		heads: [...table.heads, ...pictures],
		rows: [...table.rows()].map(({cells}) => [...cells.map(written), ...pictures.map(() => '')]),
	};
}

/** The preview from a column of the file on, as far as it was scrolled. */
export const previewFrom = (preview: Preview, from: number): Preview =>
	preview.areLines
		? preview
		: {...preview, heads: preview.heads.slice(from), rows: preview.rows.map(row => row.slice(from))};

function scrolled(state: AppState, by: number): Transition {
	const last = Math.max(0, exportPreview(state, 1).heads.length - 1);
	const from = Math.min(last, Math.max(0, state.exporting.previewFrom + by));
	return transition({...state, exporting: {...state.exporting, previewFrom: from}});
}

export const previewActs = {
	'export.nextColumns': state => scrolled(state, 1),
	'export.previousColumns': state => scrolled(state, -1),
} as const satisfies Readonly<Record<string, Act>>;

/** The first lines of a format that has no columns, and why a passport has none. */
function linesOf(
	state: AppState,
	records: readonly PassportRecord[],
	notChosen: ReadonlySet<string> | undefined,
	words: ExportWords,
): Preview {
	const {format} = state.exporting;
	const {name} = messages(state.language).app.export.formats[format];
	const {form} = state.exporting;
	const template = format === 'template' ? filledForm(form) : undefined;
	const forms: Readonly<Record<string, string>> = messages(state.language).app.export.forms;
	const title = Object.hasOwn(forms, form.name) ? forms[form.name]! : template?.template.title;
	const heads = [(format === 'template' && title) || name];
	if (format === 'template' && (!template || form.problem)) {
		return {heads, rows: whyUnfilled(state).map(line => [line]), areLines: true};
	}
	if (records.length === 0) return {heads, rows: [], areLines: true};
	const options = {
		format,
		template,
		words,
		today: state.today,
		trip: state.trip,
		names: namesInBatch(state),
		includeRejected: true,
		countryLetters: state.exporting.letters,
		singleName: singleNameOf(state.exporting),
		notChosen: notChosen && new Set(records.flatMap(({path}) => (notChosen.has(path) ? [path] : []))),
	};
	const list = exportOf(records, options);
	const lines = list.rows === 0 ? [] : textOf(list, state.language).trimEnd().split(/\r?\n/);
	const refused = list.refused.map(({path, why}) => `${pictureName(state, path)}: ${why}`);
	return {heads, rows: [...lines, ...refused].map(line => [line]), areLines: true};
}

/** The text of a list, or why its form cannot be written, as where the number of rows has no room. */
function textOf({content}: Export, language: Language): string {
	try {
		return [...(content() as Iterable<string>)].join('');
	} catch (thrown) {
		const {code, details} = toAppError(thrown);
		return messages(language).errors.what(code, details);
	}
}

/** Why the form has no lines yet; nothing while it is loaded. */
function whyUnfilled({language, exporting: {form}}: AppState): readonly string[] {
	const {app, errors} = messages(language);
	if (form.problem) return [errors.what(form.problem.code, form.problem.details)];
	return form.loaded ? [app.export.formNeeds(missingValues(form))] : [];
}
