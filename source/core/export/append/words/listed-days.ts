import {type CompleteDate, completeDate} from '../../../passport/model/dates.ts';
import {months, writeDay} from '../../dates.ts';
import type {KnownList} from '../known-list.ts';
import type {DayWriter, OpenList} from '../open-list.ts';
import {type Days, daysOf} from './read-day.ts';

type Writer = (date: CompleteDate) => string;

/** How the days of a column are written; or why added ones cannot be so. */
type Column = {readonly write: Writer} | {readonly problem: 'isOtherwise' | 'isUnlike'};

const iso: Writer = date => writeDay(date, 'iso');

const dayKeys = ['birth_date', 'expiry_date', 'issue_date'] as const;

/**
 * How added days are written: as those of their column, where all of them are written in one way that cannot be taken for
 * another. A column without days has those of the others.
 */
export function daysAsListed(
	file: OpenList,
	{columns}: KnownList,
): {readonly write: DayWriter; readonly isOtherwise?: true; readonly isUnlike?: true} {
	const places = dayKeys.map(key => columns.findIndex(column => column?.key === key)).filter(place => place >= 0);
	const texts = places.map(place => textsAt(file, place));
	// A day in another column, such as that of a flight, says nothing: it may be written in another way.
	const {first: order} = daysOf(texts.flat());
	const listed = places.map((place, at) => ({place, days: columnOf(texts[at]!, file, order)}));
	const known = listed.flatMap(({days}) => days ?? []);
	const first = known[0];
	const same = first && 'write' in first && known.every(one => 'write' in one && isSame(one.write, first.write));
	const others = same ? first.write : iso;
	const writers = new Map(
		listed.map(({place, days}) => [place, days && 'write' in days ? days.write : days ? iso : others] as const),
	);
	const has = (problem: 'isOtherwise' | 'isUnlike') => known.some(one => 'problem' in one && one.problem === problem);
	return {
		write: (date, place) => (writers.get(place) ?? iso)(date),
		...(has('isOtherwise') ? {isOtherwise: true} : {}),
		...(has('isUnlike') ? {isUnlike: true} : {}),
	};
}

/** Days of which each two ways of writing differ in one. */
const telling: readonly CompleteDate[] = [
	{year: 1985, month: 1, day: 2},
	{year: 1985, month: 11, day: 22},
];

const isSame = (one: Writer, other: Writer): boolean => telling.every(date => one(date) === other(date));

/**
 * Those of a column that may be days: none where the column has numbers, which a workbook shows as days, and no days of
 * which a part is unknown.
 */
const textsAt = ({rows}: OpenList, place: number): readonly string[] =>
	rows.some(({numbers}) => numbers?.has(place))
		? []
		: rows.flatMap(({texts}) => {
				const text = texts[place]?.trim() ?? '';
				return !/\d/.test(text) || /^\d+(?:\.\d+)?$|^\d{4}-\d\d$/.test(text) ? [] : [text];
			});

const parts = {
	numbers: /^(\d{1,2})(\. |[ /.-])(\d{1,2})\2(\d{4})$/,
	letters: /^(\d{1,2})([ /.-])([a-z]{3})\2(\d{4})$/i,
	yearFirst: /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})$/,
	chinese: /^(\d{4})(年)(\d{1,2})月(\d{1,2})日$/,
} as const;

/**
 * @param file In which the days are read.
 * @param order Which of day and month comes first, where no day of the column says it.
 */
function columnOf(texts: readonly string[], file: OpenList, order: Days['first']): Column | undefined {
	const [text] = texts;
	if (text === undefined) return undefined;
	const write = writerOf(text, texts, daysOf(texts).first ?? order);
	const isWritten = (one: string): boolean => {
		const date = completeDate(file.day({number: 0, texts: [one]}, 0));
		return date !== undefined && write?.(date) === one;
	};
	if (write && texts.every(isWritten)) return {write};
	const [, , between] = parts.numbers.exec(text) ?? [];
	return {problem: between === '/' || between === '-' ? 'isOtherwise' : 'isUnlike'};
}

/** The way in which a day of a column is written; undefined where nothing says which part is which. */
function writerOf(text: string, texts: readonly string[], order: Days['first']): Writer | undefined {
	const two = texts.some(one => /(?<!\d)\d(?!\d)/.test(one)) ? String : (part: number) => String(part).padStart(2, '0');
	const [, , between = '', , ofNumbers] = parts.numbers.exec(text) ?? [];
	if (ofNumbers !== undefined) {
		// With points the day comes first everywhere.
		const first = between.startsWith('.') ? 'day' : order;
		if (first === undefined) return undefined;
		return ({year, month, day}) =>
			(first === 'day' ? [two(day), two(month), year] : [two(month), two(day), year]).join(between);
	}
	const [, , space = '', letters] = parts.letters.exec(text) ?? [];
	if (letters !== undefined) {
		const cased = (month: string): string => {
			if (letters === letters.toUpperCase()) return month;
			return letters === letters.toLowerCase() ? month.toLowerCase() : month[0] + month.slice(1).toLowerCase();
		};
		return ({year, month, day}) => [two(day), cased(months[month - 1]!), year].join(space);
	}
	if (parts.chinese.test(text)) return ({year, month, day}) => `${year}年${two(month)}月${two(day)}日`;
	const [, , stroke] = parts.yearFirst.exec(text) ?? [];
	return stroke === undefined ? undefined : ({year, month, day}) => [year, two(month), two(day)].join(stroke);
}
