import type {BatchItem} from '../../core/batch/batch.ts';
import type {PassportRecord} from '../../core/records/record.ts';
import {affectedPlaces} from '../../core/review/related-records.ts';
import {markOf, type ReviewMark} from '../../core/review/selectors.ts';
import {fileName} from '../../text/format.ts';
import type {AppState} from '../state.ts';
import {wordsOf} from './words.ts';

type Records = AppState['review']['records'];

export type RowState = Exclude<ReviewMark, 'unread'> | 'failed' | 'waiting' | 'leftOut';

/** A picture of the batch. `place`: its index among all, from 0. */
export type ListRow = {
	readonly path: string;
	readonly place: number;
	readonly state: RowState;
	readonly record: PassportRecord | undefined;
	readonly item: BatchItem | undefined;
	/** What typing looks through, in lower case. */
	readonly search: string;
};

type Listed = {
	readonly items: readonly BatchItem[];
	readonly records: Records;
	readonly skipped: ReadonlySet<string>;
	readonly rows: readonly ListRow[];
	/** The place of a record's row. */
	readonly places: ReadonlyMap<string, number>;
};

let listed: Listed | undefined;

/** A decision changes one row among thousands; anything else makes all of them again. */
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
	for (const index of affectedPlaces(before.records, records)) {
		const record = records[index]!;
		const place = before.places.get(record.path);
		const row = place === undefined ? undefined : rows[place];
		if (row?.record !== before.records[index]) return undefined;
		rows[place!] = rowOf(place!, record.path, record, row!.item, {skipped, records});
	}
	return {...before, records, rows};
}

function listOf(items: readonly BatchItem[], records: Records, skipped: ReadonlySet<string>): Listed {
	const byPath = new Map(records.map(record => [record.path, record]));
	const rows: ListRow[] = [];
	const places = new Map<string, number>();
	const add = (path: string, record: PassportRecord | undefined, item: BatchItem | undefined) => {
		places.set(path, rows.length);
		rows.push(rowOf(rows.length, path, record, item, {skipped, records}));
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
	review: {readonly skipped: ReadonlySet<string>; readonly records: Records},
): ListRow => ({
	path,
	place,
	state: record ? rowState(markOf(review, record)) : stateOf(item!),
	record,
	item,
	search: record ? wordsOf(record).search : fileName(path).toLowerCase(),
});

const rowState = (mark: ReviewMark): RowState => (mark === 'unread' ? 'failed' : mark);

const stateOf = ({state}: BatchItem): RowState =>
	state === 'failed' ? 'failed' : state === 'leftOut' ? 'leftOut' : 'waiting';

/** Every picture of the batch, in its order. */
export const everyRow = ({reading, review}: AppState): readonly ListRow[] =>
	allRows(reading.items, review.records, review.skipped);
