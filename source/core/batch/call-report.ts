import type {CallCount} from '../engines/calls.ts';
import {traitsOf} from '../engines/choice.ts';
import type {Outcome} from '../records/record.ts';

/** What a run asked of a service that charges. */
export type CallReport = CallCount & {
	/** Pictures whose paid answer was kept: no call was needed. */
	readonly saved: number;
};

/** The same of the run before. `at`: when it ended, ISO 8601. */
export type LastCalls = CallReport & {readonly at: string};

/** Whether an outcome was paid for in an earlier run. */
const isSaved = (outcome: Outcome): boolean =>
	outcome.from === 'kept' &&
	(outcome.kind === 'read'
		? traitsOf(outcome.record.engine).paid
		: (outcome.failures?.some(({engine}) => traitsOf(engine).paid) ?? false));

export const savedCalls = (outcomes: readonly Outcome[]): number => outcomes.filter(isSaved).length;
