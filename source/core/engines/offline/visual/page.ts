import {editDistance} from '../../../edit-distance.ts';
import {entryOf, type PrintedEntry} from './entry.ts';
import {columnsIn} from './fields/columns.ts';
import {labelShare, labelsIn} from './fields/match-label.ts';
import {isParted, withDays, withYears} from './fields/split-days.ts';
import type {LabelField} from './labels/label.ts';
import type {PrintedLine} from './lines/read-lines.ts';
import {fold, joinRuns, partedRun, partOf, runsOf, sameRow, type TextRun} from './runs.ts';

/** Everything that was read above an MRZ. `height` is that of its values, in pitches: the unit of what is near. */
export type PrintedPage = {
	readonly entries: readonly PrintedEntry[];
	readonly height: number;
	/** Where its labels are; above their values, or some beside them, where it does not say. */
	readonly labels?: 'below' | 'beside';
};

/** What a value was found by. */
export type FoundBy = 'mrz' | 'likeness' | 'label' | 'order' | 'layout';

export type Found = {
	readonly field: Exclude<LabelField, 'ignore'>;
	readonly text: string;
	readonly run: TextRun;
	readonly by: FoundBy;
	/** A label announces it, whatever it was found by. */
	readonly labelled: boolean;
	/** It differs from the MRZ's, and looks at it differ from each other. */
	readonly contested?: boolean;
	/** Its words are so far apart that they may be two values. */
	readonly isFar?: boolean;
	/** More of it may be behind it or below it, which was hardly read. */
	readonly isOpen?: boolean;
};

/** A value that differs from the MRZ's is a word against it only if each character was read this clearly (nats). */
export const clearEnough = 1;

/** Odds of two to one: below that, the next likely letter is as good a guess. */
export const evens = Math.log(2);

/** Below this mean log odds nothing but the noise of patterns and signatures is read. */
export const legible = 1.2;

/** A day and something else: two values, however near. */
const isApart = (before: PrintedEntry, after: PrintedEntry): boolean => {
	const cuts = columnsIn(`${before.text} ${after.text}`, () => Infinity);
	return cuts.length > 0 && cuts.every(at => at === before.text.length + 1);
};

/** Of words in one type the taller is so many times as tall, at most: small letters may have no ascender. */
const [capitalsApart, smallApart] = [1.4, 1.75];

const isAlikeTall = (one: PrintedEntry, other: PrintedEntry): boolean => {
	const most = /\p{Ll}/u.test(one.text + other.text) ? smallApart : capitalsApart;
	return Math.max(one.height, other.height) < most * Math.min(one.height, other.height);
};

/** Two boxes of one line overlap by this many heights, at most. */
const mostOverlap = 8;

/** Letters of two boxes are one if their middles are this many heights apart, or nearer. */
const sameLetter = 0.35;

/** Where the letters of a run begin that are in the next one's place, too; -1 where none are. */
const sharedFrom = (before: PrintedEntry, after: PrintedEntry): number => {
	const first = after.places[0]! - sameLetter * before.height;
	return before.places.findIndex(place => place > first);
};

/** Whether both boxes were read somewhat alike where they overlap: what is cut by the end of a box is misread. */
const agreeOnShared = (before: PrintedEntry, after: PrintedEntry): boolean => {
	const shared = sharedFrom(before, after);
	const letters = shared < 0 ? '' : fold(before.text.slice(shared));
	if (shared === 0) return false;
	if (letters.length <= 2) return true;
	const most = Math.ceil(letters.length / 2);
	return editDistance(letters, fold(after.text).slice(0, letters.length), {most}) <= most;
};

/** Two runs as one, without the letters that both boxes hold. */
const joinedOnce = (before: PrintedEntry, after: PrintedEntry): TextRun => {
	const shared = sharedFrom(before, after);
	if (shared <= 0) return joinRuns([before, after]);
	return joinRuns([partOf(before, 0, shared), after], before.text[shared - 1] === ' ' ? ' ' : '');
};

