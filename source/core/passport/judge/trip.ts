import {
	addDays,
	addMonths,
	type CompleteDate,
	compareDays,
	daysBetween,
	earliest,
	formatDate,
	latest,
	parseDate,
} from '../model/dates.ts';
import type {CalendarDay, Issue, Passport} from '../model/passport.ts';
import {blocking, notice} from './finding.ts';
import {issueDateOf, textOf} from './passport-status.ts';

/** How long a passport must still be valid: `6m`, `90d`, `1y`. */
export type Span = {readonly months: number; readonly days: number};

/** `6m`, `90d`, `1y`; undefined for anything else. */
export function parseSpan(text: string): Span | undefined {
	const match = /^(\d{1,3})([dmy])$/i.exec(text.trim());
	if (!match) return undefined;
	const count = Number(match[1]);
	switch (match[2]!.toLowerCase()) {
		case 'd':
			return {months: 0, days: count};
		case 'm':
			return {months: count, days: 0};
		default:
			return {months: count * 12, days: 0};
	}
}

/** The reverse of `parseSpan`. */
export const formatSpan = ({months, days}: Span): string => (days > 0 || months === 0 ? `${days}d` : `${months}m`);

export type Trip = {
	/** The day of travel that the span counts from: entry or return, as the country asks. */
	readonly on: CalendarDay;
	readonly validFor?: Span;
	/**
	 * Entry to the Schengen states: issued within ten years before entry, and valid three months beyond the planned
	 * departure (Regulation (EU) 2016/399, article 6(1)(a)). `on` is the entry, `departure` the day of leaving.
	 */
	readonly schengen?: {readonly departure: CalendarDay};
};

/** The last day on which the passport must still be valid. */
export function neededUntil({on, validFor, schengen}: Trip): CompleteDate {
	const days = [
		on,
		...(validFor ? [after(on, validFor)] : []),
		...(schengen ? [addMonths(schengen.departure, 3)] : []),
	];
	return days.reduce((last, day) => (compareDays(day, last) > 0 ? day : last));
}

/** The Schengen states take no passport that was issued before this day, ten years before entry. */
export const earliestIssue = ({on}: Trip): CompleteDate => addMonths(on, -120);

const after = (day: CompleteDate, {months, days}: Span): CompleteDate => addDays(addMonths(day, months), days);

/** What prevents a trip, and how many days are left; the passport itself may be beyond doubt. */
export function tripIssues(passport: Passport, trip: Trip, today: CalendarDay): readonly Issue[] {
	const key = 'expiry_date';
	const expiry = parseDate(textOf(passport.fields, key));
	if (!expiry) return [blocking('missing', key)];
	const last = latest(expiry);
	const left = daysBetween(today, last);
	const issues: Issue[] = [left < 0 ? blocking('expired', key, {days: -left}) : notice('days-left', key, {days: left})];
	const on = formatDate(trip.on);
	if (trip.validFor) {
		const needed = after(trip.on, trip.validFor);
		if (compareDays(last, needed) < 0) issues.push(blocking('expires-before', key, {needed: formatDate(needed), on}));
	}
	if (trip.schengen) {
		const needed = addMonths(trip.schengen.departure, 3);
		if (compareDays(last, needed) < 0) issues.push(blocking('schengen-validity', key, {needed: formatDate(needed)}));
		const issued = issueDateOf(passport.fields);
		const first = earliestIssue(trip);
		if (issued && compareDays(latest(issued), first) < 0) issues.push(blocking('schengen-age', key));
		else if (!issued || compareDays(earliest(issued), first) < 0) issues.push(notice('schengen-issue-unknown', key));
	}
	return issues;
}
