import type {ReasonParams, Reasons} from '../../reason.ts';
import {plural, text} from './words.ts';

/** Years, with the months and days where they are known. */
function span({years, months, days}: ReasonParams): string {
	const parts = [
		plural(years, 'year', 'years'),
		...(Number(months) > 0 ? [plural(months, 'month', 'months')] : []),
		...(Number(days) > 0 ? [plural(days, 'day', 'days')] : []),
	];
	return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : parts.join('');
}

/** Days of the calendar, and how long the passport is valid. */
export const dates = {
	'impossible-date': {
		short: () => 'no such day',
		sentence: ({raw}) => `${text(raw, 'This')} is not a day of the calendar.`,
	},
	'misread-date': {
		short: () => 'date not readable',
		sentence: ({raw}) => `${text(raw, 'This')} is not a date: a character is misread.`,
	},
	'not-a-date': {
		short: () => 'no date',
		sentence: ({raw}) =>
			`${text(raw, 'This')} is not understood as a date here. Type it like 2033-01-14, 14 JAN 2033 or 330114.`,
	},
	'ambiguous-date': {
		short: () => 'which day and month?',
		sentence: ({raw, one, other}) => `${text(raw, 'This')} can be ${text(one)} or ${text(other)}.`,
	},
	'birth-after-today': {
		short: () => 'after today',
		sentence: ({raw}) => `${text(raw, 'This')} is after today, so it cannot be a date of birth.`,
	},
	'date-too-far': {
		short: () => 'too far from today',
		sentence: ({raw}) => `${text(raw, 'This')} is too far from today for this date. Check the year.`,
	},
	'partial-date': {
		short: () => 'day or month unknown',
		sentence: () => 'The passport leaves the day, or the month too, open. Airline systems need a whole date.',
	},
	'birth-unknown': {
		short: () => 'birth date blank',
		sentence: () => 'The MRZ holds no date of birth. Look whether the page prints one.',
	},
	'dates-out-of-order': {
		short: () => 'dates out of order',
		sentence: () => 'The dates are out of order: birth must come before issue, and issue before expiry.',
	},
	'usual-validity': {
		short: () => 'fits the expiry',
		sentence: () => 'It is whole years before the date of expiry, as passports are issued.',
	},
	'odd-issue-day': {
		short: ({years}) => (years === undefined ? 'no whole years' : `valid for ${plural(years, 'year', 'years')}?`),
		sentence: ({raw, years, usual}) =>
			years === undefined
				? `From ${text(raw, 'this day')} to the date of expiry it is not a whole number of years.`
				: `From ${text(raw, 'this day')} to the date of expiry it is ${plural(years, 'year', 'years')}; this state issues passports for ${text(usual)} years.`,
		next: () => 'Compare it with the picture.',
	},
	'validity-unusual': {
		short: ({years, months}) =>
			years === undefined || months !== undefined ? 'unusual validity' : `valid for ${plural(years, 'year', 'years')}?`,
		sentence: params =>
			`It would be valid for ${span(params)}${params.usual === undefined ? '' : `; ${plural(params.usual, 'year is', 'years are')} usual`}.`,
		next: () => 'Compare the dates with the picture.',
	},
	century: {
		short: ({year}) => `born ${text(year)}?`,
		sentence: ({year}) =>
			`The lines print two digits of the year; ${text(year)} is the likelier century. Check the age.`,
	},
	expired: {
		short: ({days}) => (days === undefined ? 'expired' : `expired ${plural(days, 'day', 'days')} ago`),
		sentence: ({days}) =>
			days === undefined ? 'The passport has expired.' : `The passport expired ${plural(days, 'day', 'days')} ago.`,
	},
	'expires-soon': {
		short: ({days}) => `${plural(days, 'day', 'days')} left`,
		sentence: ({days}) =>
			`The passport is valid for ${plural(days, 'more day', 'more days')}; many countries ask for six months.`,
	},
	'days-left': {
		short: ({days}) => `${plural(days, 'day', 'days')} left`,
		sentence: ({days}) => `The passport is valid for ${plural(days, 'more day', 'more days')}.`,
	},
	'expires-before': {
		short: ({needed}) => `needed until ${text(needed)}`,
		sentence: ({needed, on}) =>
			`It must be valid until ${text(needed)}${on === undefined ? '' : ` for travel on ${on}`}, and expires earlier.`,
	},
	'schengen-validity': {
		short: () => 'too short for Schengen',
		sentence: ({needed}) =>
			`The Schengen states ask for three months after departure${needed === undefined ? '' : `, here until ${needed}`}; it expires earlier.`,
	},
	'schengen-age': {
		short: () => 'over 10 years old',
		sentence: () => 'The Schengen states ask for a passport issued within the last ten years; this one is older.',
	},
	'schengen-issue-unknown': {
		short: () => 'issue date not known',
		sentence: () =>
			'The Schengen states ask for a passport issued within the last ten years; the MRZ does not say when it was issued.',
	},
} satisfies Reasons;
