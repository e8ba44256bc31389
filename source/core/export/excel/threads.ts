import {inTwoThreads} from '../../two-threads.ts';
import type {DateStyle} from '../dates.ts';
import type {Table} from '../rows.ts';
import type {ExportWords} from '../words.ts';
import type {CellKind} from './cells.ts';
import {issueCells} from './issue-rows.ts';
import type {KeptRows} from './kept-rows.ts';
import {type ExcelPart, excelPart, type PartQuestion} from './part.ts';
import type {WrittenRows} from './stream.ts';
import type {ListSummary} from './summary.ts';

/** Another thread that makes rows. */
export type OtherRowThread = {
	/** The file that it runs: it answers a `PartQuestion` with an `ExcelPart`. */
	readonly file: string;
	/** The language of the words, which cannot be sent. */
	readonly language: string;
};

/** Parts of a list that is worth another thread: some thousands of rows. */
const partsAhead = 12;

type Writing = {
	readonly styles: Readonly<Record<CellKind, number>>;
	readonly dates: DateStyle;
	readonly words: ExportWords;
	readonly other: OtherRowThread;
	/** What the other sheets hold. */
	readonly issues: KeptRows;
	readonly summary: ListSummary;
};

/** Yields the rows of a sheet, made by two threads. */
export async function* writtenRows(
	{parts, layout, names}: NonNullable<Table['parted']>,
	{styles, dates, words, other, issues, summary}: Writing,
): AsyncGenerator<WrittenRows> {
	function* questions(): Iterable<PartQuestion> {
		let first = 0;
		for (const part of parts()) {
			yield {part, first, layout, dates, styles, language: other.language};
			first += part.count;
		}
	}
	const work = {
		parts: questions(),
		thread: other.file,
		question: (question: PartQuestion) => question,
		here: (question: PartQuestion) => excelPart(question, words, names),
		data: names,
		name: 'rows',
		ahead: partsAhead,
		youngMegabytes: 6,
	};
	for await (const done of inTwoThreads<PartQuestion, ExcelPart, ExcelPart>(work)) {
		const made = 'there' in done ? done.there : done.here;
		for (const row of made.issues) issues.add(issueCells(row));
		summary.addTally(made.tally);
		yield {xml: made.xml, count: done.part.part.count};
	}
}
