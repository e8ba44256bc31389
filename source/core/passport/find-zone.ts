import {type Aligned, align, mostOff} from './align.ts';
import {checkDigits} from './check-digits.ts';
import {layouts} from './layouts.ts';
import type {ReadableLine} from './normalise.ts';
import type {DocumentShape} from './reading.ts';

export type Zone = {
	readonly shape: DocumentShape;
	readonly texts: readonly string[];
	/** The lines before they were brought to their length. */
	readonly before: readonly string[];
	readonly aligned: readonly Aligned[];
	/** Index of the first line among those given. */
	readonly at: number;
	readonly score: number;
};

const shapes: readonly DocumentShape[] = ['TD3', 'TD2', 'TD1'];

/** A visa says so with its first character (ICAO 9303-7 §4.2.2). */
const named = (shape: DocumentShape, first: string): DocumentShape =>
	first.startsWith('V') ? (shape === 'TD3' ? 'MRV-A' : shape === 'TD2' ? 'MRV-B' : shape) : shape;

const off = (text: string, length: number): number => Math.abs(text.length - length);

/** The line as it is nearer to the length: without its spaces, or with fillers for them. */
const nearer = (line: ReadableLine, length: number): string =>
	off(line.spaced, length) < off(line.text, length) ? line.spaced : line.text;

function zoneAt(lines: readonly ReadableLine[], at: number, base: DocumentShape): Zone | undefined {
	const {length, lines: height} = layouts[base];
	const before = lines.slice(at, at + height).map(line => nearer(line, length));
	if (before.length < height || !/^[A-Z]/.test(before[0]!) || before.some(text => off(text, length) > mostOff)) {
		return undefined;
	}
	const shape = named(base, before[0]!);
	const aligned = align(shape, before);
	if (!aligned) return undefined;
	const texts = aligned.map(line => line.text);
	const agree = checkDigits(shape, texts).filter(digit => digit.verdict === 'verified').length;
	const usual = /^[PVIAC]/.test(texts[0]!) && texts[0]!.includes('<') ? 1 : 0;
	const whole = before.every(text => text.length === length) ? 1 : 0;
	return {shape, texts, before, aligned, at, score: agree * 2 + usual + whole};
}

/** A text without line breaks that holds the whole zone: 88, 72 or 90 characters. */
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

/** The lines of a zone among any lines: the group whose check digits agree most. */
export function findZone(all: readonly ReadableLine[]): {zone: Zone | undefined; lines: readonly ReadableLine[]} {
	const lines = all.flatMap(split);
	let best: Zone | undefined;
	let looked = 0;
	for (let at = lines.length - 1; at >= 0 && looked < 12; at--) {
		for (const shape of shapes) {
			const zone = zoneAt(lines, at, shape);
			if (!zone) continue;
			looked++;
			if (!best || zone.score > best.score) best = zone;
		}
	}
	return {zone: best && best.score >= 2 ? best : undefined, lines};
}
