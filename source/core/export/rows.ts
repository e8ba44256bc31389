import type {Trip} from '../passport/judge/trip.ts';
import {onDay, validityOf} from '../passport/judge/validity.ts';
import type {CalendarDay} from '../passport/model/passport.ts';
import {reasonsToLook} from '../passport/reasons-to-look.ts';
import {recordMembers} from '../records/legacy-keys.ts';
import {originalRow} from '../records/legacy-words.ts';
import type {PassportRecord} from '../records/record.ts';
import {type Cell, none, textCell} from './cell.ts';
import {type Column, type ColumnSet, columnSets, type RowSource} from './columns.ts';
import type {NotRead} from './not-read.ts';
import type {ExportWords} from './words.ts';

export type RowOptions = {
	readonly words: ExportWords;
	readonly columns: ColumnSet;
	/** Of the columns only these, by their keys. */
	readonly only?: ReadonlySet<string> | undefined;
	readonly today: CalendarDay;
	/** What the passports must be valid for. */
	readonly trip?: Trip | undefined;
	/** Pictures without a passport: rows among the original skill's columns, none among others. */
	readonly notRead?: readonly NotRead[] | undefined;
};

export type Table = {
	readonly columns: readonly Column[];
	readonly rows: readonly (readonly Cell[])[];
	readonly sources: readonly RowSource[];
};

/** The row that the original skill writes for a failure: its name, the time, and `失败: ` before the message. */
const failureRow = (columns: readonly Column[], {source, message, recognizedAt}: NotRead): readonly Cell[] => {
	const texts: Readonly<Record<string, string>> = {
		source_image: source,
		recognized_at: recognizedAt,
		status: `失败: ${message}`,
	};
	return columns.map(({key}) => (texts[key] === undefined ? none : textCell(texts[key])));
};

/** Records as a table, one row a record, in their order; among the original skill's columns failures have rows too. */
export function tableOf(records: readonly PassportRecord[], options: RowOptions): Table {
	const {columns, only, trip, notRead = [], ...shared} = options;
	// The original skill knows no trip: its columns stay as it writes them.
	const judgedFor = columns === 'default' ? trip : undefined;
	const sources = records.map((record, index) => ({
		...shared,
		record: onDayOf(record, shared.today, judgedFor),
		index,
		legacy: columns === 'original' ? originalRow(record) : recordMembers(record),
		validity: validityOf(record.passport, shared.today, judgedFor),
	}));
	const used = columnSets[columns].filter(
		column =>
			(only?.has(column.key) ?? true) &&
			(!column.optional || sources.some(source => column.cell(source).kind !== 'none')),
	);
	const rows: (readonly Cell[])[] = sources.map(source => used.map(column => column.cell(source)));
	if (columns === 'original') {
		for (const one of notRead) rows.splice(one.at ?? rows.length, 0, failureRow(used, one));
	}

	return {columns: used, rows, sources};
}

/** The record with the issues of the day and the trip, and with a reason for every field in doubt. How many days are left has a column of its own. */
function onDayOf(record: PassportRecord, today: CalendarDay, trip: Trip | undefined): PassportRecord {
	const passport = onDay(record.passport, today, trip);
	const issues = reasonsToLook(passport);
	return {...record, passport: {...passport, issues: issues.filter(({code}) => code !== 'days-left')}};
}
