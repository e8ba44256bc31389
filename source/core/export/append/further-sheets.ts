import {completeDate} from '../../passport/model/dates.ts';
import {type NamesApart, namesInLists} from '../../records/picture-names.ts';
import type {PassportRecord} from '../../records/record.ts';
import {type Cell, cellText, textCell} from '../cell.ts';
import type {Column} from '../columns.ts';
import {issueRows} from '../excel/issue-rows.ts';
import {listSummary} from '../excel/summary.ts';
import {notReadRow} from '../excel/workbook.ts';
import {type NotRead, namedApart} from '../not-read.ts';
import type {Row} from '../rows.ts';
import type {ExportWords} from '../words.ts';
import {isCode} from './compare/identity.ts';
import {isPassportRow} from './compare/passport-row.ts';
import {columnNamed, type KnownList} from './known-list.ts';
import type {AddedSheet, FurtherSheet, OldRow, OpenList} from './open-list.ts';
import {codeOfName} from './words/state-names.ts';
import {wordSaid} from './words/value-words.ts';

/** A sheet that stays as it is, since a person put something on it that would be lost or moved. */
export type KeptSheet = {
	readonly name: string;
	/** Pictures that it still says could not be read; without it, the sheet counts. */
	readonly readSince?: readonly string[];
};

export type FurtherSheets = {
	readonly sheets: readonly AddedSheet[];
	readonly kept: readonly KeptSheet[];
	/** They say more than the added rows do. */
	readonly isChanged: boolean;
	/** The list has a sheet that says which pictures could not be read. */
	readonly listsNotRead: boolean;
};

type Added = {
	readonly added: readonly Row[];
	/** Their cells in the places of the file. */
	readonly rows: readonly (readonly Cell[])[];
	readonly numbers: readonly number[];
};

type Options = {
	readonly records: Iterable<PassportRecord>;
	readonly languages: readonly ExportWords[];
	readonly notRead?: readonly NotRead[] | undefined;
	/** Of pictures of one name. */
	readonly names: NamesApart;
};

/** What the other sheets of a workbook say of the added rows, and the counts of the whole list. */
export function furtherSheets(file: OpenList, known: KnownList, added: Added, options: Options): FurtherSheets {
	const notRead = notReadSheet(file, options);
	const listsNotRead = notRead !== undefined;
	if (known.asOriginal) return {sheets: [], kept: [], isChanged: false, listsNotRead};
	const heads = options.languages.map(({summaryHead}) => summaryHead);
	const summary = file.sheet(heads);
	const isOwn = summary && isOwnSummary(summary, file, known);
	return {
		sheets: [
			{
				heads: options.languages.map(({issueHead}) => issueHead),
				rows: added.added.flatMap(({source}, index) => (source ? issueRows(source, added.numbers[index]) : [])),
			},
			...(notRead ? [notRead.sheet] : []),
			...(isOwn ? [{heads, rows: summaryOf(file, known, added), replaces: true as const}] : []),
		].filter(sheet => sheet.replaces || sheet.rows.length > 0),
		kept: [...(notRead?.kept ? [notRead.kept] : []), ...(summary && !isOwn ? [{name: summary.name}] : [])],
		isChanged: notRead !== undefined && (notRead.sheet.replaces === true || notRead.sheet.rows.length > 0),
		listsNotRead,
	};
}

/** The pictures without a passport: those that are new are added, those that were read since are taken out. */
function notReadSheet(file: OpenList, {records, languages, notRead = [], names}: Options) {
	const heads = languages.map(({notReadHead}) => notReadHead);
	const listed = file.sheet(heads);
	if (!listed) return undefined;
	const still = new Set(notRead.flatMap(({path, source}) => (path === undefined ? source : namesInLists(path))));
	const read = new Set<string>();
	for (const {path} of records) for (const name of namesInLists(path)) if (!still.has(name)) read.add(name);
	const named = new Set(listed.rows.map(({texts: [name]}) => name));
	const rows = notRead
		.map(one => namedApart(one, names))
		.filter(({source}) => !named.has(source))
		.map(notReadRow);
	const isRead = ({texts: [name = '']}: OldRow): boolean => read.has(name);
	const gone = listed.rows.filter(isRead).map(({texts: [name = '']}) => name);
	if (gone.length === 0) return {sheet: {heads, rows}};
	if (listed.isExtended || !listed.rows.every(isNotReadRow)) {
		return {sheet: {heads, rows}, kept: {name: listed.name, readSince: gone}};
	}
	const kept = listed.rows.filter(row => !isRead(row)).map(({texts}) => texts.map(textCell));
	return {sheet: {heads, rows: [...kept, ...rows], replaces: true as const}};
}

