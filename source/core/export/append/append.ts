import {readFile, realpath, stat} from 'node:fs/promises';
import {calendarDay} from '../../calendar-day.ts';
import {AppError} from '../../errors.ts';
import {writeAtomic} from '../../records/atomic-write.ts';
import {chosenFile} from '../../records/chosen-file.ts';
import {withLock} from '../../records/claim.ts';
import {isToCheck} from '../../records/is-decided.ts';
import {namesApart} from '../../records/picture-names.ts';
import type {PassportRecord} from '../../records/record.ts';
import {type Cell, none, numberCell} from '../cell.ts';
import {columnSet, originalSheet} from '../column-sets.ts';
import {type Column, columnsByKey, type RowSource} from '../columns.ts';
import {writeDay} from '../dates.ts';
import {type ExportFormat, formats} from '../formats.ts';
import {mustBeClosed} from '../open-elsewhere.ts';
import {type Row, tableOf} from '../rows.ts';
import type {ExportWords} from '../words.ts';
import {type ExportContent, rejectedIn, saysStatus, withoutRejected} from '../write.ts';
import {type Comparison, compareWith} from './compare/compare.ts';
import {isPassportRow} from './compare/passport-row.ts';
import {type FurtherSheets, furtherSheets, type KeptSheet} from './further-sheets.ts';
import {headsAgain} from './heads-again.ts';
import {headsFound, type KnownList, knownList} from './known-list.ts';
import {type ListSheets, sheetsOf} from './list-sheets.ts';
import type {OpenList} from './open-list.ts';
import {daysAsListed} from './words/listed-days.ts';
import {styleOf, textsAt} from './words/listed-style.ts';
import {asListed, withSexWords, withValueWords} from './words/value-words.ts';

export type AppendOptions = Omit<ExportContent, 'format' | 'groups' | 'headWords'> & {
	readonly format: ExportFormat;
	readonly path: string;
	/** A list may have been written in any of them. */
	readonly languages: readonly ExportWords[];
	/** With `includeRejected`: rejected passports that are not among the records, of which the list may have a row. */
	readonly rejected?: Iterable<PassportRecord> | undefined;
};

export type Appended = Omit<Comparison, 'added'> &
	ListSheets & {
		readonly path: string;
		readonly added: number;
		/** False when the file is as it was. */
		readonly isChanged: boolean;
		/** Columns that the list has no place for although an added passport has a value in them, and of how many. */
		readonly missing: readonly {readonly column: string; readonly count: number}[];
		/** Columns of the list in which added rows are empty, since a person added them or gave them another head. */
		readonly leftEmpty: readonly string[];
		/** The last row of the list, when it has no number of a passport, such as one of sums: added rows are below it. */
		readonly below?: number;
		/** Merged cells or a table of the person, such as `A6:E8`, which added rows are below. */
		readonly belowBlock?: string;
		/** The table of Excel that is the list, such as `A1:E8`, where added rows are below what is below it. */
		readonly outsideTable?: string;
		/** The last row with the same heads as the list, below which added rows are: it may begin another list. */
		readonly headsAgain?: number;
		/** Added rows that are still to check, where no column of the list says which. */
		readonly open?: number;
		/** The list has a sheet that says which pictures could not be read. */
		readonly listsNotRead: boolean;
		/** Sheets that say less than they would, since a person put something on them: they are as they were. */
		readonly keptSheets?: readonly KeptSheet[];
		/** Pictures were asked for: rows that are added to a list have none. */
		readonly withoutPhotos?: true;
		/** Days of added rows are written as `2026-11-22`, unlike those of the list, in which the month may come first. */
		readonly otherDates?: true;
		/** The same, since those of the list are written in several ways, or in one that this program does not write. */
		readonly unlikeDates?: true;
	};

/**
 * Adds the passports to a list that are not in it yet. Everything that is in the file stays as it is, a person's columns,
 * order, formats and edits among it. The file is the old one or the whole new one at every moment.
 *
 * @throws AppError NOT_A_LIST {path, reason}; NOT_READABLE; NOT_WRITABLE {path, reason}
 */
