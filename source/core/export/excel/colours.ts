import type {ConditionalFormattingOptions, Style} from 'exceljs';
import type {ExportWords} from '../words.ts';

/** Excel's own styles "Bad", "Neutral" and "Note": background and text. */
const tones = {
	bad: ['FFFFC7CE', 'FF9C0006'],
	neutral: ['FFFFEB9C', 'FF9C5700'],
	note: ['FFDDEBF7', 'FF1F4E79'],
} as const;

/** A colour that says something: the cells of `on` have it where the cell under `by` begins with the text. */
type Meaning = {
	readonly by: string;
	readonly text: string;
	readonly on: readonly string[];
	readonly tone: keyof typeof tones;
};

const meanings = ({status, review, validity}: ExportWords): readonly Meaning[] => [
	{by: 'status', text: status.refused, on: ['status'], tone: 'bad'},
	{by: 'status', text: status.check, on: ['status'], tone: 'neutral'},
	// Begins with the same word in the list, and is a row of its own in the summary.
	{by: 'review', text: review.edited, on: ['review'], tone: 'note'},
	{by: 'review', text: review.typed, on: [], tone: 'note'},
	{by: 'validity', text: validity.expired, on: ['expiry_date', 'validity'], tone: 'bad'},
	{by: 'validity', text: validity['not-for-trip'], on: ['expiry_date', 'validity'], tone: 'neutral'},
];

const styleOf = (tone: keyof typeof tones): Partial<Style> => {
	const [fill, font] = tones[tone];
	// A conditional format has the colour of a solid pattern in its background (ECMA-376 part 1, 18.3.1.10).
	return {fill: {type: 'pattern', pattern: 'solid', bgColor: {argb: fill}}, font: {color: {argb: font}}};
};

/** Characters of a text in a formula: Excel refuses a workbook with one of more than 255. */
const longestText = 200;

/** True in a formula where a cell has the text, or begins as a long one does. */
const has = (cell: string, text: string): string =>
	text.length <= longestText
		? `${cell}=${quoted(text)}`
		: `LEFT(${cell},${longestText})=${quoted(text.slice(0, longestText))}`;

/** A text in a formula. */
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/**
 * Conditional formats of a list: they follow a row that is sorted, and a cell that is corrected.
 *
 * @param letters the letters of a column by its key; undefined for one that the list does not have.
 * @param rows number of rows, the head among them.
 */
export const listColours = (
	letters: (key: string) => string | undefined,
	rows: number,
	words: ExportWords,
): readonly ConditionalFormattingOptions[] =>
	meanings(words).flatMap(({by, text, on, tone}, index) => {
		const column = letters(by);
		if (column === undefined || rows < 2) return [];
		const formula = `LEFT($${column}2,${text.length})=${quoted(text)}`;
		return on.flatMap(key => {
			const place = letters(key);
			return place === undefined ? [] : [colour(`${place}2:${place}${rows}`, formula, tone, index + 1)];
		});
	});

/** The same colours beside what they mean, in a list of the head of a column (A) and what its cells say (B). */
export const legendColours = (
	head: (key: string) => string | undefined,
	rows: number,
	words: ExportWords,
): readonly ConditionalFormattingOptions[] =>
	meanings(words).flatMap(({by, text, tone}, index) => {
		const said = head(by);
		if (said === undefined || rows < 2) return [];
		return [colour(`B2:B${rows}`, `AND(${has('$A2', said)},${has('$B2', text)})`, tone, index + 1)];
	});

const colour = (
	ref: string,
	formula: string,
	tone: keyof typeof tones,
	priority: number,
): ConditionalFormattingOptions => ({
	ref,
	rules: [{type: 'expression', formulae: [formula], style: styleOf(tone), priority}],
});
