import {checkDigits} from './check-digits.ts';
import {bareCode, codeKind} from './codes.ts';
import {type Layout, layouts} from './layouts.ts';
import type {DocumentShape} from './reading.ts';

/** How many characters too few or too many a line may have and still be brought to its length. */
export const mostOff = 2;

export type Aligned = {
	readonly text: string /** True when check digits say that the place is right. */;
	readonly proven: boolean;
};

/** The name line: it ends in fillers, which are what gets lost or doubled. */
function alignNames(text: string, length: number): Aligned {
	let line = text;
	const startsWell = (candidate: string) => codeKind(bareCode(candidate.slice(2, 5))) !== undefined;
	if (line.length < length && !startsWell(line)) {
		const inserted = `${line.slice(0, 1)}<${line.slice(1)}`;
		if (startsWell(inserted)) line = inserted;
	}
	if (line.length <= length) return {text: line.padEnd(length, '<'), proven: line.endsWith('<')};
	const over = line.length - length;
	if (line.endsWith('<'.repeat(over))) return {text: line.slice(0, length), proven: true};
	return {text: line.slice(0, length), proven: false};
}

const count = (shape: DocumentShape, lines: readonly string[]): number => {
	let agree = 0;
	for (const digit of checkDigits(shape, lines)) if (digit.verdict === 'verified') agree++;
	return agree;
};

/**
 * A line that carries check digits: fillers put in, or characters taken out, in one place, where the most check digits
 * agree. At most `length` places are tried, and the line is left padded or cut where fewer than three agree.
 */
function alignByDigits(layout: Layout, lines: readonly string[], index: number): Aligned {
	const {length, shape} = layout;
	const text = lines[index]!;
	const missing = length - text.length;
	const tried = new Map<string, number>();
	for (let at = 0; at <= (missing > 0 ? text.length : length); at++) {
		const candidate =
			missing > 0
				? text.slice(0, at) + '<'.repeat(missing) + text.slice(at)
				: text.slice(0, at) + text.slice(at - missing);
		if (tried.has(candidate)) continue;
		tried.set(
			candidate,
			count(
				shape,
				lines.map((line, other) => (other === index ? candidate : line)),
			),
		);
	}
	let best = '';
	let most = -1;
	let ties = 0;
	for (const [candidate, agree] of tried) {
		if (agree > most) {
			best = candidate;
			most = agree;
			ties = 1;
		} else if (agree === most) ties++;
	}
	if (most < 3) return {text: text.slice(0, length).padEnd(length, '<'), proven: false};
	return {text: best, proven: ties === 1};
}

/** Lines brought to the length of their shape; undefined when one is further off than `mostOff`. */
export function align(shape: DocumentShape, texts: readonly string[]): readonly Aligned[] | undefined {
	const layout = layouts[shape];
	if (texts.length !== layout.lines) return undefined;
	if (texts.some(text => Math.abs(text.length - layout.length) > mostOff)) return undefined;
	const nameLine = layout.names[0];
	const aligned: Aligned[] = texts.map((text, index) =>
		text.length === layout.length
			? {text, proven: true}
			: index === nameLine
				? alignNames(text, layout.length)
				: {text, proven: false},
	);
	texts.forEach((text, index) => {
		if (text.length !== layout.length && index !== nameLine) {
			aligned[index] = alignByDigits(
				layout,
				aligned.map(line => line.text),
				index,
			);
		}
	});
	return aligned;
}
