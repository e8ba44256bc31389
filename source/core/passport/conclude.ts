import {accept} from './accept.ts';
import {addMonths, compareDays, daysBetween, earliest, latest, parseDate, surelyBefore} from './dates.ts';
import {type FieldKey, fieldInfo} from './fields.ts';
import {blocking, notice} from './judged.ts';
import type {FieldValue, Issue, JudgeOptions, Passport, ReasonCode, Status} from './passport.ts';
import type {LineReading} from './reading.ts';

/** Issues that follow from several fields or from the day, and are found anew whenever a field changes. */
const derived: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
	'dates-out-of-order',
	'validity-unusual',
	'expired',
	'expires-soon',
]);

export const isDerived = (issue: Issue): boolean => derived.has(issue.code);

export const textOf = (fields: readonly FieldValue[], key: FieldKey): string =>
	fields.find(field => field.key === key)?.value ?? '';

/** What the dates say together and against the day. */
function dateIssues(fields: readonly FieldValue[], {today}: JudgeOptions): Issue[] {
	const birth = parseDate(textOf(fields, 'birth_date'));
	const expiry = parseDate(textOf(fields, 'expiry_date'));
	const issues: Issue[] = [];
	if (birth && compareDays(earliest(birth), today) > 0) issues.push(blocking('dates-out-of-order', 'birth_date'));
	else if (birth && expiry && !surelyBefore(birth, expiry)) issues.push(blocking('dates-out-of-order', 'expiry_date'));
	if (expiry) {
		const last = latest(expiry);
		const left = daysBetween(today, last);
		if (left < 0) issues.push(notice('expired', 'expiry_date', {days: -left}));
		else if (compareDays(last, addMonths(today, 6)) < 0)
			issues.push(notice('expires-soon', 'expiry_date', {days: left}));
	}
	return issues;
}

const proven = (field: FieldValue): boolean =>
	field.evidence.level === 'verified' || field.evidence.level === 'supported';

function statusOf(fields: readonly FieldValue[], issues: readonly Issue[]): Status {
	if (!fields.some(field => field.value !== '')) return 'refused';
	if (issues.some(issue => issue.blocks)) return 'check';
	return fields.every(field => !fieldInfo(field.key).decides || proven(field)) ? 'clean' : 'check';
}

/** `clean` needs the runner-up of every line, where the engine knows it, to be far enough behind. */
export function runnerUpIssues(lines: readonly LineReading[]): Issue[] {
	return lines.some(line => line.runnerUp !== undefined && line.runnerUp <= accept.runnerUp)
		? [blocking('other-line-possible')]
		: [];
}

/** The passport as a whole: its derived issues and its status, from its fields and the issues of each. */
export function conclude(passport: Omit<Passport, 'status'>, options: JudgeOptions): Passport {
	const issues = [...passport.issues.filter(issue => !isDerived(issue)), ...dateIssues(passport.fields, options)];
	return {...passport, issues, status: statusOf(passport.fields, issues)};
}
