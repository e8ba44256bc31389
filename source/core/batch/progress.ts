import {isBlank} from '../records/failures.ts';
import type {PassportRecord} from '../records/record.ts';
import type {BatchItem} from './item.ts';

export type BatchCounts = {
	readonly total: number;
	readonly waiting: number;
	readonly reading: number;
	/** Read and proven; read, but a person must look; not read although something is there. */
	readonly clean: number;
	readonly check: number;
	readonly failed: number;
	readonly leftOut: number;
	/** Of those read: taken from what was kept. */
	readonly kept: number;
	/** Read or failed. */
	readonly done: number;
};

const isClean = ({passport}: PassportRecord): boolean => passport.status === 'clean';

/**
 * Counts pictures by what became of them. `clean` and `check` are of those read, `kept` of those taken from an earlier
 * reading.
 *
 * @param isProven Whether a record counts as `clean`; by its own status unless given.
 */
export function batchCounts(items: readonly BatchItem[], isProven = isClean): BatchCounts {
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
			counts[isProven(outcome.record) ? 'clean' : 'check']++;
			if (outcome.from === 'kept') counts.kept++;
		} else if (state !== 'read' && !isBlank(outcome)) counts[state]++;
		if (state === 'read' || state === 'failed') counts.done++;
	}
	return counts;
}
