import {reason} from '../judge/finding.ts';
import type {FieldKey} from '../model/fields.ts';
import type {Passport, Reason, ReasonCode} from '../model/passport.ts';
import {checkInput, type InputOptions} from './check-input.ts';
import {editField} from './edit.ts';

/** Found with several fields, so that an edit of one of them no longer blocks; it stays a notice. */
const between: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['dates-out-of-order', 'composite-wrong']);

/** What the passport as a whole has against a value, that it did not have before. */
function madeBy(passport: Passport, key: FieldKey, value: string, options: InputOptions): Reason | undefined {
	const edited = editField(passport, key, value, options);
	const made = edited.issues.find(
		({blocks, code}) => (blocks || between.has(code)) && !passport.issues.some(before => before.code === code),
	);
	return made && reason(made.code, made.params);
}

/**
 * What speaks against a value that a person typed: that the field cannot hold it, its printed check digit, or the other
 * values of the passport. Undefined where nothing does.
 */
export function typedAgainst(
	passport: Passport,
	key: FieldKey,
	text: string,
	options: InputOptions,
): Reason | undefined {
	const {value, problem, digit} = checkInput(passport, key, text, options);
	if (problem) return problem;
	if (digit && !digit.agrees) {
		return reason('check-digit-wrong', {printed: digit.printed, expected: digit.expected});
	}
	return madeBy(passport, key, value, options);
}
