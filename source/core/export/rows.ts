import type {Trip} from '../passport/judge/trip.ts';
import type {CalendarDay} from '../passport/model/passport.ts';
import {originalRow} from '../records/legacy/words.ts';
import type {NamesApart} from '../records/picture-names.ts';
import type {PassportRecord} from '../records/record.ts';
import {type Cell, none, textCell} from './cell.ts';
import {type ColumnSet, columnSet, type Preset} from './column-sets.ts';
import {type Column, columnsByKey, type RowSource} from './columns.ts';
import {packed} from './excel/packed.ts';
import type {PartedRecords, RecordPart} from './excel/record-parts.ts';
import {type ListStyle, usualStyle} from './list-style.ts';
import type {NotRead} from './not-read.ts';
import {membersIn, RecordSource, type Shared} from './record-source.ts';
import {type ExportWords, wordsOfOthers} from './words.ts';

export type RowOptions = {
	readonly words: ExportWords;
	readonly columns: Preset | ColumnSet;
	/** How values are written where that is not as the columns have it. */
	readonly style?: Partial<ListStyle> | undefined;
	/** Heads of columns are in these words, one after the other; by default in `words`. */
	readonly headWords?: readonly ExportWords[] | undefined;
	/** Of the columns only these, by their keys. */
	readonly only?: ReadonlySet<string> | undefined;
	readonly today: CalendarDay;
	/** What the passports must be valid for. */
	readonly trip?: Trip | undefined;
	/** Pictures of one name, among all that the list names; without it each goes by its name alone. */
	readonly names?: NamesApart | undefined;
	/** Pictures without a passport: rows among the original skill's columns, none among others. */
	readonly notRead?: readonly NotRead[] | undefined;
};

/** The cells of a row, in the order of the columns. A picture without a passport has no source. */
export type Row = {readonly cells: readonly Cell[]; readonly source?: RowSource};

/** Rows are computed as they are asked for: a table of any size takes the memory of a few. */
export type Table = {
	readonly columns: readonly Column[];
	/** What is above each column. */
	readonly heads: readonly string[];
	/** Keys of the columns in which at least one row has a value, of those that are asked for by key or can be left out. */
	readonly filled: ReadonlySet<string>;
	/** Number of rows. */
	readonly count: number;
	/** The day that ages and days left are counted from. */
	readonly today: CalendarDay;
	/** Returns the rows from the first, each time it is called. */
	readonly rows: () => Iterable<Row>;
	/**
	 * The records in parts, and what their rows are made with, for `rowsOf` in another thread; none where they do not come in
	 * parts, or other rows are among them.
	 */
	readonly parted?:
		| {
				readonly parts: () => Iterable<RecordPart>;
				readonly layout: RowLayout;
				readonly names: NamesApart | undefined;
		  }
		| undefined;
	/** Rows for the widths of columns: the first thousand, and of the others some hundred at equal distances. */
	readonly sample: () => Iterable<Row>;
};

/** What a row is made with, as another thread may have it. Columns by their keys. */
export type RowLayout = Pick<RowOptions, 'today' | 'trip'> & {
	readonly columns: readonly string[];
	readonly style: ListStyle;
};

/** The cells of each row. */
export function* cellsOf(rows: Iterable<Row>): Iterable<readonly Cell[]> {
	for (const {cells} of rows) yield cells;
}

const sampled = {first: 1000, others: 200} as const;

/** The row that the original skill writes for a failure: its name, the time, and `失败: ` before the message. */
const failureRow = (columns: readonly Column[], {source, message, recognizedAt}: NotRead): Row => {
	const texts: Readonly<Record<string, string>> = {
		source_image: source,
		recognized_at: recognizedAt,
		status: `失败: ${message}`,
	};
	return {cells: columns.map(({key}) => (texts[key] === undefined ? none : textCell(texts[key])))};
};

/** What must be known before the first row is written. */
type Surveyed = {
	readonly filled: ReadonlySet<string>;
	/** Some document is no passport. */
	readonly hasOthers: boolean;
	readonly count: number;
	readonly sample: Iterable<Sampled>;
};

/** A record and its place, from 0. */
type Sampled = readonly [PassportRecord, number];

/** What is learned of records one by one, so that a table of them can be written without going through all of them first. */
export type Survey = {readonly add: (record: PassportRecord) => void; readonly done: () => Surveyed};

/** Returns a function that makes the source of a row from a record and its index. */
function sourcesFor(shared: Shared) {
	const sharedOfOthers = {...shared, words: wordsOfOthers(shared.words)};
	return (record: PassportRecord, index: number): RowSource =>
		new RecordSource(record, index, record.passport.shape === 'TD3' ? shared : sharedOfOthers);
}

/**
 * Returns a function that makes the row of a record.
 *
 * @throws TypeError for a column that no set has
 */
