import type {LabelField} from '../labels/label.ts';
import type {Found, PrintedPage} from '../page.ts';
import {joinRuns, sameRow, type TextRun} from '../runs.ts';
import {labelDistance} from './near-label.ts';

/** Notes a value. `beside`: it is beside another that the MRZ says, which is as good as a label. */
export type Add = (
	field: Found['field'],
	run: TextRun | undefined,
	text?: string,
	beside?: boolean,
) => TextRun | undefined;

/** How much worse a value without its label is rated than one with it. */
const withoutLabel = 4;

/** The likeliest of several: nearest to its label, then the clearest, then the topmost. */
export const choose = (
	page: PrintedPage,
	runs: readonly TextRun[],
	fields: readonly LabelField[],
): TextRun | undefined => {
	const cost = (run: TextRun) =>
		Math.min(...fields.map(field => labelDistance(page, run, field) ?? withoutLabel)) -
		0.1 * run.confidence +
		0.02 * run.v;
	return [...runs].sort((a, b) => cost(a) - cost(b))[0];
};

/** Words of one name are this many heights apart, at most, where a row holds nothing else. */
const wordRoom = 3;

/** Whether a run continues a value on its row or the next: long names take rows, wide type has wide spaces. */
const continues = ({height}: PrintedPage, first: TextRun, last: TextRun, next: TextRun): boolean =>
	(next.v - last.v > 0.6 * height &&
		next.v - last.v < 1.7 * height &&
		Math.abs(next.left - first.left) < 1.5 * height) ||
	(sameRow(last, next) &&
		next.left > last.left &&
		next.left - last.right > -height &&
		next.left - last.right < wordRoom * height);

/** Runs, and pairs of runs one below the other or beside it. */
export const withPairs = (page: PrintedPage, entries: readonly TextRun[]): TextRun[] => {
	const found = [...entries];
	for (const upper of entries) {
		for (const lower of entries) if (continues(page, upper, upper, lower)) found.push(joinRuns([upper, lower]));
	}
	return found;
};

/** The same, and three rows one below the other. */
export const withThirds = (page: PrintedPage, entries: readonly TextRun[]): TextRun[] => {
	const found = withPairs(page, entries);
	for (const first of entries) {
		for (const second of rowsBelow(page, first, first, entries)) {
			for (const third of rowsBelow(page, first, second, entries)) found.push(joinRuns([first, second, third]));
		}
	}
	return found;
};

const rowsBelow = (page: PrintedPage, first: TextRun, last: TextRun, entries: readonly TextRun[]): TextRun[] => {
	const found: TextRun[] = [];
	for (const next of entries) if (!sameRow(last, next) && continues(page, first, last, next)) found.push(next);
	return found;
};
