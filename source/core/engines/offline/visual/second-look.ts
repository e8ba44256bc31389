import type {CompleteDate} from '../../../passport/model/dates.ts';
import {dateIn} from './fields/find-date.ts';
import {lettersOf} from './lines/line-reader.ts';
import type {Place} from './lines/place.ts';
import type {PrintedLine, Reread} from './lines/read-lines.ts';
import {evens, type Found, type PrintedPage} from './page.ts';
import {isTelling, type TextRun} from './runs.ts';

/** What was detected on a page, and what of it was read. */
export type Detected = {readonly places: readonly Place[]; readonly lines: readonly PrintedLine[]};

/** A character read less clearly than this, which is wrong once in twenty times, is worth a second look at its line. */
const doubtful = 3;
/** Below this mean a line is a scribble or a pattern, and stays one. */
const hopeless = 1.2;

/** What is no value yet may be one if it is at least this tall, against the middle of what was read. */
const smaller = 0.9;

/** Lines of a page that are looked at again, at most; those that hold a value come first. */
const mostSecondLooks = 8;

const marginsOf = ({characters}: PrintedLine): number[] =>
	characters.filter(({character}) => isTelling(character)).map(({margin}) => margin);

const weakest = (line: PrintedLine): number => Math.min(...marginsOf(line));

/** Whether a character of a line is worth another reader's word. */
export const isDoubtful = (line: PrintedLine): boolean => weakest(line) < doubtful;

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/**
 * Lines for a second look: set like values, mostly read well, with a character in doubt.
 * Not those whose value is what the MRZ says, too, nor what is not needed: labels, and, once names, number and dates
 * were found, whatever is no value.
 */
export function worthSecondLook(
	detected: Detected,
	page: PrintedPage,
	found: readonly Found[],
	today: CompleteDate,
): PrintedLine[] {
	const {lines} = detected;
	const heights = lines.map(({height}) => height).sort((a, b) => a - b);
	const least = (heights[Math.floor(heights.length / 2)] ?? 0) * smaller;
	const complete = mrzFields.every(field => found.some(one => one.field === field));
	const dated = dateFields.every(field => found.some(one => one.field === field));
	const valuesOn = (line: PrintedLine) => found.filter(({run}) => isOn(run, line));
	return lines
		.filter(line => {
			const margins = marginsOf(line);
			const values = valuesOn(line);
			if (margins.length < 2 || mean(margins) <= hopeless) return false;
			if (line.height <= least && values.length === 0) return false;
			if (values.length === 0 && !dated && isNearlyDate(line, today)) return true;
			if (values.some(({field}) => mayBeCut.has(field)) && (isCut(line) || restOf(line, detected).length > 0))
				return true;
			if (Math.min(...margins) >= doubtful) return false;
			if (values.length > 0) return values.some(({by, field}) => by !== 'mrz' || mayBeCut.has(field));
			return !complete && page.entries.some(entry => isOn(entry, line) && !entry.isLabel);
		})
		.sort((a, b) => Math.min(1, valuesOn(b).length) - Math.min(1, valuesOn(a).length))
		.slice(0, mostSecondLooks);
}

/** What the MRZ says, too, and every page prints. */
const mrzFields = ['surname', 'passport_number', 'birth_date', 'expiry_date'] as const;

const dateFields = ['birth_date', 'issue_date', 'expiry_date'] as const;

/** Values whose end could be missing unnoticed. */
const mayBeCut: ReadonlySet<Found['field']> = new Set(['nationality', 'birth_place', 'authority', 'issue_place']);

const textOf = ({characters}: PrintedLine): string => characters.map(({character}) => character).join('');

/** Begins like a day, and has about as many digits as one, but is none: a digit or a stroke was lost. */
const isNearlyDate = (line: PrintedLine, today: CompleteDate): boolean => {
	const text = textOf(line);
	const digits = text.replace(/\D/g, '').length;
	return (
		/^\W?\d{1,2}(?!\d{6})/.test(text) &&
		digits >= 4 &&
		digits <= 9 &&
		text.length <= 20 &&
		dateIn(text, 'other', today) === undefined
	);
};

/** Room that the locator leaves between the middle of the last letter and the edge of its box, in heights, at least. */
const usualRoom = 0.15;

/** Whether the box of a line ends within its first or last letter: others may be outside it. */
const isCut = ({characters, u, width, height}: PrintedLine): boolean => {
	const [first, last] = [characters[0]!, characters.at(-1)!];
	return first.u - (u - width / 2) < usualRoom * height || u + width / 2 - last.u < usualRoom * height;
};

/** Whether its first or last letter is in doubt: half of it may be outside the box. */
const hasDoubtfulEnd = ({characters}: PrintedLine): boolean =>
	characters[0]!.margin < doubtful || characters.at(-1)!.margin < doubtful;

/**
 * How else to look at a line: a little lower; wider; longer, where its ends are in doubt; and as two rows, where it is tall.
 *
 * @param height That of the page's values
 */
