import type {ReviewCounts} from '../../core/review/selectors.ts';
import {unfitCount} from '../../session/review/validity-view.ts';
import type {AppState} from '../../session/state.ts';
import {messages} from '../../text/index.ts';
import {type Spans, span} from '../layout/spans.ts';
import {type Mark, markColours, signs} from '../theme.ts';

type Counts = Omit<ReviewCounts, 'total' | 'left'>;

/** How many passports there are of each mark, the same on every screen; those that there are none of are left out. */
export function markCountSpans({accepted, clean, edited, check, skipped, rejected, unread}: Counts): Spans {
	const counts: readonly (readonly [Mark, number])[] = [
		['good', accepted + clean],
		['edited', edited],
		['look', check + skipped],
		['skipped', rejected],
		['bad', unread],
	];
	return counts.flatMap(([mark, count]) =>
		count === 0 ? [] : [span(`  ${signs[mark]} ${count}`, {color: markColours[mark]})],
	);
}

/** For the header of a screen: how much is not kept beside its picture; nothing when all is. */
export function unsavedSpans({reading: {unsaved}, language}: AppState): Spans {
	return unsaved.size > 0 ? [span(`  ${messages(language).app.unsavedCount(unsaved.size)}`, {color: 'look'})] : [];
}

/** For the header of a screen: how many passports of the batch are not valid; nothing when all are. */
export function unfitCountSpans(state: AppState): Spans {
	const unfit = unfitCount(state);
	return unfit ? [span(`  ${signs[unfit.mark]} ${unfit.count}`, {color: markColours[unfit.mark]})] : [];
}
