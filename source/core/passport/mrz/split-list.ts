import {layouts} from '../model/layouts.ts';
import {mostOff} from './align.ts';
import {type ReadableLine, readable} from './normalise.ts';

/** The text of one MRZ in a longer text. */
export type ListedMrz = {
	readonly text: string;
	/** The line of the text in which it begins, from 1. */
	readonly line: number;
};

/** A line, or a part of one, that has the length of a line of an MRZ. */
type Candidate = {
	readonly text: string;
	readonly line: number;
	/** Lines of the MRZ that such a line belongs to; 1 where it holds the whole MRZ; 0 where its length is of none. */
	readonly height: 0 | 1 | 2 | 3;
	/** Numbers and dates are in it, as in every line but that of the names. */
	readonly hasData: boolean;
	/** It begins like the first line of a document. */
	readonly opens: boolean;
	readonly hasFiller: boolean;
	/** It is built like the second line of a passport. */
	readonly isData: boolean;
};

/** Number, check digit, nationality and date of birth. */
const dataLine = /^[A-Z0-9<]{9}\d[A-Z<]{3}\d{6}/;

/** Digits of the line with number and dates, at least: those of two dates, less a few that were misread. */
const fewestDigits = 9;

/** Characters of what can be a line of an MRZ, at least: half of a line of the passport. */
const shortest = layouts.TD3.length / 2;

const near = (length: number, wanted: number): boolean => Math.abs(length - wanted) <= mostOff;

const {TD3, TD2, TD1} = layouts;

function heightOf({text, spaced}: ReadableLine): Candidate['height'] | undefined {
	for (const {length} of [text, spaced]) {
		if ([TD3, TD2, TD1].some(layout => length === layout.length * layout.lines)) return 1;
		if (near(length, TD3.length) || near(length, TD2.length)) return 2;
		if (near(length, TD1.length)) return 3;
	}
	// A line of another length is one where there are no words.
	return text === spaced && text.length <= 1.5 * TD3.length ? 0 : undefined;
}

/** Marks of a list, and what a table or JSON puts around a value. */
const bare = (cell: string): string =>
	cell.replace(/^[\s\x5b\x5d{}("'`*•-]+|[\s\x5b\x5d{})"'`]+$/g, '').replace(/^\d{1,4}[.)]\s/, '');

function candidateOf(cell: string, line: number): Candidate | undefined {
	const text = bare(cell);
	if (text.length < shortest) return undefined;
	const [read, ...others] = readable(text).lines;
	const height = read && others.length === 0 ? heightOf(read) : undefined;
	if (!read || height === undefined) return undefined;
	const hasData = read.text.replace(/\D/g, '').length >= fewestDigits;
	// Two spaces stand for the two fillers between the names.
	const hasFiller = read.text.includes('<') || read.spaced.includes('<<');
	// A sentence may have the length of a line.
	if (!hasData && !hasFiller) return undefined;
	return {
		text,
		line,
		height,
		hasData,
		opens: /^[PVIAC]/.test(read.text),
		hasFiller,
		isData: dataLine.test(read.text),
	};
}

/** The candidates of a line: cells of a table, or of JSON, or the whole line. */
function candidatesIn(line: string, at: number): readonly Candidate[] {
	const cells = line.split(/[,;:\t|"']/).flatMap(cell => candidateOf(cell, at) ?? []);
	const whole = cells.length > 0 ? undefined : candidateOf(line, at);
	return whole ? [whole] : cells;
}

/**
 * Whether the line with the data comes first from here on, with its names behind it each time. To take each line of
 * names with the next line of data would mix two people.
 */
function isTurned(candidates: readonly Candidate[], from: number): boolean {
	let at = from;
	const isNext = (one: Candidate | undefined) => one && one.height !== 1 && one.hasData === ((at - from) % 2 === 0);
	while (isNext(candidates[at])) at++;
	return (at - from) % 2 === 0 && candidates[from + 1]!.opens;
}

/** Several candidates are one MRZ where the first opens a document and the rest can follow it. */
function groupLength(candidates: readonly Candidate[], from: number): number {
	const first = candidates[from]!;
	const second = candidates[from + 1];
	if (first.height === 1 || !second) return 1;
	if (isCard(candidates, from)) return 3;
	const isPair = (first.height === 2 || second.height === 2) && second.height !== 1;
	if (!isPair || first.hasData === second.hasData || isCard(candidates, from + 1)) return 1;
	if (!(first.hasData ? second : first).hasFiller) return 1;
	return !first.hasData || isTurned(candidates, from) ? 2 : 1;
}

/** Three lines of a card, of which one may be too short or too long. */
function isCard(candidates: readonly Candidate[], from: number): boolean {
	const group = candidates.slice(from, from + 3);
	if (group.length < 3 || group.some(({height}) => height !== 3 && height !== 0)) return false;
	return group[0]!.height === 3 && group[0]!.opens && !group[2]!.hasData;
}

/**
 * The MRZs in a text as it was pasted: one after the other, with or without empty lines, numbers and
 * other text between them, as cells of a table or values in JSON. A line whose other half is missing is listed alone.
 */
export function splitList(text: string): readonly ListedMrz[] {
	const lines = text.replaceAll(/&lt;/gi, '<').split(/\r\n|[\r\n\u2028\u2029\u0085]/);
	const candidates = lines.flatMap((line, index) => candidatesIn(line, index + 1));
	const found: ListedMrz[] = [];
	for (let at = 0; at < candidates.length; ) {
		const length = groupLength(candidates, at);
		const group = candidates.slice(at, at + length);
		const [{height, hasFiller, hasData, opens, isData}] = group as [Candidate];
		// A number may have the length of a line, but no filler.
		const isMrz = length > 1 || height === 1 || isData || (hasFiller && (hasData || opens));
		if (isMrz) found.push({text: group.map(one => one.text).join('\n'), line: group[0]!.line});
		at += length;
	}
	return found;
}
