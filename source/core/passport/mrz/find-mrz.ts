import type {DocumentShape} from '../model/document.ts';
import {layouts} from '../model/layouts.ts';
import {type Aligned, align, mostOff} from './align.ts';
import {checkDigits} from './check-digits.ts';
import type {ReadableLine} from './normalise.ts';

export type MrzText = {
	readonly shape: DocumentShape;
	readonly texts: readonly string[];
	/** The lines before they were brought to their length. */
	readonly before: readonly string[];
	readonly aligned: readonly Aligned[];
	readonly score: number;
};

/** Of the length of an MRZ; a visa has that of TD3 or TD2. */
export const shapes: readonly DocumentShape[] = ['TD3', 'TD2', 'TD1'];

/** A visa says so with its first character (ICAO 9303-7 §4.2.2). */
const named = (shape: DocumentShape, first: string): DocumentShape =>
	first.startsWith('V') ? (shape === 'TD3' ? 'MRV-A' : shape === 'TD2' ? 'MRV-B' : shape) : shape;

export const off = (text: string, length: number): number => Math.abs(text.length - length);

/** The line as it is nearer to the length: without its spaces, or with fillers for them. */
export const nearer = (line: ReadableLine, length: number): string =>
	off(line.spaced, length) < off(line.text, length) ? line.spaced : line.text;

/** Lines that may be an MRZ, before their length is put right: the cheap test, for every place. */
function groupAt(lines: readonly ReadableLine[], at: number, base: DocumentShape): readonly string[] | undefined {
	const {length, lines: height} = layouts[base];
	if (at + height > lines.length) return undefined;
	const group = lines.slice(at, at + height).map(line => nearer(line, length));
	const named = lines[at + layouts[base].names[0]]!;
	// A sentence has single spaces between its words, and no filler.
	if (!named.spaced.includes(named.text === named.spaced ? '<' : '<<')) return undefined;
	return /^[A-Z]/.test(group[0]!) && group.every(text => off(text, length) <= mostOff) && isInOrder(group, base)
		? group
		: undefined;
}

function mrzOf(before: readonly string[], base: DocumentShape): MrzText | undefined {
	const {length} = layouts[base];
	const shape = named(base, before[0]!);
	const aligned = align(shape, before);
	if (!aligned) return undefined;
	const texts = aligned.map(line => line.text);
	const agree = checkDigits(shape, texts).filter(digit => digit.verdict === 'verified').length;
	const usual = /^[PVIAC]/.test(texts[0]!) && texts[0]!.includes('<') ? 1 : 0;
	const whole = before.every(text => text.length === length) ? 1 : 0;
	return {shape, texts, before, aligned, score: agree * 2 + usual + whole};
}

const digits = (text: string): number => text.replace(/\D/g, '').length;

/** The line of the dates has more digits than that of the names: else it is one line given twice, or the wrong order. */
export function isInOrder(group: readonly string[], base: DocumentShape): boolean {
	const {names, fields} = layouts[base];
	return digits(group[fields.birth_date![0]]!) > digits(group[names[0]]!);
}

/** A text without line breaks that holds the whole MRZ: 88, 72 or 90 characters. */
function split(line: ReadableLine): ReadableLine[] {
	for (const [length, height] of [
		[44, 2],
		[36, 2],
		[30, 3],
	] as const) {
		for (const text of [line.text, line.spaced]) {
			if (text.length === length * height) {
				return Array.from({length: height}, (_, index) => {
					const part = text.slice(index * length, (index + 1) * length);
					return {text: part, spaced: part};
				});
			}
		}
	}
	return [line];
}

/** To bring a line to its length, every place in it is tried: worth doing for a few groups of lines only. */
const mostAligned = 3;

/**
 * The lines of an MRZ among any lines: the group whose check digits agree most. Groups of the right length come first,
 * the lowest of them first, because an MRZ is at the foot of its page.
 */
export function findMrz(all: readonly ReadableLine[]): {mrz: MrzText | undefined; lines: readonly ReadableLine[]} {
	const lines = all.flatMap(split);
	const groups: {group: readonly string[]; shape: DocumentShape; whole: boolean}[] = [];
	for (let at = lines.length - 1; at >= 0; at--) {
		for (const shape of shapes) {
			const group = groupAt(lines, at, shape);
			if (group) groups.push({group, shape, whole: group.every(text => text.length === layouts[shape].length)});
		}
	}
	const whole = groups.filter(one => one.whole);
	const mrzs = whole.map(one => mrzOf(one.group, one.shape));
	// A whole group with three digits right is the MRZ; else one that lost or gained a character may be.
	if (!mrzs.some(mrz => mrz && mrz.score >= 6)) {
		const off = groups.filter(one => !one.whole).slice(0, mostAligned);
		mrzs.push(...off.map(one => mrzOf(one.group, one.shape)));
	}
	let best: MrzText | undefined;
	for (const mrz of mrzs) if (mrz && mrz.score > (best?.score ?? 1)) best = mrz;
	return {mrz: best, lines};
}
