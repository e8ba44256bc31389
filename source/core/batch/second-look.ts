import {isTouched} from '../records/keeps.ts';
import type {Outcome} from '../records/record.ts';

/**
 * Pictures that a second engine is worth asking about, after the first has read them. Never those that a person has
 * worked on, or that the second engine has read before: that was paid for.
 *
 * - `auto`: what was read and not proven, and where no passport was found.
 * - `both`: what was read at all, as well.
 */
export function worthSecondLook(outcomes: readonly Outcome[], choice: 'auto' | 'both'): readonly string[] {
	return outcomes.flatMap(outcome => {
		if (outcome.kind === 'failed') {
			return outcome.failure.code === 'NO_PASSPORT_FOUND' ? [outcome.failure.path] : [];
		}
		const {path, engine, passport} = outcome.record;
		if (engine === 'xiangyun' || isTouched(outcome.record)) return [];
		return choice === 'both' || passport.status !== 'clean' ? [path] : [];
	});
}
