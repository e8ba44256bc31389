import {type CompleteDate, formatDate, isComplete} from '../../../../passport/model/dates.ts';
import {printedDateParts, readPrintedDate} from '../../../../passport/printed/dates.ts';

/** A day that a text prints: ISO 8601, and the part of the text that says it. */
export type FoundDate = {readonly iso: string; readonly text: string};

// `22 HB/JAN 2017`: of a month in another script two letters may be all that is read. `4. Birth date16.04.1972` is no day of 2016.
const withMonthName =
	/(?<!\d)\d{1,2}[\s.\-/]{0,6}(?:\p{L}{1,2}\s?\/\s?)?(?:\d{1,2}月\W?|[\p{L}]{3,10}[\s.\-/]{0,6}){1,3}(?:\d{4}|\d{2})(?!\d|[./-]\d)/u;
const yearFirst = /(?<!\d)(?:19|20)\d\d[\s.\-/]{0,3}(?:\p{L}{3,10}[\s.\-/]{0,3}){1,3}\d{1,2}(?!\d)/u;
export const dateShapes: readonly RegExp[] = [
	yearFirst,
	withMonthName,
	/(?<!\p{L})\p{L}{3,9}\.? ?\d{1,2}, ?\d{4}(?!\d)/u,
	/(?<!\d)\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日?/u,
	/(?<!\d)\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{4}(?!\d)/u,
	/(?<!\d)\d{1,2} \d{1,2} \d{4}(?!\d)/u,
	/(?<!\d)\d{4}[./ -] ?\d{2}[./ -] ?\d{2}(?!\d)/u,
	/(?<![\d./-])\d{2}([./-])\d{2}\1\d{2}(?![\d./-])/u,
	/(?<!\d)\d{2}[. ]?\d{2}[. ]?\d{4}(?!\d)/u,
	/(?<!\d)\d{8}(?!\d)/u,
];

const isMonth = (word: string, number: string): boolean => printedDateParts(`1 ${word} 2000`)?.month === Number(number);

const isMonthName = (word: string): boolean => printedDateParts(`1 ${word} 2000`) !== undefined;

/** `12 03/MAR 85`, `12 MAR/03 1985`: the month once, with blanks for its number, so that places stay. */
const withMonthOnce = (text: string): string =>
	text
		.replace(/(?<=(?<!\d)\d{1,2}[ .-])(\d{1,2})( ?\/ ?)(\p{L}{3,9})/gu, (all, number, stroke, word) =>
			isMonth(word, number) ? ' '.repeat(number.length + stroke.length) + word : all,
		)
		.replace(/(?<=\d[ .-])(\p{L}{3,9})( ?\/ ?\d{1,2})(?=[ .-](?:\d{4}|\d{2})(?!\d))/gu, (all, word, number) =>
			isMonth(word, number.replace(/\D/g, '')) ? word + ' '.repeat(number.length) : all,
		);

/** Digits that small type turns into letters, where only digits can be beside them. */
export const straighten = (text: string): string =>
	withMonthOnce(text)
		.replace(/(?<=\d)[OoQD](?=[\d.\s]|$)/g, '0')
		.replace(/(?<=^|[\d.\s])[Il|](?=\d)/g, '1')
		.replace(/(?<=(?:^|\s)\d)[Il|](?=\s?\p{L}{3})/gu, '1')
		.replace(/(?<=^|[\s.])[OoQ](?=\d)/g, '0')
		// `2OFEB1999`: a nought that was seen as a letter.
		.replace(/(?<=(?:^|\s)\d)[OoQ](?=(\p{L}{3})\s?(?:19|20)\d\d(?!\d))/gu, (letter, month) =>
			isMonthName(month) ? '0' : letter,
		)
		// `10OSEP2028`: a nought that was seen twice.
		.replace(/(?<=(?:^|\s)\d)(?:0[Oo0]|[Oo]0)(?=\p{L}{3}\s?(?:19|20)\d\d)/gu, '0')
		// OCT, OKT, OTT, OUT, NOV, AOÛT and AGO: in OCR-B an O is a 0.
		.replace(/(?<=(?:\d|\/)\s?)0(?=CT|KT|TT|UT)/gi, 'O')
		.replace(/(?<=N)0(?=V)/gi, 'O')
		.replace(/(?<=A)0(?=[UÛ])/gi, 'O')
		.replace(/(?<=AG)0(?!\d)/gi, 'O')
		// AGO and PRO directly before a year.
		.replace(/(?<=\d\s?(?:AG|PR))0(?=(?:19|20)\d\d(?!\d))/gi, 'O')
		// `01 JAN7JAN 85`: the stroke between a month in two languages.
		.replace(/(?<=\d\s?\p{L}{3})\W?[17l|](?=\p{L}{3})/gu, '/');

/** `01012003`, `01.012003`: the reader dropped spaces or points between a day, a month and a year. */
const spread = (text: string): string => {
	const digits = text.replace(/[. ]/g, '');
	return /^\d{4}(?:19|20)\d\d$/.test(digits) && !/^(?:19|20)\d\d(?:0[1-9]|1[0-2])/.test(digits)
		? `${digits.slice(0, 2)}.${digits.slice(2, 4)}.${digits.slice(4)}`
		: text;
};

/** Months that languages call different ones, where the issuing state's language says which: as English ones. */
const ownMonths: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	POL: {LIP: 'JUL', LIS: 'NOV'},
	HRV: {LIP: 'JUN', SRP: 'JUL', LIS: 'OCT'},
	CZE: {SRP: 'AUG', LIS: 'NOV'},
};

/** `24 LIS 1944` with the month that the issuing state means; in as many letters. */
export const withOwnMonth = (text: string, issuer: string): string => {
	const months = ownMonths[issuer];
	return months
		? text.replace(/(?<=\d[ .-]{0,2})(?:LIP|LIS|SRP)(?=[ .-]{0,2}\d)/giu, name => months[name.toUpperCase()] ?? name)
		: text;
};

/** Holders and passports are of these years; other numbers in the shape of a day are none. */
const [firstYear, lastYear] = [1890, 2099];

/** The first day of the calendar that a text prints, whatever else it prints. */
export function dateIn(text: string, kind: 'birth' | 'other', today: CompleteDate): FoundDate | undefined {
	const straight = straighten(text.slice(0, 80));
	for (const shape of dateShapes) {
		const found = shape.exec(straight);
		if (!found) continue;
		const date = readPrintedDate(spread(found[0]), kind, today);
		if (date && isComplete(date) && date.year >= firstYear && date.year <= lastYear)
			return {iso: formatDate(date), text: found[0]};
	}

	return undefined;
}

/** `1990-02-01` as the MRZ has it: `900201`. */
export const asInMrz = (iso: string): string => iso.slice(2).replaceAll('-', '');