export async function appendExport(records: Iterable<PassportRecord>, options: AppendOptions): Promise<Appended> {
	// A link stays one: the list that it leads to is extended.
	const {path} = await chosenFile(options.path);
	const file = await realpath(path).catch(() => path);
	// Of two that read the same list, the second would replace the rows of the first.
	return await withLock(file, () => appendTo(path, records, options), {longest: longestAppend, isRequired: true});
}

/** Milliseconds until another process that adds to the list is no longer waited for. */
const longestAppend = 30_000;

async function appendTo(path: string, records: Iterable<PassportRecord>, options: AppendOptions): Promise<Appended> {
	const {format, languages, trip} = options;
	const open = formats[format].open;
	if (!open) throw new AppError('NOT_A_LIST', {path, reason: 'format'});
	await mustBeClosed(path);
	const before = await stat(path);
	const bytes = await readFile(path).catch(error => {
		throw new AppError('NOT_READABLE', {path, reason: (error as NodeJS.ErrnoException).code ?? 'unknown'});
	});
	const asked = columnSet(options.columns ?? 'default').columns;
	const ownSheets = [...languages.map(({sheets}) => sheets.passports), originalSheet];
	const others: (readonly string[])[] = [];
	const isHead = (texts: readonly string[]): boolean => {
		const isKnown = knownList(texts, languages, asked) !== undefined;
		if (!isKnown) others.push(texts);
		return isKnown;
	};
	const file = await open(bytes, path, isHead, ownSheets).catch(error => {
		if (error.code !== 'NOT_A_LIST' || error.details.reason !== 'heads') throw error;
		throw new AppError('NOT_A_LIST', {...error.details, ...headsFound(others, languages, asked)});
	});
	const known = withValueWords(file, knownList(file.heads, languages, asked)!);
	const columns = known.columns
		.filter(column => column !== undefined)
		.map(column => (options.style?.countries === undefined ? asListed(column, file, known) : column))
		.map(column => withSexWords(column, file, known));
	const rejected = options.includeRejected ? (options.rejected ?? []) : rejectedIn(records);
	const names = options.names ?? namesApart(picturesOf(records, rejected, options.notRead));
	const tableFor = (wanted: Iterable<PassportRecord>) =>
		tableOf(wanted, {
			names,
			words: known.words,
			columns: {columns, ...(known.asOriginal ? {asOriginal: true} : {})},
			style: {...styleOf(file, known), ...options.style},
			today: options.today ?? calendarDay(new Date()),
			trip,
		});
	const table = tableFor(options.includeRejected ? records : withoutRejected(records));
	const {added, ...compared} = compareWith(file, known, table.rows(), tableFor(rejected).rows(), options.today);
	const days = daysAsListed(file, known);
	const numbers = added.map((_, index) => lastNumber(file, known) + index + 1);
	const rows = added.map((row, index) => inPlaces(row, known, numbers[index]!));
	const further: FurtherSheets = furtherSheets(file, known, {added, rows, numbers}, {...options, records, names});
	const isChanged = added.length > 0 || further.isChanged;
	const again = added.length > 0 ? headsAgain(file, known, file.below?.(rows).last) : undefined;
	if (again && !again.isSame) throw new AppError('NOT_A_LIST', {path, reason: 'lists', line: again.row});
	if (isChanged) {
		const content = await file.extended({
			rows,
			dates: options.dates ?? 'iso',
			writeDay: options.dates ? date => writeDay(date, options.dates!) : days.write,
			values: {excelSafe: options.excelSafe, onAltered: options.onAltered},
			sheets: further.sheets,
		});
		const after = await stat(path);
		if (after.mtimeMs !== before.mtimeMs || after.size !== before.size) {
			throw new AppError('NOT_WRITABLE', {path, reason: 'CHANGED'});
		}
		await writeAtomic(path, content, {mode: before.mode & 0o777, how: 'replace'});
	}
	const withoutPhotos = options.photos && added.length > 0 ? ({withoutPhotos: true} as const) : {};
	const isOtherwise = added.length > 0 && options.dates === undefined && days.isOtherwise;
	const isUnlike = added.length > 0 && options.dates === undefined && days.isUnlike;
	const otherDates = isOtherwise ? ({otherDates: true} as const) : {};
	const missing = missingColumns(added, known, asked);
	const toCheck = saysStatus(columns, known.asOriginal)
		? 0
		: added.filter(({source}) => source && isToCheck(source.record)).length;
	const {listsNotRead, kept} = further;
	const keptSheets = kept.filter(({readSince}) => readSince || isChanged);
	const places = added.length > 0 ? placesOf(file, known, rows) : {leftEmpty: []};
	const sheets = sheetsOf(file, added, heads => knownList(heads, languages, asked));
	return {
		...compared,
		path,
		added: added.length,
		isChanged,
		listsNotRead,
		missing,
		...places,
		...(toCheck > 0 ? {open: toCheck} : {}),
		...(keptSheets.length > 0 ? {keptSheets} : {}),
		...withoutPhotos,
		...otherDates,
		...sheets,
		...(again ? {headsAgain: again.row} : {}),
		...(isUnlike ? {unlikeDates: true as const} : {}),
	};
}

