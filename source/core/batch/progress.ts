import type {BatchItem} from './item.ts';

export type BatchCounts = {
	readonly total: number;
	readonly waiting: number;
	readonly reading: number;
	/** Read and proven; read, but a person must look; not read. */
	readonly clean: number;
	readonly check: number;
	readonly failed: number;
	readonly leftOut: number;
	/** Of those read: taken from what was kept. */
	readonly kept: number;
	/** Read or failed. */
	readonly done: number;
};

/** How many pictures stand where. `clean` and `check` are of those read, `kept` of those taken from an earlier reading. */
export function batchCounts(items: readonly BatchItem[]): BatchCounts {
	const counts = {
		total: items.length,
		waiting: 0,
		reading: 0,
		clean: 0,
		check: 0,
		failed: 0,
		leftOut: 0,
		kept: 0,
		done: 0,
	};
	for (const {state, outcome} of items) {
		if (state === 'read' && outcome?.kind === 'read') {
			counts[outcome.record.passport.status === 'clean' ? 'clean' : 'check']++;
			if (outcome.from === 'kept') counts.kept++;
		} else if (state !== 'read') counts[state]++;
		if (state === 'read' || state === 'failed') counts.done++;
	}
	return counts;
}
