import type {Colour} from '../palette.ts';
import {cut, width, words} from './width.ts';

/** A stretch of text in one manner. */
export type Span = {
	readonly text: string;
	readonly color?: Colour | undefined;
	readonly bold?: boolean | undefined;
	readonly dim?: boolean | undefined;
	readonly inverse?: boolean | undefined;
	readonly underline?: boolean | undefined;
};

export type Spans = readonly Span[];

/** Columns that pieces take in a terminal. */
export const spansWidth = (spans: Spans): number => spans.reduce((sum, {text}) => sum + width(text), 0);

export const span = (text: string, manner: Omit<Span, 'text'> = {}): Span => ({...manner, text});

const sameManner = (a: Span, b: Span): boolean =>
	a.color === b.color && a.bold === b.bold && a.dim === b.dim && a.inverse === b.inverse && a.underline === b.underline;

export const sameSpans = (a: Spans, b: Spans): boolean =>
	a === b || (a.length === b.length && a.every((one, at) => one.text === b[at]!.text && sameManner(one, b[at]!)));

/** Neighbours in the same manner as one piece: fewer text nodes, fewer colour codes. */
export function joinSpans(spans: Spans): Spans {
	const joined: Span[] = [];
	for (const each of spans) {
		const last = joined.at(-1);
		if (last && sameManner(last, each)) joined[joined.length - 1] = {...last, text: last.text + each.text};
		else joined.push(each);
	}
	return joined;
}

/** The pieces that fit into `columns`, the last one cut. */
export function cutSpans(spans: Spans, columns: number): Spans {
	const kept: Span[] = [];
	let room = columns;
	for (const each of spans) {
		const wide = width(each.text);
		if (wide > room) {
			kept.push({...each, text: cut(each.text, room)});
			break;
		}
		kept.push(each);
		room -= wide;
	}
	return kept;
}

/** Rows of several parts side by side, each part as wide as it says: cut, or filled up with blanks. */
export const beside = (
	parts: readonly {readonly rows: readonly Spans[]; readonly columns: number}[],
	rows: number,
): readonly Spans[] =>
	Array.from({length: rows}, (_, row) =>
		parts.flatMap(part => {
			const kept = cutSpans(part.rows[row] ?? [], part.columns);
			return [...kept, span(' '.repeat(Math.max(0, part.columns - spansWidth(kept))))];
		}),
	);

/** Pieces in exactly `rows` rows of `columns`, broken between words; what is left over stays in the last row. */
export function wrapSpans(spans: Spans, columns: number, rows: number): readonly Spans[] {
	const lines: Span[][] = [[]];
	let room = columns;
	for (const each of spans) {
		for (const word of words(each.text)) {
			if (width(word.trimEnd()) > room && room < columns && lines.length < rows) {
				lines.push([]);
				room = columns;
			}
			lines.at(-1)!.push({...each, text: word});
			room -= width(word);
		}
	}
	return Array.from({length: rows}, (_, row) => joinSpans(lines[row] ?? []));
}
