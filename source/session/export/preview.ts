import {cellText} from '../../core/export/cell.ts';
import {formats} from '../../core/export/formats.ts';
import {keysOf} from '../../core/export/groups.ts';
import {tableOf} from '../../core/export/rows.ts';
import type {Issue} from '../../core/passport/model/passport.ts';
import {withConflicts} from '../../core/review/with-conflicts.ts';
import {messages} from '../../text/index.ts';
import {sayShort} from '../../text/reason.ts';
import {exportRecords} from '../review/view-model.ts';
import type {AppState} from '../state.ts';
import {chosenGroups} from './update.ts';

export type Preview = {readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[]};

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
	const table = tableOf(shown, {
		columns: 'default',
		only: keysOf(chosenGroups(state.exporting)),
		today: state.today,
		trip: state.trip,
		words,
	});
	const keys = table.columns.map(({key}) => key);
	const order = [...first.filter(key => keys.includes(key)), ...keys.filter(key => !first.includes(key))];
	const places = order.map(key => keys.indexOf(key));
	const dates = formats[state.exporting.format].isoDates ? 'iso' : state.exporting.dates;
	return {
		heads: places.map(place => table.heads[place]!),
		rows: [...table.rows()].map(({cells}) => places.map(place => cellText(cells[place]!, dates))),
	};
}
