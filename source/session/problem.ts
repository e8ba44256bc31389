import {type ErrorCode, type ErrorDetails, toAppError} from '../core/errors.ts';
import type {Messages} from '../text/index.ts';

export type Problem = {readonly code: ErrorCode; readonly details: ErrorDetails};

/** Anything thrown, as the state holds it. */
export function problemOf(thrown: unknown): Problem {
	const {code, details} = toAppError(thrown);
	return {code, details};
}

/** What is wrong, and what to do about it. */
export const problemLines = ({code, details}: Problem, {errors}: Messages): readonly string[] => [
	errors.what(code, details),
	...errors.next(code, details),
];
