import {fieldInfo, mrzFields} from '../model/fields.ts';
import type {CalendarDay, Passport} from '../model/passport.ts';
import type {Reading} from '../model/reading.ts';
import {judge} from './judge.ts';

/** Fields that decide and for which something speaks; a clean passport is above all others. */
const proof = ({status, fields}: Passport): number =>
	(status === 'clean' ? mrzFields.length : 0) +
	fields.filter(({key, evidence: {level}}) => fieldInfo(key).decides && (level === 'verified' || level === 'supported'))
		.length;

/**
 * Returns two engines' readings of one page as one: the better proven leads, and the other is weighed against it, field
 * by field. What was paid for is kept with either.
 *
 * @param free Leads where both are proven alike.
 * @param paid The reading whose answer was paid for.
 */
export function combine(free: Reading, paid: Reading, today: CalendarDay): Reading {
	if (proof(judge(paid, {today})) > proof(judge(free, {today}))) return {...paid, also: [free]};
	const {answer, issues = []} = paid;
	return {...free, ...(answer ? {answer} : {}), issues: [...(free.issues ?? []), ...issues], also: [paid]};
}