/** Where rows that are added do not look like those above them. */
function placesOf(
	{heads, rows, day, below}: OpenList,
	known: KnownList,
	added: readonly (readonly Cell[])[],
): Pick<Appended, 'leftEmpty' | 'below' | 'belowBlock' | 'outsideTable'> {
	const isFilled = (place: number) => rows.some(({texts}) => (texts[place]?.trim() ?? '') !== '');
	const {formulas: filledDown, block, outside, last: above = Number.POSITIVE_INFINITY} = below?.(added) ?? {};
	const leftEmpty = heads.filter(
		(head, place) => head.trim() !== '' && !known.columns[place] && isFilled(place) && !filledDown?.has(place),
	);
	const last = rows.findLast(({number}) => number <= above);
	const isBelow = last !== undefined && !isPassportRow(last, known, day);
	return {
		leftEmpty,
		...(isBelow ? {below: last.number} : {}),
		...(block === undefined ? {} : {belowBlock: block}),
		...(outside === undefined ? {} : {outsideTable: outside}),
	};
}

/** The columns that hold a name of which these have a part. */
const partOfName: Readonly<Record<string, string>> = {
	surname_printed: 'surname_english',
	given_name_printed: 'given_name_english',
};

/**
 * What was empty in every row has no column in a list that was written then. In a list of fewer columns than are asked for
 * only what makes a name whole counts: the person wants no others.
 */
function missingColumns(added: readonly Row[], {columns, words}: KnownList, asked: readonly Column[]) {
	const listed = new Set(columns.map(column => column?.key));
	const isWhole = asked.every(({key, optional}) => optional || listed.has(key));
	const names = Object.keys(partOfName).filter(key => listed.has(partOfName[key]!) || listed.has('full_name'));
	const further = asked.filter(({key, optional}) => optional && isWhole && !(key in partOfName));
	return [...names.map(key => columnsByKey.get(key)!), ...further].flatMap(({key, isWanted, cell, head}) => {
		if (listed.has(key)) return [];
		const has = (source: RowSource): boolean => isWanted?.(source.record) ?? cell(source).kind !== 'none';
		const count = added.filter(({source}) => source && has(source)).length;
		return count === 0 ? [] : [{column: head(words), count}];
	});
}

/** The number of the last passport: where rows have numbers, one of sums or a remark is none of them. */
function lastNumber(file: OpenList, known: KnownList): number {
	const numbers = textsAt(file, known, 'no').map(Number).filter(Number.isSafeInteger);
	const rows = numbers.length > 0 ? file.rows.filter(row => isPassportRow(row, known, file.day)) : file.rows;
	return Math.max(0, rows.length, ...numbers);
}

/** All pictures that are named, in rows or among those that could not be read. */
function* picturesOf(
	records: Iterable<PassportRecord>,
	rejected: Iterable<PassportRecord>,
	notRead: AppendOptions['notRead'] = [],
): Iterable<string> {
	for (const {path} of records) yield path;
	for (const {path} of rejected) yield path;
	for (const {path} of notRead) if (path !== undefined) yield path;
}

/** The cells of a row in the places of the file; a person's own columns are empty. */
function inPlaces({cells}: Row, {columns}: KnownList, number: number): readonly Cell[] {
	let next = 0;
	return columns.map(column => {
		if (!column) return none;
		const cell = cells[next++]!;
		return column.key === 'no' ? numberCell(number) : cell;
	});
}
