import {isUnreached} from '../errors.ts';
import type {Outcome} from '../records/record.ts';

/** Milliseconds until a service that was not reached is asked again: twice as long each time. */
const waits = {first: 15_000, longest: 300_000};

export type RetrySchedule = {
	/** What became of pictures: those that did not reach the service wait, others do no longer. How many wait. */
	note(outcomes: readonly Outcome[]): number;
	/** Those that wait, when it is time to try them again. */
	due(): readonly string[];
};

/** Pictures that failed because the service was not reached, to be read when it is worth another try. */
export function createRetrySchedule(now: () => Date): RetrySchedule {
	const waiting = new Set<string>();
	let wait = waits.first;
	let dueAt = 0;
	return {
		note(outcomes) {
			let isGone = false;
			for (const outcome of outcomes) {
				if (outcome.kind === 'read') waiting.delete(outcome.record.path);
				else if (isUnreached(outcome.failure)) {
					waiting.add(outcome.failure.path);
					isGone = true;
				} else waiting.delete(outcome.failure.path);
			}
			if (isGone) {
				dueAt = now().getTime() + wait;
				wait = Math.min(waits.longest, wait * 2);
			} else if (outcomes.length > 0) wait = waits.first;
			return waiting.size;
		},
		due: () => (now().getTime() >= dueAt ? [...waiting] : []),
	};
}
