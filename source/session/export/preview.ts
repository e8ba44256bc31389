import {cellText} from '../../core/export/cell.ts';
import {formats} from '../../core/export/formats.ts';
import {keysOf} from '../../core/export/groups.ts';
import {tableOf} from '../../core/export/rows.ts';
import type {ExportWords} from '../../core/export/words.ts';
import {exportOf} from '../../core/export/write.ts';
import type {Issue} from '../../core/passport/model/passport.ts';
import type {PassportRecord} from '../../core/records/record.ts';
import {withConflicts} from '../../core/review/with-conflicts.ts';
import {fileName} from '../../text/format.ts';
import {messages} from '../../text/index.ts';
import {sayShort} from '../../text/reason.ts';
import {exportRecords} from '../review/view-model.ts';
import type {AppState} from '../state.ts';
import {columnsOf} from './column-choice.ts';
import {chosenGroups} from './update.ts';

export type Preview = {
	readonly heads: readonly string[];
	readonly rows: readonly (readonly string[])[];
	/** Each row is a line of its own, as wide as it is. */
	readonly areLines?: true;
};

/** What a person looks for first in a list of people; what is beyond the screen is in the file too. */
const first: readonly string[] = [
	'passport_number',
	'surname_english',
	'given_name_english',
	'sex',
	'birth_date',
	'expiry_date',
	'validity',
	'holder_country_code',
	'source_image',
];

/** The first rows as they are, or will be, in the file. */
export function exportPreview(state: AppState, count: number, records = exportRecords(state)): Preview {
	const shown = records.slice(0, count).map(record => withConflicts(state.review.records, record));
	const {exported, reasons} = messages(state.language);
	const words = {...exported, describe: (issue: Issue) => sayShort(reasons, issue)};
	const {format, set} = state.exporting;
	const {columns, headWords} = columnsOf(state.exporting);
	if (formats[format].fixedContent) return linesOf(state, shown, words);
	const isDefault = set === 'default';
	const table = tableOf(shown, {
		columns,
		headWords,
		only: isDefault ? keysOf(chosenGroups(state.exporting)) : undefined,
		today: state.today,
		trip: state.trip,
		words,
	});
	const keys = table.columns.map(({key}) => key);
	const order = isDefault
		? [...first.filter(key => keys.includes(key)), ...keys.filter(key => !first.includes(key))]
		: keys;
	const places = order.map(key => keys.indexOf(key));
	const dates = formats[state.exporting.format].isoDates ? 'iso' : state.exporting.dates;
	return {
		heads: places.map(place => table.heads[place]!),
		rows: [...table.rows()].map(({cells}) => places.map(place => cellText(cells[place]!, dates))),
	};
}

/** The first lines of a format that has no columns, and why a passport has none. */
function linesOf(state: AppState, records: readonly PassportRecord[], words: ExportWords): Preview {
	const {format} = state.exporting;
	const {name} = messages(state.language).app.export.formats[format];
	if (records.length === 0) return {heads: [name], rows: [], areLines: true};
	const list = exportOf(records, {format, words, today: state.today, trip: state.trip, includeRejected: true});
	const lines = list.rows === 0 ? [] : [...(list.content() as Iterable<string>)].join('').trimEnd().split('\r\n');
	const refused = list.refused.map(({path, why}) => `${fileName(path)}: ${why}`);
	return {heads: [name], rows: [...lines, ...refused].map(line => [line]), areLines: true};
}
