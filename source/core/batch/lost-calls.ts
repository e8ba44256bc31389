import {isUnreached} from '../errors.ts';
import type {Failure, Outcome} from '../records/record.ts';
import type {RunningProcess} from '../running-process.ts';

const wasUnsent = (failure: Failure): boolean => failure.code === 'CALL_LIMIT' || isUnreached(failure);

/**
 * Counts calls of processes that were killed while they waited for the answer. Whether such a call is made again is known
 * only when the picture has an outcome.
 */
export function lostCalls() {
	const killed = new Map<string, RunningProcess>();
	let unsent = 0;
	return {
		/** The picture is this batch's to send now. */
		take(path: string, by: RunningProcess): void {
			killed.set(path, by);
		},
		/** Returns the process whose call about the picture was made again; undefined where none was. */
		madeAgain(path: string, outcome: Outcome): RunningProcess | undefined {
			const by = killed.get(path);
			if (!by || !killed.delete(path)) return undefined;
			if (outcome.kind !== 'failed' || !wasUnsent(outcome.failure)) return by;
			unsent++;
			return undefined;
		},
		/** Returns how many were not made again since it was last called. */
		unsent(): number {
			const count = unsent;
			unsent = 0;
			return count;
		},
	};
}
