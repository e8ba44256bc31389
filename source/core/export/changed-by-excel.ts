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
export const changedByExcel = (text: string): boolean =>
	text.length <= 40 && changed.some(pattern => pattern.test(text.trim()));
