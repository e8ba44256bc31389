import {formatSpan, parseSpan, type Trip} from '../judge/trip.ts';
import {compareDays, formatDate, isComplete} from '../model/dates.ts';
import type {CalendarDay} from '../model/passport.ts';
import {readTypedDate} from './typed-dates.ts';

/** What a person can ask of a trip: valid on the last day, so long beyond it, or as the Schengen states ask. */
export const tripRules = ['0d', '3m', '6m', 'schengen'] as const;

/** One of `tripRules`, or another span that a command named. */
export type TripRule = string;

/** The rule that most states have, unless a person chooses another one. */
export const usualRule: TripRule = '6m';

/** What people write between two days; `-` and `/` are also inside of days, which the days on both sides decide. */
const between = /\s*(?:[~–—至到、,/-]|\.{2,3})\s*|\s+(?:to|till|until)\s+|\s+/giu;

type Typing = {
	readonly today: CalendarDay;
	/** Where the person writes the day before the month. */
	readonly dayFirst?: boolean;
};

function dayOf(text: string, {today, dayFirst}: Typing): CalendarDay | undefined {
	const close = text.replace(/\s*([年月日])\s*/gu, '$1');
	const read = readTypedDate(close, {of: 'expiry', today, ...(dayFirst ? {dayFirst} : {})});
	return read.kind === 'date' && isComplete(read.date) ? read.date : undefined;
}

function daysIn(text: string, typing: Typing): readonly CalendarDay[] {
	for (const {0: separator, index} of text.matchAll(between)) {
		const first = dayOf(text.slice(0, index), typing);
		const last = dayOf(text.slice(index + separator.length), typing);
		if (first && last) return [first, last];
	}
	// A day with a sign for a second one, which is still to be typed.
	if (/^[~–—至到、,/-]|[~–—至到、,/-]$/u.test(text)) return [];
	const only = dayOf(text, typing);
	return only ? [only] : [];
}

/**
 * Returns the trip that a person typed: one day, or the first and the last, as dates are typed elsewhere. A rule counts
 * from the last day; only the Schengen rule needs the first one as well. `none` for nothing typed, undefined for what are
 * no such days, or could be others as well.
 */
export function typedTrip(text: string, rule: TripRule, typing: Typing): Trip | 'none' | undefined {
	const typed = text.normalize('NFKC').trim();
	if (typed === '') return 'none';
	const [first, last = first] = daysIn(typed, typing);
	if (!first || !last || compareDays(last, first) < 0) return undefined;
	if (rule === 'schengen') return {on: first, schengen: {departure: last}};
	const span = parseSpan(rule);
	return span && {on: last, validFor: span};
}

/** A trip as it was typed: the days, and the rule. */
export function tripParts({on, validFor, schengen}: Trip): {readonly days: string; readonly rule: TripRule} {
	if (!schengen) return {days: formatDate(on), rule: formatSpan(validFor ?? {months: 0, days: 0})};
	const last = schengen.departure;
	return {days: [on, ...(compareDays(on, last) < 0 ? [last] : [])].map(formatDate).join(' '), rule: 'schengen'};
}
