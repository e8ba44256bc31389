import type {DocumentShape} from '../model/document.ts';
import {cut, type Layout, layouts} from '../model/layouts.ts';
import {bareCode, codeKind} from '../tables/codes.ts';
import {checkDigits} from './check-digits.ts';

/** How many characters too few or too many a line may have and still be brought to its length. */
export const mostOff = 2;

export type Aligned = {
	readonly text: string /** True when check digits say that the place is right. */;
	readonly proven: boolean;
};

/** The name line with the one letter put back that its issuing state has lost, by the nationality of the other line. */
function withLostLetter(line: string, nationality: string): string | undefined {
	if (codeKind(bareCode(nationality)) === undefined) return undefined;
	const candidates = [0, 1, 2].map(at => line.slice(0, 2 + at) + nationality[at] + line.slice(2 + at));
	return candidates.find(candidate => candidate.slice(2, 5) === nationality);
}

/** The name line: it ends in fillers, which are what gets lost or doubled. */
function alignNames(text: string, length: number, nationality: string): Aligned {
	let line = text;
	const startsWell = (candidate: string) => codeKind(bareCode(candidate.slice(2, 5))) !== undefined;
	if (line.length < length && !startsWell(line)) {
		const inserted = `${line.slice(0, 1)}<${line.slice(1)}`;
		const lost = startsWell(inserted) ? undefined : withLostLetter(line, nationality);
		if (lost) return {text: lost.padEnd(length, '<'), proven: false};
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

/** How likely it is that just these characters were put in or lost: fillers before a doubled character before others. */
function likelihood(text: string, at: number, missing: number): number {
	if (missing > 0) return text[at] === '<' || text[at - 1] === '<' ? 2 : 0;
	const extra = text.slice(at, at - missing);
	if (/^<+$/.test(extra)) return 2;
	return extra === text.slice(at + missing, at) ? 1 : 0;
}

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
		const rest = missing > 0 ? '<'.repeat(missing) + text.slice(at) : text.slice(at - missing);
		const candidate = text.slice(0, at) + rest;
		const whole = lines.map((line, other) => (other === index ? candidate : line));
		const agree = count(shape, whole);
		if (agree >= 3)
			tried.set(candidate, Math.max(tried.get(candidate) ?? 0, agree * 10 + likelihood(text, at, missing)));
	}
	let best: string | undefined;
	let most = 0;
	let ties = 0;
	for (const [candidate, score] of tried) {
		if (score > most) {
			best = candidate;
			most = score;
			ties = 1;
		} else if (score === most) ties++;
	}
	return best === undefined
		? {text: text.slice(0, length).padEnd(length, '<'), proven: false}
		: {text: best, proven: ties === 1};
}

/** Lines brought to the length of their shape; undefined when one is further off than `mostOff`. */
export function align(shape: DocumentShape, texts: readonly string[]): readonly Aligned[] | undefined {
	const layout = layouts[shape];
	if (texts.length !== layout.lines) return undefined;
	if (texts.some(text => Math.abs(text.length - layout.length) > mostOff)) return undefined;
	const nameLine = layout.names[0];
	const holder = layout.fields.holder_country_code;
	const nationality = holder ? cut(texts, holder) : '';
	const aligned: Aligned[] = texts.map((text, index) =>
		text.length === layout.length
			? {text, proven: true}
			: index === nameLine
				? alignNames(text, layout.length, nationality)
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
