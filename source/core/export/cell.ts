import {cleanText} from '../clean-text.ts';
import {type CompleteDate, completeDate} from '../passport/model/dates.ts';
import {type DateStyle, writeDay} from './dates.ts';

/** One value of a table, before a format writes it. */
export type Cell =
	| {readonly kind: 'none'}
	| {readonly kind: 'text'; readonly text: string}
	| {readonly kind: 'date'; readonly date: CompleteDate}
	| {readonly kind: 'number'; readonly number: number};

export const none: Cell = {kind: 'none'};

/** Text without control characters; an empty one is no cell. */
export const textCell = (text: string): Cell => (text === '' ? none : {kind: 'text', text: cleanText(text)});

export const numberCell = (number: number | undefined): Cell =>
	number === undefined ? none : {kind: 'number', number};

/** A date of which a part is unknown (`1974-08`) is no day: it stays text. */
export function dateCell(text: string): Cell {
	const date = completeDate(text);
	return date ? {kind: 'date', date} : textCell(text);
}

/** A cell as plain characters: dates are ISO 8601 unless another style is asked for. */
export function cellText(cell: Cell, dates: DateStyle = 'iso'): string {
	if (cell.kind === 'date') return writeDay(cell.date, dates);
	if (cell.kind === 'number') return String(cell.number);
	return cell.kind === 'text' ? cell.text : '';
}
