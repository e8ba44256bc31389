import type {CalendarDay, Issue} from '../passport/passport.ts';
import {recordMembers} from '../records/flat.ts';
import type {PassportRecord} from '../records/record.ts';
import type {Cell} from './cell.ts';
import {type Column, type ColumnSet, columnSets, type ExportLanguage, type RowSource} from './columns.ts';

export type RowOptions = {
	readonly language: ExportLanguage;
	readonly columns: ColumnSet;
	/** Of the columns only these, by their keys. */
	readonly only?: ReadonlySet<string> | undefined;
	readonly today: CalendarDay;
	readonly describe: (issue: Issue) => string;
};

export type Table = {
	readonly columns: readonly Column[];
	readonly rows: readonly (readonly Cell[])[];
	readonly sources: readonly RowSource[];
};

/** Records as a table, one row a record, in their order. */
export function tableOf(records: readonly PassportRecord[], {columns, only, ...shared}: RowOptions): Table {
	const sources = records.map((record, index) => ({...shared, record, index, members: recordMembers(record)}));
	const used = columnSets[columns].filter(
		column =>
			(only?.has(column.key) ?? true) &&
			(!column.optional || sources.some(source => column.cell(source).kind !== 'none')),
	);
	return {columns: used, rows: sources.map(source => used.map(column => column.cell(source))), sources};
}
