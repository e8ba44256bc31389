import {type CompleteDate, compareDays, earliest, latest, parseDate} from '../model/dates.ts';
import type {CalendarDay, Issue, Passport, ReasonCode} from '../model/passport.ts';
import {expiryIssues, issueDateOf, textOf} from './passport-status.ts';
import {earliestIssue, neededUntil, type Trip, tripIssues} from './trip.ts';

/**
 * Whether a passport is still valid on a day, and valid long enough for a trip. Independent of its status: that a
 * passport has expired can be proven.
 *
 * - `expired`: its last day has passed.
 * - `not-for-trip`: valid today, but not as long as the trip needs, or issued too long before it.
 * - `unknown`: the date of expiry, or of issue where the trip needs it, is missing or too incomplete.
 */
export type Validity = 'valid' | 'expired' | 'not-for-trip' | 'unknown';

/** The values of `Validity` that a person must know about before a passport is used. */
export const isUnfit = (validity: Validity): boolean => validity === 'expired' || validity === 'not-for-trip';

/** The same, and what cannot be judged for a trip. Without one only a missing date is unknown, which is said of the passport. */
export const isUnfitFor = (validity: Validity, trip: Trip | undefined): boolean =>
	isUnfit(validity) || (validity === 'unknown' && trip !== undefined);

/** What validity is judged against. */
export type TripDay = {readonly today: CalendarDay; readonly trip: Trip | undefined};

type Dated = Pick<Passport, 'fields'>;

/** Returns the validity on a day and for a trip, from the values as they are now, edits included. */
export function validityOf(passport: Dated, today: CalendarDay, trip?: Trip | undefined): Validity {
	const expiry = parseDate(textOf(passport.fields, 'expiry_date'));
	if (!expiry) return 'unknown';
	if (compareDays(latest(expiry), today) < 0) return 'expired';
	const needed = trip ? later(neededUntil(trip), today) : today;
	if (compareDays(latest(expiry), needed) < 0) return 'not-for-trip';
	const from = trip?.schengen && earliestIssue(trip);
	const issued = from && issueDateOf(passport.fields);
	if (from && issued && compareDays(latest(issued), from) < 0) return 'not-for-trip';
	if (compareDays(earliest(expiry), needed) < 0) return 'unknown';
	return from && (!issued || compareDays(earliest(issued), from) < 0) ? 'unknown' : 'valid';
}

const later = (a: CompleteDate, b: CompleteDate): CompleteDate => (compareDays(a, b) < 0 ? b : a);

/** How many passports are not valid, or cannot be judged. */
export type ValidityCounts = {readonly expired: number; readonly notForTrip: number; readonly unknown: number};

/** Counts by validity. */
export function countValidities(validities: Iterable<Validity>): ValidityCounts {
	const counts = {valid: 0, expired: 0, 'not-for-trip': 0, unknown: 0} satisfies Record<Validity, number>;
	for (const validity of validities) counts[validity]++;
	return {expired: counts.expired, notForTrip: counts['not-for-trip'], unknown: counts.unknown};
}

/** Issues that the day and the trip decide: they are found again for each day, whatever was stored. */
const ofDay: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
	'expired',
	'expires-soon',
	'days-left',
	'expires-before',
	'schengen-validity',
	'schengen-age',
	'schengen-issue-unknown',
]);

/** True for what the day and the trip decide. */
export const isOfDay = ({code}: Issue): boolean => ofDay.has(code);

/** Returns the issues about validity alone, on a day and for a trip. */
function validityIssues(passport: Passport, today: CalendarDay, trip?: Trip | undefined): readonly Issue[] {
	if (trip) return tripIssues(passport, trip, today);
	return expiryIssues(parseDate(textOf(passport.fields, 'expiry_date')), today);
}

/**
 * Returns the passport with the issues that it has on a day and for a trip. The status stays: only the dates are judged
 * here. The same object when nothing differs.
 */
export function onDay(passport: Passport, today: CalendarDay, trip?: Trip | undefined): Passport {
	const found = validityIssues(passport, today, trip);
	if (found.length === 0 && !passport.issues.some(isOfDay)) return passport;
	const others = passport.issues.filter(issue => !isOfDay(issue));
	const before = passport.issues.filter(isOfDay);
	const now = found.filter(({code, field}) => !others.some(other => other.code === code && other.field === field));
	return isSame(before, now) ? passport : {...passport, issues: [...others, ...now]};
}

const isSame = (a: readonly Issue[], b: readonly Issue[]): boolean =>
	a.length === b.length &&
	a.every(({code, blocks, params}, index) => {
		const other = b[index]!;
		return code === other.code && blocks === other.blocks && JSON.stringify(params) === JSON.stringify(other.params);
	});
