import type {BatchItem} from '../../core/batch/batch.ts';
import {cleanText} from '../../core/clean-text.ts';
import type {PassportRecord} from '../../core/records/record.ts';
import {changedPlaces} from '../../core/review/changed-records.ts';
import {familiesByPath} from '../../core/review/families.ts';
import {markOf, type ReviewMark} from '../../core/review/selectors.ts';
import {fileName} from '../format.ts';
import {passportNumber, recordName} from '../record-view.ts';
import type {AppState} from '../state.ts';
import type {ListShow, ListSort} from './state.ts';

export type RowState = ReviewMark | 'failed' | 'waiting' | 'leftOut';

/** A picture of the batch. `place`: where it stands among all, from 0. */
export type ListRow = {
	readonly path: string;
	readonly place: number;
	readonly state: RowState;
	readonly record: PassportRecord | undefined;
	readonly item: BatchItem | undefined;
	/** What typing looks through, in lower case. */
	readonly search: string;
};

/** What is shown and looked for of a record. */
export type RecordWords = {
	readonly name: string;
	readonly number: string;
	readonly country: string;
	readonly expiry: string;
	readonly birth: string;
	/** In lower case. */
	readonly search: string;
};

/** Reckoned once for each record, and each list once for what it is made of: a key in a list of thousands only moves. */
const wordsKnown = new WeakMap<PassportRecord, RecordWords>();

export function wordsOf(record: PassportRecord): RecordWords {
	const before = wordsKnown.get(record);
	if (before) return before;
	const value = (key: string) => cleanText(record.passport.fields.find(field => field.key === key)?.value ?? '');
	const national = cleanText(record.extra.name || record.extra.name_visual || '');
	const latin = recordName(record);
	const name = /\P{ASCII}/u.test(national) ? `${latin} ${national}` : latin;
	const number = passportNumber(record);
	const words = {
		name,
		number,
		country: value('holder_country_code'),
		expiry: value('expiry_date'),
		birth: value('birth_date'),
		search: `${name} ${number} ${value('holder_country_code')} ${fileName(record.path)}`.toLowerCase(),
	};
	wordsKnown.set(record, words);
	return words;
}

/** The last answer for the same parts of the state. */
function remembered<Parts extends readonly unknown[], Answer>(make: (...parts: Parts) => Answer) {
	let known: {parts: Parts; answer: Answer} | undefined;
	return (...parts: Parts): Answer => {
		if (!known || known.parts.some((part, index) => part !== parts[index])) known = {parts, answer: make(...parts)};
		return known.answer;
	};
}

type Records = AppState['review']['records'];

type Listed = {
	readonly items: readonly BatchItem[];
	readonly records: Records;
	readonly skipped: ReadonlySet<string>;
	readonly rows: readonly ListRow[];
	/** Where the row of a record stands. */
	readonly places: ReadonlyMap<string, number>;
};

let listed: Listed | undefined;

/** A decision changes one row among thousands; what else happens makes them all anew. */
function allRows(items: readonly BatchItem[], records: Records, skipped: ReadonlySet<string>): readonly ListRow[] {
	if (listed?.items !== items || listed.skipped !== skipped || listed.records !== records) {
		listed = (listed && redecided(listed, items, records, skipped)) ?? listOf(items, records, skipped);
	}
	return listed.rows;
}

function redecided(
	before: Listed,
	items: readonly BatchItem[],
	records: Records,
	skipped: ReadonlySet<string>,
): Listed | undefined {
	if (before.items !== items || before.skipped !== skipped || before.records.length !== records.length)
		return undefined;
	const rows = [...before.rows];
	for (const index of changedPlaces(before.records, records)) {
		const record = records[index]!;
		const place = before.places.get(record.path);
		const row = place === undefined ? undefined : rows[place];
		if (row?.record !== before.records[index]) return undefined;
		rows[place!] = rowOf(place!, record.path, record, row!.item, skipped);
	}
	return {...before, records, rows};
}

function listOf(items: readonly BatchItem[], records: Records, skipped: ReadonlySet<string>): Listed {
	const byPath = new Map(records.map(record => [record.path, record]));
	const rows: ListRow[] = [];
	const places = new Map<string, number>();
	const add = (path: string, record: PassportRecord | undefined, item: BatchItem | undefined) => {
		places.set(path, rows.length);
		rows.push(rowOf(rows.length, path, record, item, skipped));
	};
	for (const item of items) {
		add(item.path, item.state === 'leftOut' ? undefined : byPath.get(item.path), item);
		byPath.delete(item.path);
	}
	for (const record of byPath.values()) add(record.path, record, undefined);
	return {items, records, skipped, rows, places};
}

const rowOf = (
	place: number,
	path: string,
	record: PassportRecord | undefined,
	item: BatchItem | undefined,
	skipped: ReadonlySet<string>,
): ListRow => ({
	path,
	place,
	state: record ? markOf({skipped}, record) : stateOf(item!),
	record,
	item,
	search: record ? wordsOf(record).search : fileName(path).toLowerCase(),
});

const stateOf = ({state}: BatchItem): RowState =>
	state === 'failed' ? 'failed' : state === 'leftOut' ? 'leftOut' : 'waiting';

const shows: Readonly<Record<ListShow, readonly RowState[] | undefined>> = {
	all: undefined,
	look: ['check'],
	open: ['check', 'clean', 'skipped'],
	accepted: ['accepted', 'edited'],
	leftOut: ['rejected', 'skipped', 'leftOut'],
	failed: ['failed'],
};

const urgency: readonly RowState[] = [
	'check',
	'failed',
	'clean',
	'skipped',
	'waiting',
	'edited',
	'accepted',
	'rejected',
	'leftOut',
];

type Keys = readonly (string | number)[];

/** After everything that has one. */
const last = '\uffff';

function keysFor(sort: ListSort, records: Records): (row: ListRow) => Keys {
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

const sortedRows = remembered((rows: readonly ListRow[], sort: ListSort, records: Records): readonly ListRow[] => {
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

const shownRows = remembered((rows: readonly ListRow[], show: ListShow, filter: string): readonly ListRow[] => {
	const states = shows[show];
	const wanted = filter.trim().toLowerCase();
	if (!states && wanted === '') return rows;
	return rows.filter(row => (!states || states.includes(row.state)) && (wanted === '' || row.search.includes(wanted)));
});

/** Every picture of the batch, in its order. */
export const everyRow = ({reading, review}: AppState): readonly ListRow[] =>
	allRows(reading.items, review.records, review.skipped);

/** The rows that are listed, as they are sorted. */
export const listedRows = (state: AppState): readonly ListRow[] => {
	const {sort, show, filter} = state.list;
	return shownRows(sortedRows(everyRow(state), sort, state.review.records), show, filter.text);
};

export const listCursor = (state: AppState): number =>
	Math.max(
		0,
		listedRows(state).findIndex(({path}) => path === state.list.cursor),
	);

export const currentRow = (state: AppState): ListRow | undefined => listedRows(state)[listCursor(state)];