export function rowsOf({columns, style, today, trip}: RowLayout, words: ExportWords, names: NamesApart | undefined) {
	const used = columns.map(key => columnsByKey.get(key)!);
	const sourceOf = sourcesFor({words, style, today, trip, names, membersOf: record => membersIn(record, style)});
	return (record: PassportRecord, index: number) => {
		const source = sourceOf(record, index);
		return {cells: used.map(column => column.cell(source)), source};
	};
}

/** A table's columns and how its rows are made. */
function layoutFor(options: RowOptions) {
	const {only, trip, names, words, today} = options;
	const {columns, dropsEmpty, asOriginal, style: own} = columnSet(options.columns);
	const style = {...usualStyle, ...own, ...options.style};
	const sourceOf = sourcesFor({
		words,
		style,
		today,
		// The original skill knows no trip: its columns stay as it writes them.
		trip: asOriginal ? undefined : trip,
		names,
		membersOf: asOriginal ? originalRow : (record: PassportRecord) => membersIn(record, style),
	});
	const wanted = columns.filter(column => only?.has(column.key) ?? true);
	const mayBeLeftOut = ({optional}: Column): boolean => dropsEmpty === true && optional === true;
	return {asOriginal, style, sourceOf, wanted, mayBeLeftOut, asked: only ? wanted : wanted.filter(mayBeLeftOut)};
}

/** Begins a survey of the records of a table. */
export function surveyFor(options: RowOptions): Survey {
	const {asked, sourceOf} = layoutFor(options);
	const filled = new Set<string>();
	let empty: readonly Column[] = asked;
	let hasOthers = false;
	let count = 0;
	// As text: where V8 sees that many objects of a place in the code stay, it takes all of them for such that do.
	const first = packed<Sampled>();
	let others: string[] = [];
	let distance = 1;
	return {
		add(record) {
			hasOthers ||= record.passport.shape !== 'TD3';
			let source: RowSource | undefined;
			const fills = ({isWanted, cell}: Column): boolean => {
				if (isWanted) return isWanted(record);
				source ??= sourceOf(record, count);
				return cell(source).kind !== 'none';
			};
			for (const column of empty) {
				if (!fills(column)) continue;
				filled.add(column.key);
				empty = empty.filter(one => one !== column);
			}
			if (count < sampled.first) first.add([record, count]);
			else if ((count - sampled.first) % distance === 0) others.push(JSON.stringify([record, count] satisfies Sampled));
			if (others.length === sampled.others) {
				others = others.filter((_, place) => place % 2 === 0);
				distance *= 2;
			}
			count++;
		},
		done() {
			const sample = {
				*[Symbol.iterator]() {
					yield* first;
					for (const other of others) yield JSON.parse(other) as Sampled;
				},
			};
			return {filled, hasOthers, count, sample};
		},
	};
}

function surveyed(records: Iterable<PassportRecord>, options: RowOptions): Survey {
	const survey = surveyFor(options);
	for (const record of records) survey.add(record);
	return survey;
}

/**
 * Records as a table, one row a record, in their order; among the original skill's columns failures have rows too. The
 * records are gone through once each time the rows are, and once here where no survey of them was made.
 */
export function tableOf(
	records: PartedRecords,
	options: RowOptions,
	survey: Survey = surveyed(records, options),
): Table {
	const {notRead = [], words, headWords = [words], today, trip, names} = options;
	const {asOriginal, style, sourceOf, wanted, mayBeLeftOut} = layoutFor(options);
	const {filled, hasOthers, count, sample} = survey.done();
	const used = wanted.filter(column => !mayBeLeftOut(column) || filled.has(column.key));
	const headsIn = hasOthers && !asOriginal ? headWords.map(wordsOfOthers) : headWords;
	const rowOf = (source: RowSource): Row => ({cells: used.map(column => column.cell(source)), source});
	const failures = asOriginal ? notRead.map(one => ({...failureRow(used, one), at: one.at})) : [];
	const parts = asOriginal ? undefined : records.parts && (() => records.parts!(true));
	return {
		columns: used,
		heads: used.map(({head}) => [...new Set(headsIn.map(head))].join(' ')),
		filled,
		count: count + failures.length,
		today,
		parted: parts && {parts, layout: {columns: used.map(({key}) => key), style, today, trip}, names},
		*sample() {
			yield* failures;
			for (const [record, index] of sample) yield rowOf(sourceOf(record, index));
		},
		*rows() {
			const waiting = inPlace(failures);
			let position = 0;
			let index = 0;
			for (const record of records) {
				for (; (waiting[0]?.at ?? Number.POSITIVE_INFINITY) <= position; position++) yield waiting.shift()!;
				yield rowOf(sourceOf(record, index++));
				position++;
			}
			yield* waiting;
		},
	};
}

type Placed = Row & {readonly at: number | undefined};

/** Those without a place come last. */
const inPlace = (rows: readonly Placed[]): Placed[] =>
	[...rows].sort((a, b) => (a.at ?? Number.MAX_SAFE_INTEGER) - (b.at ?? Number.MAX_SAFE_INTEGER));
