import {type CompactRecord, expanded} from '../../records/json/compact.ts';
import type {NamesApart} from '../../records/picture-names.ts';
import {ByteText} from '../byte-text.ts';
import type {DateStyle} from '../dates.ts';
import {type RowLayout, rowsOf} from '../rows.ts';
import type {ExportWords} from '../words.ts';
import {addRow, type CellKind} from './cells.ts';
import {type IssueRow, issuesOf} from './issue-rows.ts';
import type {RecordPart} from './record-parts.ts';
import {counted, listSummary, type Tally} from './summary.ts';

/** Which rows of a sheet are asked for. */
export type PartQuestion = {
	readonly part: RecordPart;
	/** Index of its first row in the list, from 0. */
	readonly first: number;
	readonly layout: RowLayout;
	readonly dates: DateStyle;
	/** The style of each kind of cell. */
	readonly styles: Readonly<Record<CellKind, number>>;
	/** Of the words, as `messages` takes it. */
	readonly language: string;
};

/** Rows of a sheet, and what is learned of them for other sheets. */
export type ExcelPart = {
	readonly xml: Uint8Array;
	/** Of the sheet of issues. */
	readonly issues: readonly IssueRow[];
	readonly tally: Tally;
};

/** Of one part after the other: room for each would be given back late. */
let xml: ByteText | undefined;

/** Makes the rows of some records, below a head in row 1. Any thread may. */
export function excelPart(
	{part, first, layout, dates, styles}: PartQuestion,
	words: ExportWords,
	names: NamesApart | undefined,
): ExcelPart {
	xml ??= new ByteText();
	const rowOf = rowsOf(layout, words, names);
	const summary = listSummary({columns: layout.columns.map(key => ({key})), heads: []}, words);
	const issues: IssueRow[] = [];
	const styleOf = (kind: CellKind): number => styles[kind];
	let index = first;
	for (const line of part.lines.split('\n')) {
		const {cells, source} = rowOf(expanded(JSON.parse(line) as CompactRecord), index);
		for (const row of issuesOf(source)) issues.push(row);
		summary.add(key => counted[key]!(source));
		addRow(xml, index + 2, cells, dates, styleOf);
		index++;
	}
	return {xml: xml.take(), issues, tally: summary.tally()};
}
