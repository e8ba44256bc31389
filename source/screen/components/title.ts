import {type Spans, span} from '../layout/spans.ts';
import {width} from '../layout/width.ts';
import type {Colour} from '../palette.ts';
import type {ShownState} from '../shown-state.ts';
import {signs} from '../theme.ts';

/** A rule with a title in it: `── MRZ   all 5 check digits agree ───`. */
export function titleSpans(state: ShownState, title: string, said: string, color?: Colour): Spans {
	const {rule} = signs;
	const used = 2 + 1 + width(title) + (said === '' ? 0 : 3 + width(said)) + 1;
	return [
		span(`${rule}${rule} `, {dim: true}),
		span(title, {bold: true}),
		...(said === '' ? [] : [span(`   ${said}`, {color})]),
		span(` ${rule.repeat(Math.max(0, state.size.columns - used))}`, {dim: true}),
	];
}