/** Whether a run continues another: neighbours on a line of like height. */
const continuesRun = (other: PrintedEntry, entry: PrintedEntry): boolean =>
	!other.isLabel &&
	!entry.isLabel &&
	sameRow(other, entry) &&
	!isApart(other, entry) &&
	entry.left - other.right > -mostOverlap * entry.height &&
	entry.places[0]! > other.places[0]! &&
	entry.right > other.right &&
	agreeOnShared(other, entry) &&
	entry.left - other.right < (isParted(other, entry) ? 4.5 : 1.5) * Math.min(entry.height, other.height) &&
	isAlikeTall(entry, other);

/** The last run that another continues; -1 where there is none. */
const lastContinued = (joined: readonly PrintedEntry[], entry: PrintedEntry): number => {
	for (let at = joined.length - 1; at >= 0; at--) if (continuesRun(joined[at]!, entry)) return at;
	return -1;
};

/** Whether another box has the letters of this one too: all of them and more, or more clearly. */
const isReadElsewhere = (entry: PrintedEntry, entries: readonly PrintedEntry[]): boolean => {
	for (const other of entries) if (holds(other, entry) || isClearerTwin(other, entry)) return true;
	return false;
};

/** Puts runs together that one value was cut into. */
const joinNeighbours = (entries: readonly PrintedEntry[]): PrintedEntry[] => {
	const joined: PrintedEntry[] = [];
	const add = (entry: PrintedEntry, place = joined.length): void => {
		const at = lastContinued(joined, entry);
		if (at < 0) {
			joined.splice(place, 0, entry);
			return;
		}
		const [first, ...rest] = partedRun(joinedOnce(joined[at]!, entry)).map(entryOf);
		joined.splice(at, 1, ...rest);
		// `13 MAR`, `MAR`, `36`: a year says that the month before it is a day's second one.
		add(first!, at);
	};
	for (const entry of [...entries].sort((a, b) => a.left - b.left)) add(entry);

	const days = withDays(joined);
	const whole = days.filter(entry => !isReadElsewhere(entry, days));
	return withYears(whole.map(entry => withoutLabelEnd(withoutNext(entry, whole), whole))).sort(
		(a, b) => a.v - b.v || a.left - b.left,
	);
};

/** Whether a box within a longer one was read as the same letters are there: `ISLANDS` in `DIRECTORATE OF ISLANDS`. */
const holds = (whole: PrintedEntry, part: PrintedEntry): boolean => {
	const [text, own] = [whole.text, part.text];
	const at = text.length > own.length && sameRow(whole, part) ? text.indexOf(own) : -1;
	if (at < 0) return false;
	const far = sameLetter * whole.height;
	return [0, own.length - 1].every(letter => Math.abs(whole.places[at + letter]! - part.places[letter]!) < far);
};

/** Whether another box has the same letters in the same place, read more clearly. */
const isClearerTwin = (other: PrintedEntry, entry: PrintedEntry): boolean =>
	other.margin > entry.margin &&
	fold(other.text) === fold(entry.text) &&
	Math.abs(other.v - entry.v) < 0.5 * Math.min(other.height, entry.height) &&
	other.left < entry.right &&
	other.right > entry.left;

/** So many letters of a neighbour, at most, are in a box that reaches into the next column. */
const mostTaken = 4;

/** A run without the letters at its end that a day, which begins among them, was read from as well. */
const withoutNext = (entry: PrintedEntry, entries: readonly PrintedEntry[]): PrintedEntry => {
	const next = entries.find(
		other =>
			other !== entry &&
			sameRow(other, entry) &&
			other.margin > clearEnough &&
			other.places[0]! > entry.places[0]! &&
			sharedFrom(entry, other) > 1 &&
			sharedFrom(entry, other) >= entry.text.length - mostTaken &&
			columnsIn(`AB ${other.text} AB`, () => Infinity).includes(3),
	);
	return next ? entryOf(partOf(entry, 0, sharedFrom(entry, next))) : entry;
};

