import {type TwoEngines, traitsOf} from '../engines/choice.ts';
import {isAskedFor} from '../passport/model/document.ts';
import {isFailedBy} from '../records/failures.ts';
import type {Outcome} from '../records/record.ts';
import {isTouched} from '../records/reuse.ts';

/**
 * Pictures that a second engine is worth asking about, after the first has read them. Never those that a person has
 * worked on, or that the second engine has answered before, be it with a failure: that was paid for. Nor documents that it
 * cannot read.
 *
 * - `auto`: what was read and not proven, and where no passport was found.
 * - `both`: what was read at all, as well.
 */
export function retryWorthIt(outcomes: readonly Outcome[], choice: TwoEngines, second: string): readonly string[] {
	return outcomes.flatMap(outcome => {
		if (outcome.kind === 'failed') {
			const {failure, failures} = outcome;
			return failure.code === 'NO_PASSPORT_FOUND' && !isFailedBy(failures, second) ? [failure.path] : [];
		}
		const {path, engine, passport, failures} = outcome.record;
		if (traitsOf(engine).paid || isTouched(outcome.record) || isFailedBy(failures, second)) return [];
		if (!isAskedFor(passport.shape, traitsOf(second).documents)) return [];
		return choice === 'both' || passport.status !== 'clean' ? [path] : [];
	});
}
