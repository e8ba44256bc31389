import type {CompleteDate} from '../../passport/model/dates.ts';
import type {Cell} from '../cell.ts';
import type {CsvValueOptions} from '../csv-values.ts';
import type {DateStyle} from '../dates.ts';
import type {Days} from './words/read-day.ts';

/** A row of a list as the person left it. */
export type OldRow = {
	/** From 1, as a spreadsheet numbers it. */
	readonly number: number;
	readonly texts: readonly string[];
	/** Places of the cells that hold a number, as a day does in a workbook. */
	readonly numbers?: ReadonlySet<number>;
};

/** Writes a day of the column with a place. */
export type DayWriter = (date: CompleteDate, place: number) => string;

/** What is put into a list besides its rows, where the file has a place for it. */
export type Addition = {
	/** Cells in the places of the file. */
	readonly rows: readonly (readonly Cell[])[];
	/** How a workbook shows days where the list does not say it. */
	readonly dates: DateStyle;
	/** Writes a day as a text. */
	readonly writeDay: DayWriter;
	/** Of a CSV: how texts are written that Excel changes, and what is called with each that it does change. */
	readonly values?: Pick<CsvValueOptions, 'excelSafe' | 'onAltered'>;
	/** Rows of further sheets, by the heads of the sheet. */
	readonly sheets: readonly AddedSheet[];
};

export type AddedSheet = {
	/** The heads in each language: a sheet is known by them. */
	readonly heads: readonly (readonly string[])[];
	readonly rows: readonly (readonly Cell[])[];
	/** These are all rows of the sheet, in place of those that are there. */
	readonly replaces?: true;
};

/** A list in a file that was written before. */
export type OpenList = {
	readonly heads: readonly string[];
	readonly rows: readonly OldRow[];
	/** The day in a cell of a column of days, as ISO 8601; its text where it is none. */
	readonly day: (row: OldRow, place: number) => string;
	/** Which of day and month comes first in texts with both in numbers; undefined where the list does not say it. */
	readonly first: Days['first'];
	/** The sheet of the list. */
	readonly on?: SheetName;
	readonly otherSheets?: readonly OtherSheet[];
	/** What these rows find below the list. */
	readonly below?: (rows: Addition['rows']) => RowsBelow;
	/** Returns the further sheet with these heads in one of the languages, if the file has it. */
	readonly sheet: (heads: readonly (readonly string[])[]) => FurtherSheet | undefined;
	/** Returns the content of the file with the addition; everything else in it stays as it is. */
	readonly extended: (addition: Addition) => Promise<Uint8Array>;
};

/** A sheet that this program wrote besides the list, as the person left it. */
export type FurtherSheet = {
	readonly name: string;
	/** Those below the heads. */
	readonly rows: readonly OldRow[];
	/** A person put something above the heads, beside the columns or on the cells, such as a remark, a formula or a comment. */
	readonly isExtended: boolean;
};

/** A sheet with the heads of a list that is not the list. */
export type OtherSheet = Pick<OpenList, 'heads' | 'rows' | 'day'> & SheetName;

export type SheetName = {readonly name: string; readonly isHidden: boolean};

export type RowsBelow = {
	/** The row above the first of them. */
	readonly last: number;
	/** Places of the columns in which each of the rows has a formula of the person, which fills it. */
	readonly formulas: ReadonlySet<number>;
	/** Merged cells or another table, such as `A6:E8`, below which the rows are. */
	readonly block?: string;
	/** The table of Excel that is the list, such as `A1:E8`, where the rows are not in it. */
	readonly outside?: string;
};

/** Rows above the heads, at most: a title, a logo. */
export const mostAbove = 20;

/** True for the heads of a list, in the places of a row. */
export type IsHead = (texts: readonly string[]) => boolean;