/** Whether a row is of a picture: it has a reason. A remark of a person has none. */
const isNotReadRow = ({texts, numbers}: OldRow): boolean =>
	texts.every(text => text === '') || ((texts[1] ?? '') !== '' && (numbers?.size ?? 0) === 0);

function summaryOf(file: OpenList, known: KnownList, {rows}: Added): readonly (readonly Cell[])[] {
	const {columns, words} = known;
	const used: readonly Column[] = columns.filter(column => column !== undefined);
	const heads = columns.flatMap((column, place) => (column ? [file.heads[place]!] : []));
	const summary = listSummary({columns: used, heads}, words);
	const birth = columns.findIndex(column => column?.key === 'birth_date');
	const isPerson = (row: OldRow): boolean =>
		isPassportRow(row, known, file.day) || completeDate(file.day(row, birth)) !== undefined;
	// A row of sums or a remark is no passport.
	for (const row of file.rows.filter(isPerson)) summary.add(key => listedValue(file, known, row, key));
	const asOld = (cells: readonly Cell[]): OldRow => ({number: 0, texts: cells.map(cell => cellText(cell))});
	for (const row of rows.map(asOld)) summary.add(key => listedValue(file, known, row, key));
	return summary.rows();
}

/** Whether all rows of the summary are counts of this program: each may have been written in any language. */
function isOwnSummary({rows, isExtended}: FurtherSheet, file: OpenList, known: KnownList): boolean {
	if (isExtended) return false;
	const {languages} = known;
	const listed = new Map<string, ReadonlySet<string>>();
	const isListed = (key: string, value: string): boolean => {
		const values = listed.get(key) ?? new Set(file.rows.map(row => listedValue(file, known, row, key)));
		listed.set(key, values);
		return values.has(value);
	};
	const isValue = (key: string, value: string): boolean => {
		if (value === '' || isListed(key, value)) return true;
		if (key === 'holder_country_code') return isCode(value) || codeOfName(value, languages) !== undefined;
		if (key === 'expiry_date') return /^\d{4}(?:-\d\d)?$/.test(value);
		if (key !== 'status' && key !== 'review' && key !== 'validity') return false;
		return languages.some(words => Object.values(words[key]).includes(value));
	};
	return rows.every(({texts, numbers}) => {
		if (texts.every(text => text === '')) return true;
		const [what = '', value = ''] = texts;
		if (!numbers?.has(2) || numbers.size > 1) return false;
		if (languages.some(({sheets}) => sheets.passports === what)) return value === '';
		const place = file.heads.indexOf(what);
		const column = known.columns[place] ?? columnNamed(what, languages);
		return column !== undefined && isValue(column.key, value);
	});
}

/** What is counted of a row that is in the file: a cell that a person changed counts as it is now. */
function listedValue(file: OpenList, {columns, words, languages}: KnownList, row: OldRow, key: string): string {
	const place = columns.findIndex(column => column?.key === key);
	const text = row.texts[place]?.trim() ?? '';
	if (key === 'expiry_date') return file.day(row, place).slice(0, 7);
	if (key !== 'review' && key !== 'status' && key !== 'validity') return text;
	// A state may be in another language than most; that of a decision has the edited fields behind it.
	const said = wordSaid(text, key, languages);
	const ofState: Readonly<Record<string, string>> = words[key];
	return said && (key === 'review' || said.word === text) ? ofState[said.means]! : text;
}
