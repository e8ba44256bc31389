import {lastAnswer} from '../../core/remember.ts';
import {familiesByPath} from '../../core/review/family-groups.ts';
import {firstPlace} from '../neighbour.ts';
import {isWorthTelling} from '../review/validity-view.ts';
import type {AppState} from '../state.ts';
import {everyRow, type ListRow, type RowState} from './every-row.ts';
import type {ListShow, ListSort} from './state.ts';
import {wordsOf} from './words.ts';

type Records = AppState['review']['records'];

const shows: Readonly<Record<ListShow, readonly RowState[] | undefined>> = {
	all: undefined,
	look: ['check', 'skipped'],
	open: ['check', 'clean', 'skipped'],
	accepted: ['accepted', 'edited'],
	leftOut: ['rejected', 'leftOut'],
	failed: ['failed'],
	// Whatever was decided, but for what is left out.
	unfit: ['check', 'clean', 'skipped', 'accepted', 'edited'],
};

const urgency: readonly RowState[] = [
	'check',
	'skipped',
	'failed',
	'clean',
	'waiting',
	'edited',
	'accepted',
	'rejected',
	'leftOut',
];

/** After everything that has one. */
const last = '\uffff';

function keysFor(sort: ListSort, records: Records): (row: ListRow) => readonly (string | number)[] {
	const families = sort === 'family' ? familiesByPath(records) : undefined;
	const places = families && new Map(records.map(({path}, index) => [path, index]));
	return row => {
		const words = row.record && wordsOf(row.record);
		switch (sort) {
			case 'file':
				return [];
			case 'name':
				return [words?.name ?? last];
			case 'state':
				return [urgency.indexOf(row.state)];
			case 'expiry':
				return [words?.expiry || last];
			case 'family': {
				const family = families!.get(row.path);
				// Families first; in each the oldest first.
				return family
					? [0, family.surname, places!.get(family.paths[0]!) ?? 0, words?.birth || last]
					: [1, words?.name ?? last];
			}
		}
	};
}

// A key in a list of thousands only moves.
const sortedRows = lastAnswer((rows: readonly ListRow[], sort: ListSort, records: Records): readonly ListRow[] => {
	if (sort === 'file') return rows;
	const keys = keysFor(sort, records);
	const keyed = rows.map(row => ({row, keys: keys(row)}));
	keyed.sort((a, b) => {
		for (const [index, key] of a.keys.entries()) {
			const other = b.keys[index] ?? last;
			if (key !== other) return key < other ? -1 : 1;
		}
		return a.row.place - b.row.place;
	});
	return keyed.map(({row}) => row);
});

const shownRows = lastAnswer(
	(
		rows: readonly ListRow[],
		show: ListShow,
		filter: string,
		today: AppState['today'],
		trip: AppState['trip'],
	): readonly ListRow[] => {
		const states = shows[show];
		const wanted = filter.trim().toLowerCase();
		if (!states && wanted === '') return rows;
		const fits = ({record}: ListRow) =>
			show !== 'unfit' || (record !== undefined && isWorthTelling({today, trip}, record));
		return rows.filter(
			row => (!states || states.includes(row.state)) && fits(row) && (wanted === '' || row.search.includes(wanted)),
		);
	},
);

/** The rows that are listed, as they are sorted. */
export const listedRows = (state: AppState): readonly ListRow[] => {
	const {sort, show, filter} = state.list;
	return shownRows(sortedRows(everyRow(state), sort, state.review.records), show, filter.text, state.today, state.trip);
};

export const listCursor = (state: AppState): number =>
	firstPlace(listedRows(state), ({path}) => path === state.list.cursor);

export const currentRow = (state: AppState): ListRow | undefined => listedRows(state)[listCursor(state)];
