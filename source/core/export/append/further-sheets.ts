import {sourceImage} from '../../records/legacy/keys.ts';
import type {PassportRecord} from '../../records/record.ts';
import {type Cell, textCell} from '../cell.ts';
import type {Column} from '../columns.ts';
import {issueRows} from '../excel/issue-rows.ts';
import {notReadRow} from '../excel/workbook.ts';
import type {NotRead} from '../not-read.ts';
import type {Row} from '../rows.ts';
import type {ExportWords} from '../words.ts';
import {isKnownHead} from './known-list.ts';
import type {AddedSheet, FurtherSheet, OldRow, OpenList} from './open-list.ts';

/** Sheets that stay as they are, by their names, since a person has written on them. */
export type LeftSheets = {
	/** Its counts are those of the list without the added rows. */
	readonly summary?: string;
	/** Pictures that were read since are still on it. */
	readonly notRead?: string;
};

type Further = {readonly sheet?: AddedSheet | undefined; readonly left?: string};

const hasText = (texts: readonly string[]): boolean => texts.some(text => text.trim() !== '');

/** The pictures without a passport: those that are new are added, those that were read since are taken out. */
export function notReadSheet(
	file: OpenList,
	records: Iterable<PassportRecord>,
	{
		languages,
		notRead = [],
	}: {readonly languages: readonly ExportWords[]; readonly notRead?: readonly NotRead[] | undefined},
): Further | undefined {
	const heads = languages.map(({notReadHead}) => notReadHead);
	const listed = file.sheet(heads);
	if (!listed) return undefined;
	const still = new Set(notRead.map(({source}) => source));
	const read = new Set<string>();
	for (const {path} of records) if (!still.has(sourceImage(path))) read.add(sourceImage(path));
	const kept = listed.rows.filter(({texts: [name = '']}) => !read.has(name));
	const named = new Set(listed.rows.map(({texts}) => texts[0]));
	const added = notRead.filter(({source}) => !named.has(source)).map(notReadRow);
	const sheet = {heads, rows: added};
	if (kept.length === listed.rows.length) return {sheet};
	// A number is no text of this program: a day of the person, perhaps, which would become another value as a text.
	if (listed.hasOthers || listed.rows.some(({numbers}) => numbers?.size)) return {sheet, left: listed.name};
	const before = kept.map(({texts}) => texts.map(textCell));
	return {sheet: {heads, rows: [...before, ...added], replaces: true}};
}

/** The reasons to look at the added passports. */
export const issuesSheet = (
	added: readonly Row[],
	numbers: readonly number[],
	languages: readonly ExportWords[],
): AddedSheet => ({
	heads: languages.map(({issueHead}) => issueHead),
	rows: added.flatMap(({source}, index) => (source ? issueRows(source, numbers[index]) : [])),
});

/**
 * The counts of the whole list in place of those that are there.
 *
 * @param rows Returns them: the list is counted only where it has the sheet.
 */
export function summarySheet(
	file: OpenList,
	rows: () => readonly (readonly Cell[])[],
	{languages, asked}: {readonly languages: readonly ExportWords[]; readonly asked: readonly Column[]},
): Further | undefined {
	const heads = languages.map(({summaryHead}) => summaryHead);
	const listed = file.sheet(heads);
	if (!listed) return undefined;
	const names = new Set([...file.heads, ...languages.map(({sheets}) => sheets.passports)]);
	const isCount = ({texts, numbers}: OldRow): boolean => {
		const [name = ''] = texts;
		return numbers?.size === 1 && numbers.has(2) && (names.has(name) || isKnownHead(name, languages, asked));
	};
	const isOwn = ({rows, hasOthers}: FurtherSheet) =>
		!hasOthers && rows.every(row => !hasText(row.texts) || isCount(row));
	return isOwn(listed) ? {sheet: {heads, rows: rows(), replaces: true}} : {left: listed.name};
}
