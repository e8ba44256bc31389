import {dirname, join, parse} from 'node:path';
import {calendarDay} from '../calendar-day.ts';
import {cleanText} from '../clean-text.ts';
import {AppError} from '../errors.ts';
import {makeFolder} from '../make-folder.ts';
import type {CalendarDay} from '../passport/model/passport.ts';
import {writeAtomic, writeFirstFree, writingError} from '../records/atomic-write.ts';
import {type ChosenFile, chosenFile} from '../records/chosen-file.ts';
import {namesApart, pictureNames} from '../records/picture-names.ts';
import type {PassportRecord} from '../records/record.ts';
import {type ColumnSet, columnSet, type Preset} from './column-sets.ts';
import type {Column} from './columns.ts';
import type {PartedRecords} from './excel/record-parts.ts';
import type {Content, Format, RefusedRow, RenderOptions} from './format.ts';
import {type ExportFormat, formats} from './formats.ts';
import {type ColumnGroup, keysOf} from './groups.ts';
import type {ListStyle} from './list-style.ts';
import {mustBeClosed} from './open-elsewhere.ts';
import {type RowOptions, type Survey, surveyFor, tableOf} from './rows.ts';

export type ExportContent = Omit<RenderOptions, 'columns'> &
	Pick<RowOptions, 'style' | 'headWords'> & {
		readonly format: ExportFormat;
		readonly columns?: Preset | ColumnSet;
		/** Of the default columns only these groups. */
		readonly groups?: readonly ColumnGroup[];
		/** Ages and days left are counted from it; by default from this computer's date. */
		readonly today?: CalendarDay;
		/** What a person rejected is left out, unless asked for. */
		readonly includeRejected?: boolean;
	};

export type ExportOptions = ExportContent & {
	readonly path: string;
	/** `newName`: `list-2.xlsx`, `list-3.xlsx`, … when the name is taken. */
	readonly ifExists: 'newName' | 'replace';
	/** A file that is replaced must be as it was then: when it was last changed, in milliseconds. */
	readonly unchangedSince?: number | undefined;
};

/** A list that is ready to be written: its rows are computed while they are. */
export type Export = {
	/** Number of rows in the content. */
	readonly rows: number;
	/** Passports that the format does not take. */
	readonly refused: readonly RefusedRow[];
	/** How many of those are still to check. */
	readonly openRefused: number;
	/** Whether a column says which rows are still to check. */
	readonly saysStatus: boolean;
	/** Of the groups that were asked for those that are empty in every row. */
	readonly emptyGroups: readonly ColumnGroup[];
	/** The content of the file, part by part; from the first part each time it is called. */
	readonly content: () => Content;
};

const formatIn = ({format}: Pick<ExportContent, 'format'>): Format => formats[format];

/** Columns that say whether a passport is still to check. */
const statusKeys: ReadonlySet<string> = new Set(['status', 'issues', 'remarks']);

/** The status of the original skill says only that the picture was read. */
export const saysStatus = (columns: readonly Column[], asOriginal: boolean | undefined): boolean =>
	!asOriginal && columns.some(({key}) => statusKeys.has(key));

/** Only the default columns have groups; formats whose content is fixed have none. */
const groupsOf = ({groups, columns = 'default', ...content}: ExportContent): readonly ColumnGroup[] | undefined =>
	columns === 'default' && !formatIn(content).fixedContent ? groups : undefined;

/**
 * Records as the content of a file. They are gone through once for each `content()`, so that they may come from a disk,
 * and once now where no survey of them was made.
 *
 * @throws AppError NOTHING_TO_EXPORT; {reason: 'empty-columns', columns} when no column that was asked for has a value
 */
export function exportOf(records: PartedRecords, options: ExportContent, survey?: Survey): Export {
	const rows = options.includeRejected ? records : withoutRejected(records);
	const table = tableOf(rows, rowOptionsOf(options), survey);
	const format = formatIn(options);
	const count = table.count - ((format.forAirlines && options.notChosen?.size) || 0);
	if (count === 0) throw new AppError('NOTHING_TO_EXPORT');
	const groups = groupsOf(options) ?? [];
	const emptyGroups = groups.filter(group => ![...keysOf([group])].some(key => table.filled.has(key)));
	if (groups.length > 0 && emptyGroups.length === groups.length) {
		throw new AppError('NOTHING_TO_EXPORT', {reason: 'empty-columns', columns: groups});
	}
	const {columns = 'default'} = options;
	const rendering = {...options, columns: columnSet(columns)};
	const refused = [...(format.refused?.(table, rendering) ?? [])];
	return {
		rows: count - refused.length,
		refused: refused.map(({path, why}) => ({path, why})),
		openRefused: refused.filter(({isOpen}) => isOpen).length,
		saysStatus: !format.fixedContent && saysStatus(table.columns, columnSet(columns).asOriginal),
		emptyGroups,
		content: () => format.render(table, rendering),
	};
}

