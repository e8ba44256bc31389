import type {Batch} from '../core/batch/batch.ts';

/**
 * Ends a batch that others are paid for: what waits is left, and the answers that are owed come in first, since they may
 * have been charged. A picture that waits for its next try owes nothing.
 *
 * @param end Called once, when nothing is owed any more.
 */
export function endWhenPaid(signal: AbortSignal, end: () => void) {
	let ended = false;
	const look = (batch: Batch) => {
		if (ended || !signal.aborted) return;
		batch.pause();
		if (batch.items().some(({state, wait}) => state === 'reading' && !wait)) return;
		ended = true;
		end();
	};
	return {
		/** To be called when the batch begins. */
		watch(batch: Batch): void {
			if (signal.aborted) look(batch);
			else signal.addEventListener('abort', () => look(batch), {once: true});
		},
		/** To be called after each news of the batch. */
		look,
	};
}
