import {printedDateParts} from '../../../../passport/printed/dates.ts';
import {dateShapes, straighten} from './find-date.ts';

/** A sex as pages print it: one letter, or two languages' with a stroke between; `Ж` is read as `XK`. */
const sexAlone = /^(?:[MFX]|(?:[MFHK]|XK)\/[MF]|[MF]\/[MFHK])$/;
const sexBehind = / (?=(?:[MFX]|(?:[MFHK]|XK)\/[MF]|[MF]\/[MFHK])$)/;

/** `Sere/ Gendag/ Sae F/F`: behind the small letters of a label. */
const pairBehindLabel = /(?<=\p{Ll}[.:]?) (?=(?:[MFHK]|XK)\/[MF]$)/u;

/** `DANSK/DANISH 28 NOV/NOV`: a day and its month, whose year is in the next row. */
const dayBehind = /(?<=\p{L}{2}\W?) (\d{1,2}[ .-]?\p{L}{3,}(?:\s?\/\s?\p{L}{3,})?)\W*$/u;

/** `23 MAR 202523 MAR 2035`: a day directly behind another one. */
const dayBehindYear = /(?<=\p{L}[ .-]?(?:19|20)\d\d)(?=\d\d[ .-]?\p{L}{3})/gu;

/** `DEC 2011 NORSK`: a month and a year, whose day is in the box before. */
const yearBefore = /^\W*(\p{L}{3,9}\W+(?:19|20)\d\d) (?=\p{L}{2})/u;

/** A single letter is another column's if it is this many heights from the letter before; a space between words is less. */
const sexGap = 0.8;

/** Letters or digits that make a column of their own beside a date; fewer are noise. */
const leastBeside = 2;

/**
 * Where the text of a line holds values of several columns that nothing but a space parts: a day before or behind other
 * words (`AUSTRALIAN 08 MAR 1973 F`), and a sex at the end. No value of a passport is a day and something else.
 *
 * @param gapAt Heights between the middles of the letters before and behind the space that ends at a place
 */
export function columnsIn(text: string, gapAt: (at: number) => number): number[] {
	const cuts = new Set<number>();
	const straight = straighten(text);
	if (straight.length === text.length) {
		for (const {from, to} of daysIn(straight)) {
			// `U.S.A.06 DEC/DEC 24`: also where no space was read before a day and a month in words.
			const isParted = text[from - 1] === ' ' || /(?:\p{L}|\p{L}\.)\d+\D/u.test(text.slice(from - 2, to));
			if (lettersIn(text.slice(0, from)) >= leastBeside && isParted) cuts.add(from);
			if (lettersIn(text.slice(to)) > 0 && text[to] === ' ') cuts.add(to + 1);
			else if (sexAlone.test(text.slice(to))) cuts.add(to);
		}
	}

	for (const {index} of text.matchAll(dayBehindYear)) cuts.add(index);
	const day = dayBehind.exec(straight);
	if (day && printedDateParts(`${day[1]} 2000`)) cuts.add(day.index + 1);
	const year = yearBefore.exec(straight);
	if (year && printedDateParts(`01 ${year[1]}`)) cuts.add(year[0].length);
	const sex = sexBehind.exec(text);
	if (sex && (cuts.has(sex.index + 1) || gapAt(sex.index + 1) > sexGap)) cuts.add(sex.index + 1);
	const pair = pairBehindLabel.exec(text);
	if (pair) cuts.add(pair.index + 1);
	return [...cuts].sort((a, b) => a - b);
}

const lettersIn = (text: string): number => text.replace(/[^\p{L}\p{N}]/gu, '').length;

/** The days that a text prints, from the left. */
function daysIn(text: string): Array<{readonly from: number; readonly to: number}> {
	const days: Array<{readonly from: number; readonly to: number}> = [];
	let from = 0;
	while (from < text.length) {
		const rest = text.slice(from);
		const found = dateShapes
			.map(shape => shape.exec(rest))
			.filter(one => one !== null)
			.sort((a, b) => a.index - b.index)[0];
		if (!found) break;
		const day = {
			from: from + found.index,
			to: from + found.index + found[0].trimEnd().length,
		};
		const isDay = printedDateParts(found[0]) !== undefined;
		if (isDay) days.push(day);
		// `KA3AKCTAH/KAZAKHSTAN 12 HB/JAN 2011`: what only looks like a day may hold the beginning of one.
		from = isDay ? day.to : day.from + 1;
	}

	return days;
}
