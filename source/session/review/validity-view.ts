import {
	countValidities,
	isUnfitFor,
	onDay,
	type Validity,
	type ValidityCounts,
	validityOf,
} from '../../core/passport/judge/validity.ts';
import type {PassportRecord} from '../../core/records/record.ts';
import {isUnread} from '../../core/records/unread-record.ts';
import {lastAnswer, onceForEach} from '../../core/remember.ts';
import {changedPlaces} from '../../core/review/changed-records.ts';
import {type Language, messages} from '../../text/index.ts';
import type {Mark} from '../mark.ts';
import type {AppState} from '../state.ts';

type Day = Pick<AppState, 'today' | 'trip'>;

/** The last answer for each record on the same day and trip: a list of thousands asks at every key. */
function remembered<Answer>(make: (record: PassportRecord, day: Day) => Answer) {
	const answers = onceForEach((record: PassportRecord) =>
		lastAnswer((today: Day['today'], trip: Day['trip']) => make(record, {today, trip})),
	);
	return ({today, trip}: Day, record: PassportRecord): Answer => answers(record)(today, trip);
}

/** The validity on the day of the session, and for its trip. */
export const recordValidity = remembered(({passport}, {today, trip}): Validity => validityOf(passport, today, trip));

/**
 * The record as it is shown: with the issues about its validity on this day and for this trip. None of them blocks, since
 * a passport can be proven and expired; one that has expired needs no second reason, and valid days need no word.
 */
export const shownRecord = remembered((record, {today, trip}): PassportRecord => {
	const judged = onDay(record.passport, today, trip);
	if (judged === record.passport || !trip) return judged === record.passport ? record : {...record, passport: judged};
	const old = new Set(record.passport.issues);
	const expired = judged.issues.some(({code}) => code === 'expired');
	const issues = judged.issues
		.filter(issue => old.has(issue) || (expired ? issue.code === 'expired' : issue.code !== 'days-left'))
		.map(issue => (old.has(issue) ? issue : {...issue, blocks: false}));
	return {...record, passport: {...judged, issues}};
});

const markOfValidity: Readonly<Record<Validity, Mark | undefined>> = {
	valid: undefined,
	expired: 'expired',
	'not-for-trip': 'tooShort',
	// What is missing or incomplete is looked at anyway; of a trip the list says which are not known.
	unknown: undefined,
};

/** The mark beside the one of its check; undefined for a valid passport. */
export const validityMark = (day: Day, record: PassportRecord): Mark | undefined =>
	markOfValidity[recordValidity(day, record)];

/** Worth a look before the list is used: not valid, or not known where a trip asks for it. */
export const isWorthTelling = (day: Day, record: PassportRecord): boolean => {
	const validity = recordValidity(day, record);
	return isUnfitFor(validity, day.trip);
};

/** A picture that was not read has no validity: it is counted as not read elsewhere. */
const unfitCounts = (day: Day, records: readonly PassportRecord[]): ValidityCounts =>
	countValidities(records.flatMap(record => (isUnread(record) ? [] : [recordValidity(day, record)])));

/** `2 expired, 1 not valid for the trip`, or `3 not valid`; empty when all are valid. */
export function unfitText(
	day: Day,
	records: readonly PassportRecord[],
	language: Language,
	manner: 'long' | 'short' = 'long',
): string {
	const {expired, notForTrip, unknown: unclear} = unfitCounts(day, records);
	const {validity} = messages(language);
	const unknown = day.trip ? unclear : 0;
	return manner === 'long'
		? validity.parts(expired, notForTrip, unknown)
		: validity.short(expired + notForTrip, unknown);
}

type Counted = Day & {readonly records: readonly PassportRecord[]; readonly found: Readonly<Record<Validity, number>>};

const nothing: Counted['found'] = {valid: 0, expired: 0, 'not-for-trip': 0, unknown: 0};

let last: Counted | undefined;

/** Counts the batch by validity, rejected and unread pictures left out; updates the counts from the changed records only. */
function batchCounts({today, trip}: Day, records: readonly PassportRecord[]): Counted['found'] {
	const isSameDay = last?.today === today && last.trip === trip && last.records.length <= records.length;
	const before = last && isSameDay ? last : {records: [], found: nothing};
	const found = {...before.found};
	const add = (record: PassportRecord | undefined, share: 1 | -1) => {
		if (!record || record.review.state === 'rejected' || isUnread(record)) return;
		found[recordValidity({today, trip}, record)] += share;
	};
	for (const place of changedPlaces(before.records, records)) {
		add(before.records[place], -1);
		add(records[place], 1);
	}
	last = {records, today, trip, found};
	return found;
}

/** How many passports of the batch are not valid, and the mark of the worst of them; undefined when all are. */
export function unfitCount(state: AppState): {readonly mark: Mark; readonly count: number} | undefined {
	const {expired, 'not-for-trip': notForTrip} = batchCounts(state, state.review.records);
	const count = expired + notForTrip;
	return count === 0 ? undefined : {mark: expired > 0 ? 'expired' : 'tooShort', count};
}
