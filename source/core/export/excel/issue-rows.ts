import {type Cell, numberCell, textCell} from '../cell.ts';
import type {RowSource} from '../columns.ts';

/** The texts of a row of the sheet of issues, and the number of its passport in the list. */
export type IssueRow = readonly [number: number, file: string, field: string, said: string];

export const issuesOf = ({record, file, index, words}: RowSource, number = index + 1): IssueRow[] =>
	record.passport.issues.map(issue => [
		number,
		file,
		issue.field ? words.fields[issue.field] : '',
		words.describe(issue),
	]);

export const issueCells = ([number, file, field, said]: IssueRow): Cell[] => [
	numberCell(number),
	textCell(file),
	textCell(field),
	textCell(said),
];

/** The rows of the sheet of issues about a passport, which has `number` in the list. */
export const issueRows = (source: RowSource, number?: number): Cell[][] => issuesOf(source, number).map(issueCells);
