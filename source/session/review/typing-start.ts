import {fieldInfo} from '../../core/passport/model/fields.ts';
import type {FieldValue} from '../../core/passport/model/passport.ts';
import type {PassportRecord} from '../../core/records/record.ts';
import {doubts} from '../../core/review/doubts.ts';
import {currentStretch, doubtfulPositions} from './mrz-view.ts';

/** The places of the digits of `740812` in `1974-08-12`. */
const dateDigits = [2, 3, 5, 6, 8, 9];

/** Where the cursor is when a field is opened for editing: behind the character that was not made out, else at the end. */
export function typingStart(record: PassportRecord, {key, value}: FieldValue): number {
	const {passport} = record;
	const stretch = currentStretch(passport.shape, passport.lines, key);
	if (!stretch || !doubts(record).includes(key)) return value.length;
	const [row, from, to] = stretch;
	const doubt = [...doubtfulPositions(passport, key)].sort((a, b) => a - b).find(at => at >= from && at < to);
	if (doubt === undefined) return value.length;
	if (fieldInfo(key).kind === 'date') {
		const digit = value.length === 10 ? dateDigits[doubt - from] : undefined;
		return digit === undefined ? value.length : digit + 1;
	}
	// Only where value and MRZ run side by side: a name without its fillers, a number as it is.
	const mrz = passport.lines[row]!.slice(from, to).replaceAll('<', ' ').trimEnd();
	return mrz === value ? doubt - from + 1 : value.length;
}
