import {type Cell, cellText} from './cell.ts';
import type {DateStyle} from './dates.ts';

/**
 * First characters that make a spreadsheet take a text for a formula or a command (OWASP ASVS 1.2.10), the full-width
 * ones among them because a Chinese or Japanese Excel reads them alike. White space before them does not disarm them.
 */
const formula = /^(?:[\t\r\n\0]|\s*[=+\-@＝＋－＠])/;

export type CsvValueOptions = {
	readonly dates: DateStyle;
	/** Texts that Excel changes are written as `="…"`, which other programs do not understand. */
	readonly excelSafe?: boolean | undefined;
	/** Called with each text that Excel changes, where it is written as it is. */
	readonly onAltered?: ((text: string) => void) | undefined;
};

/** A text behind an apostrophe where a spreadsheet would take it for a formula. */
export const withoutFormula = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** A cell as the value that is written, before it is quoted. */
export function guarded(cell: Cell, {dates, excelSafe, onAltered}: CsvValueOptions): string {
	const text = cellText(cell, dates);
	if (cell.kind !== 'text') return text;
	const harmless = withoutFormula(text);
	if (harmless !== text) return harmless;
	if (!changedByExcel(text)) return text;
	if (excelSafe) return `="${text.replaceAll('"', '""')}"`;
	onAltered?.(text);
	return text;
}

const quoted = (text: string, delimiter: string, quoteSpaces: boolean): string =>
	/["\r\n]/.test(text) || text.includes(delimiter) || (quoteSpaces && /^\s|\s$/.test(text))
		? `"${text.replaceAll('"', '""')}"`
		: text;

/** Values as a line of CSV. */
export const csvLine = (texts: readonly string[], delimiter: string, quoteSpaces: boolean): string =>
	`${texts.map(text => quoted(text, delimiter, quoteSpaces)).join(delimiter)}\r\n`;

const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';

/** Texts for which Excel puts a number, a date or a truth value when it opens a CSV. */
const changed: readonly RegExp[] = [
	// Zeros at the front are dropped.
	/^[+-]?0\d+(?:\.\d*)?$/,
	// 12 digits and more are shown as 1.23E+11, and beyond 15 they are lost.
	/^\d{12,}$/,
	/^\d+(?:\.\d*)?e[+-]?\d+$/i,
	// Days: MAR1, 1 MAR, 1-MAR-26, 1-2, 1/2/26.
	new RegExp(`^(?:${months})[a-z]*[ ./-]?\\d{1,4}$`, 'i'),
	new RegExp(`^\\d{1,4}[ ./-]?(?:${months})[a-z]*(?:[ ./-]?\\d{1,4})?$`, 'i'),
	/^\d{1,4}[/-]\d{1,4}(?:[/-]\d{1,4})?$/,
	/^(?:true|false)$/i,
];

/** True for a text that Excel changes when it opens a CSV, such as `007`, `12E45678` or `MAR1`. */
export const changedByExcel = (text: string): boolean => changed.some(pattern => pattern.test(text.trim()));
