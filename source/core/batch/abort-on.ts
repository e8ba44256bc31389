import type {Batch} from './batch.ts';

/**
 * Ends a batch when a person stops it: at once, but for answers that may have been charged.
 *
 * @param onOwed Receives how many of those are waited for, when there are any.
 */
export function abortOn(signal: AbortSignal, batch: Batch, onOwed: (count: number) => void): void {
	const end = () => {
		const count = batch.owed();
		void batch.end();
		if (count > 0) onOwed(count);
	};
	if (signal.aborted) {
		end();
		return;
	}
	signal.addEventListener('abort', end, {once: true});
	// A watched folder or a list of paths has one signal for thousands of batches, which it would keep all.
	void batch.done.finally(() => signal.removeEventListener('abort', end));
}
