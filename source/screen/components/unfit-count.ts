import {unfitCount} from '../../session/review/validity-view.ts';
import type {AppState} from '../../session/state.ts';
import {type Spans, span} from '../layout/spans.ts';
import {markColours, signs} from '../theme.ts';

/** For the header of a screen: how many passports of the batch are not valid; nothing when all are. */
export function unfitCountSpans(state: AppState): Spans {
	const unfit = unfitCount(state);
	return unfit ? [span(`  ${signs[unfit.mark]} ${unfit.count}`, {color: markColours[unfit.mark]})] : [];
}
