import type {Size} from '../shown-state.ts';
import {messageRows} from './layout.ts';
import {type Spans, span, wrapSpans} from './spans.ts';
import {width} from './width.ts';

/** True when the status line shows the text whole. */
export function fitsStatus(spans: Spans, size: Pick<Size, 'columns'>): boolean {
	const room = size.columns - 2;
	return wrapSpans(spans, room, messageRows).every(
		row => row.reduce((sum, {text}) => sum + width(text.trimEnd()), 0) <= room,
	);
}

/** Returns the first text that the status line shows whole, behind `before`; the last one where none fits. */
export const firstThatFits = (texts: Iterable<string>, size: Size, before = ''): string => {
	let last = '';
	for (const text of texts) {
		if (fitsStatus([span(before), span(text)], size)) return text;
		last = text;
	}
	return last;
};
