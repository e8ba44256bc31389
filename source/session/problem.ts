import {type ErrorCode, type ErrorDetails, toAppError} from '../core/errors.ts';

export type Problem = {readonly code: ErrorCode; readonly details: ErrorDetails};

/** Anything thrown, as the state holds it. */
export function problemOf(thrown: unknown): Problem {
	const {code, details} = toAppError(thrown);
	return {code, details};
}
