import {toAppError} from '../../core/errors.ts';
import type {Problem} from '../problem.ts';

/** Anything thrown, as the state holds it. */
export function problemOf(thrown: unknown): Problem {
	const {code, details} = toAppError(thrown);
	return {code, details};
}