/** Begins a survey of records that are to be exported. */
export function exportSurvey(options: ExportContent): Survey {
	const survey = surveyFor(rowOptionsOf(options));
	return {
		...survey,
		add(record) {
			if (options.includeRejected || !isRejected(record)) survey.add(record);
		},
	};
}

function rowOptionsOf(options: ExportContent): RowOptions {
	const {columns = 'default', notRead = [], style, headWords, names} = options;
	const groups = groupsOf(options);
	return {
		words: options.words,
		columns,
		style: styleFor(formatIn(options), style),
		headWords,
		only: groups && keysOf(groups),
		today: options.today ?? calendarDay(new Date()),
		trip: options.trip,
		names,
		notRead:
			columnSet(columns).asOriginal && !formatIn(options).fixedContent ? notRead.filter(({unread}) => !unread) : [],
	};
}

/** How values are written in a format: one for programs has them in full. */
export const styleFor = ({lossless}: Format, style: Partial<ListStyle> = {}): Partial<ListStyle> =>
	lossless ? {...style, optional: 'full'} : style;

const isRejected = ({review}: PassportRecord): boolean => review.state === 'rejected';

/** Only what a person rejected. */
export const rejectedIn = (records: Iterable<PassportRecord>): readonly PassportRecord[] => {
	const rejected: PassportRecord[] = [];
	for (const record of records) if (isRejected(record)) rejected.push(record);
	return rejected;
};

/** Leaves out what a person rejected. */
export const withoutRejected = (records: PartedRecords): PartedRecords => ({
	*[Symbol.iterator]() {
		for (const record of records) if (!isRejected(record)) yield record;
	},
	...(records.parts ? {parts: () => records.parts!(false)} : {}),
});

/**
 * Writes records as a file, all of it or nothing; its folder is made if need be.
 *
 * @returns its path, the number of its rows, and what has none.
 * @throws AppError NOTHING_TO_EXPORT; {reason: 'refused', names} when the format takes no row; NOT_WRITABLE {path, reason}
 */
export async function writeExport(records: Iterable<PassportRecord>, options: ExportOptions): Promise<WrittenList> {
	const names = options.names ?? namesApart(pathsOf(records, options));
	return await writeList(exportOf(records, {...options, names}), options);
}

/** The pictures that a list names. */
function* pathsOf(records: Iterable<PassportRecord>, {notRead = []}: ExportOptions): Iterable<string> {
	for (const {path} of records) yield path;
	for (const {path} of notRead) if (path !== undefined) yield path;
}

export type WrittenList = {
	readonly path: string;
	readonly rows: number;
	readonly refused: readonly RefusedRow[];
};

/** The same of a list that is ready. */
export async function writeList(
	list: Export,
	{path, ifExists, unchangedSince}: Pick<ExportOptions, 'path' | 'ifExists' | 'unchangedSince'>,
): Promise<WrittenList> {
	const {rows, refused, content} = list;
	mustHaveRows(list);
	await makeListFolder(path);
	if (ifExists === 'newName')
		return {path: await writeFirstFree(number => numbered(path, number), content(), 0o666), rows, refused};
	const {path: place, stats} = await replaceable(path, unchangedSince);
	await writeAtomic(place, content(), {mode: stats ? stats.mode & 0o777 : 0o666, how: 'replace'});
	return {path, rows, refused};
}

/** An empty file would replace a list. */
function mustHaveRows({rows, refused}: Export): void {
	if (rows > 0) return;
	const nameOf = pictureNames(refused.map(({path}) => path));
	const names = refused.map(({path, why}) => `${cleanText(nameOf(path))}: ${why}`);
	throw new AppError('NOTHING_TO_EXPORT', {reason: 'refused', names});
}

/** Makes the folder of a list. Where a part of its path is a file, that is no fault of the file. */
export async function makeListFolder(path: string): Promise<void> {
	const folder = dirname(path);
	try {
		await makeFolder(folder);
	} catch (error) {
		const {code} = error as NodeJS.ErrnoException;
		if (code === 'EEXIST' || code === 'ENOTDIR') throw new AppError('NOT_WRITABLE', {path, reason: 'ENOTDIR'});
		throw writingError(folder, error);
	}
}

/** The file to replace; none that another program has open, and no kept result, such as the one of a picture. */
async function replaceable(path: string, unchangedSince: number | undefined): Promise<ChosenFile> {
	const chosen = await chosenFile(path);
	if (!chosen.stats) return chosen;
	if (unchangedSince !== undefined && chosen.stats.mtimeMs !== unchangedSince)
		throw new AppError('NOT_WRITABLE', {path, reason: 'CHANGED'});
	await mustBeClosed(chosen.path);
	const {resultAt} = await import('../records/kept-result.ts');
	if ((await resultAt(chosen.path)) !== undefined) throw new AppError('NOT_WRITABLE', {path, reason: 'RESULT'});
	return chosen;
}

/** `list.xlsx`, `list-2.xlsx`, `list-3.xlsx`, … */
const numbered = (path: string, number: number): string => {
	if (number === 1) return path;
	const {dir, name, ext} = parse(path);
	return join(dir, `${name}-${number}${ext}`);
};