/** Where the letters of a run begin that are behind the label that its box reaches into: `OM ICITOBI` behind `/ NOM`. */
const behindLabelBox = (entry: PrintedEntry, entries: readonly PrintedEntry[]): number => {
	const label = entries.find(
		other => other.isLabel && sameRow(other, entry) && other.left < entry.left && other.right > entry.left,
	);
	const last = label?.places.at(-1);
	const end = last === undefined ? 0 : entry.places.findIndex(place => place > last + sameLetter * entry.height);
	return end > 0 && end <= mostTaken && entry.text[end - 1] === ' '
		? end
		: end > 0 && entry.text[end] === ' '
			? end + 1
			: 0;
};

/** Where a value begins whose box begins within the last word that a label's box has: `HPLACE OSLO` behind `/ BIRTHF`. */
const behindLabelWord = (entry: PrintedEntry, entries: readonly PrintedEntry[]): number => {
	const label = entries.find(
		other =>
			other !== entry && other.isLabel && sameRow(other, entry) && other.left < entry.left && other.right > entry.left,
	);
	if (!label || sharedFrom(label, entry) < 1) return 0;
	const before = label.text.slice(0, sharedFrom(label, entry));
	const word = labelsIn(before + entry.text).find(({from, to}) => from < before.length && to > before.length);
	const end = word ? word.to - before.length : 0;
	// A capital behind a small letter begins a value as well: `ánOSLO` behind `Orgá`.
	const isWithin = /^\p{L}/u.test(entry.text.slice(end)) && !/^\p{Ll}\p{Lu}/u.test(entry.text.slice(end - 1));
	return isWithin ? 0 : end;
};

/** `om OEFONU` behind the label `Nom`: a value in capitals without the end of the label that its box reached into. */
const withoutLabelEnd = (entry: PrintedEntry, entries: readonly PrintedEntry[]): PrintedEntry => {
	const word = behindLabelWord(entry, entries);
	if (word > 0) {
		const rest = entry.text.slice(word).search(/[\p{L}\p{N}]/u);
		return rest < 0 ? {...entry, isLabel: true} : entryOf(partOf(entry, word + rest, entry.text.length));
	}
	const shared = behindLabelBox(entry, entries);
	if (shared > 0) return entryOf(partOf(entry, shared, entry.text.length));
	const end = /^(?:\p{L}?\p{Ll}+\s+(?=\p{Lu})|\p{Ll}{1,3}(?=\p{Lu}{2}))(?=[^\p{Ll}]+$)/u.exec(entry.text)?.[0].length;
	const isBehindLabel = entries.some(
		other => other.isLabel && sameRow(other, entry) && Math.abs(other.right - entry.left) < entry.height,
	);
	return end !== undefined && isBehindLabel ? entryOf(partOf(entry, end, entry.text.length)) : entry;
};

/** Smaller and less legible than values, and partly a label: the rest of it is the same in another language. */
const isFaintLabel = ({labels, text, height, confidence}: PrintedEntry, usual: number): boolean =>
	labels.length > 0 && labelShare(text, labels) >= 0.25 && height < 0.85 * usual && confidence < 3.5;

export function pageOf(lines: readonly PrintedLine[]): PrintedPage {
	const entries = joinNeighbours(lines.flatMap(runsOf).map(entryOf));
	const heights = entries
		.filter(({isLabel, confidence, text}) => !isLabel && confidence > 3 && text.length > 2)
		.map(({height}) => height)
		.sort((a, b) => a - b);
	const height = heights[Math.floor(heights.length / 2)] ?? 1.2;
	return {entries: entries.map(entry => (isFaintLabel(entry, height) ? {...entry, isLabel: true} : entry)), height};
}
