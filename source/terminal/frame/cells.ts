import stringWidth from 'string-width';

/** Made when the first text asks for it: it costs as much as a tenth of the start. */
let segmenter: Intl.Segmenter | undefined;
/** Characters that never join with a neighbour: ASCII, arrows, lines and blocks, signs, Chinese. */
const single =
	/^[\x20-\x7e\u00b7\u2010-\u2027\u2190-\u21ff\u2500-\u25ff\u2713-\u2718\u3001-\u3003\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60]*$/;
/** An escape sequence that takes no room: CSI (colours), OSC (links), or a two-byte escape. */
const escapeSequence = /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-~])/y;
const reset = '\x1b[0m';

/** Width of a styled text in cells. */
export function cellWidth(text: string): number {
	return stringWidth(text);
}

/** Signs whose width terminals disagree on: joiners, variation selectors, keycaps, everything beyond the BMP. */
export const noFixedWidth = /[\u200d\ufe0e\ufe0f\u20e3\u{1f000}-\u{1faff}]/u;

/** Texts, with their colours, that are as wide on every terminal: ASCII and Chinese. */
export const sureWidth = /^[\x1b\x20-\x7e\u3001-\u3003\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60]*$/;

/** Whether a terminal that is set to Chinese may show a sign two cells wide (Unicode Standard Annex 11, "ambiguous"). */
export const isAmbiguous = (sign: string): boolean =>
	stringWidth(sign, {ambiguousIsNarrow: false}) !== stringWidth(sign);

/** The graphemes of a text: what a person calls a character, however many code points it has. */
export function graphemes(text: string): string[] {
	if (single.test(text)) return text.split('');
	segmenter ??= new Intl.Segmenter(undefined, {granularity: 'grapheme'});
	return Array.from(segmenter.segment(text), part => part.segment);
}

/**
 * The cells `from` (included) to `to` (excluded) of one styled line, with the style that holds at `from` set again and
 * everything reset at the end. A wide character across an edge becomes a blank, so that the result is never
 * wider than asked; it is narrower when the line ends before.
 */
export function sliceCells(line: string, from: number, to: number): string {
	let out = '';
	let style = '';
	let started = false;
	let column = 0;
	let index = 0;
	while (index < line.length && column < to) {
		if (line[index] === '\x1b') {
			escapeSequence.lastIndex = index;
			const sequence = escapeSequence.exec(line)?.[0] ?? '\x1b';
			index += sequence.length;
			style = sequence === reset || sequence === '\x1b[m' ? '' : style + sequence;
			if (started) out += sequence;
			continue;
		}
		const next = line.indexOf('\x1b', index);
		const run = next === -1 ? line.slice(index) : line.slice(index, next);
		index += run.length;
		for (const grapheme of graphemes(run)) {
			const end = column + stringWidth(grapheme);
			if (end > from) {
				if (!started) out = style;
				started = true;
				out += column >= from && end <= to ? grapheme : ' '.repeat(Math.min(end, to) - Math.max(column, from));
			}
			column = end;
			if (column >= to) break;
		}
	}
	return out.includes('\x1b') ? out + reset : out;
}