export function furtherLooks(line: PrintedLine, detected: Detected, today: CompleteDate, height: number): Reread[] {
	const rest = restOf(line, detected);
	const mayGoOn = isCut(line) || hasDoubtfulEnd(line) || isNearlyDate(line, today) || rest.length > 0;
	return [lowered(line), stretched(line), ...(mayGoOn ? [withRest(line, rest)] : []), ...rowsOf(line, height)];
}

/** A box this many times as tall as the values of its page holds a part of the row above or below as well. */
const twoRows = 1.2;

/** The lower and the upper part of a line that is taller than a row: a label touches the value below it, or a line the next. */
function rowsOf(line: Place, height: number): Reread[] {
	const away = (line.height - height) / 2;
	return line.height < twoRows * height
		? []
		: [
				{...line, height, v: line.v + away},
				{...line, height, v: line.v - away},
			];
}

/** All other looks at a line whose value contradicts the MRZ. */
export const looksToConfirm = (line: PrintedLine): Reread[] => [lowered(line), stretched(line), withRest(line, [])];

/** Whether a run was read from a line, or from that and others. */
export const isOn = (run: TextRun, line: PrintedLine): boolean =>
	Math.abs(run.v - line.v - line.slope * ((run.left + run.right) / 2 - line.u)) < run.height / 2 &&
	run.left < line.u + line.width / 2 &&
	run.right > line.u - line.width / 2;

/** A little lower than the first: it lets the neighbours' ink out, and moves every letter to other steps. */
const lowered = (line: Place): Place => ({...line, height: line.height * 0.85});

/** The letters of narrow type touch each other. */
export const stretched = (line: Place): Reread => ({
	...lowered(line),
	width: line.width + 0.6 * line.height,
	stretch: 1.3,
});

/** Room at each end for a letter that the locator cut off, in heights. */
const endRoom = 0.9;

/**
 * What is on a line's row directly behind it: words are apart by less, columns by more. Beside a line that was read
 * plainly only what was not made out by itself.
 */
const restOf = (line: PrintedLine, {places, lines}: Detected): Place[] =>
	places.filter(
		({u, v, width, height}) =>
			Math.abs(u - width / 2 - line.u - line.width / 2) < endRoom * line.height &&
			Math.abs(v - line.v - line.slope * (u - line.u)) < 0.45 * Math.min(height, line.height) &&
			(weakest(line) < doubtful ||
				!lines.some(other => other.u === u && other.v === v && mean(marginsOf(other)) > hopeless)),
	);

/** With room at both ends for a letter that the locator cut off, and with what is directly behind. */
const withRest = (line: Place, rest: readonly Place[]): Place => {
	const right = line.u + line.width / 2;
	const added = Math.max(0, ...rest.map(({u, width}) => u + width / 2 - right));
	return {
		...line,
		u: line.u + added / 2,
		v: line.v + (line.slope * added) / 2,
		width: line.width + added + 2 * endRoom * line.height,
	};
};

/**
 * The better of two looks at one line: the one that reads as a day; else the one with more letters, if each is read
 * plainly, because the reader leaves letters out and does not add any; else the clearer.
 */
export function clearer(first: PrintedLine, second: PrintedLine | undefined, today: CompleteDate): PrintedLine {
	if (!second || second.characters.length === 0) return first;
	const [before, after] = [first, second].map(look => dateIn(textOf(look), 'other', today) !== undefined);
	const more = marginsOf(second).length - marginsOf(first).length;
	const longer = more > 0 ? second : first;
	const better =
		before !== after
			? after
			: more !== 0 && weakest(longer) > evens
				? longer === second
				: weakest(second) > weakest(first);
	return better ? {...second, height: first.height} : first;
}

/**
 * The best of several looks at one line: the reading that most of them give, or one that continues where it ends; where
 * no two agree, the better of them in turn.
 */
export function bestOf(looks: readonly PrintedLine[], today: CompleteDate): PrintedLine {
	const [first, ...others] = looks;
	const counted = looks.map(look => looks.filter(other => lettersOf(other) === lettersOf(look)).length);
	const most = Math.max(...counted);
	if (most === 1) return others.reduce((best, look) => clearer(best, look, today), first!);
	const agreed = looks.filter((_, index) => counted[index] === most);
	const best = agreed.reduce((one, other) => (weakest(other) > weakest(one) ? other : one));
	const longer = looks.find(look => goesOn(look, best));
	return {...(longer ?? best), height: first!.height};
}

/** Whether a look reads what another reads and plainly more, before or behind it. */
const goesOn = (look: PrintedLine, shorter: PrintedLine): boolean => {
	const [text, part] = [lettersOf(look), lettersOf(shorter)];
	return (
		text.length > part.length &&
		(text.startsWith(part) || text.endsWith(part)) &&
		weakest(look) > Math.min(2, weakest(shorter))
	);
};
