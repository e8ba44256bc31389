import {isTouched} from '../../core/records/reuse.ts';
import type {AppState} from '../state.ts';
import type {UnsavedCounts} from './state.ts';

export function unsavedCounts({reading, review}: Pick<AppState, 'reading' | 'review'>): UnsavedCounts {
	const {unsaved, held} = reading;
	const touched = new Set(review.records.filter(isTouched).map(({path}) => path));
	const lost = [...unsaved].filter(path => !held.has(path));
	const decided = lost.filter(path => touched.has(path)).length;
	return {
		results: lost.length - decided,
		decided,
		held: [...held].filter(path => touched.has(path)).length,
	};
}

/** What leaving would lose or leave in the user's own folder only; undefined where nothing has to be asked. */
export function unsavedToAsk(state: Pick<AppState, 'reading' | 'review' | 'exporting'>): UnsavedCounts | undefined {
	if (state.reading.unsaved.size === 0) return undefined;
	const counts = unsavedCounts(state);
	if (counts.decided > 0) return counts;
	// The values are in a file that the user has named.
	return !state.exporting.written && counts.results + counts.held > 0 ? counts : undefined;
}
