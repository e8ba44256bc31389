import {traitsOf} from '../../engines/choice.ts';
import type {FieldKey} from '../../passport/model/fields.ts';
import type {CalendarDay, Passport} from '../../passport/model/passport.ts';
import {confirmField, editField} from '../../passport/person/edit.ts';
import {withFailure} from '../failures.ts';
import {dayOf} from '../legacy/words.ts';
import type {EngineFailure, PassportRecord, Review} from '../record.ts';
import {isTouched} from '../reuse.ts';

/** What is kept from now on, and a paid result that lost its place to it: that is kept elsewhere. */
export type Merged = {readonly record: PassportRecord; readonly aside?: PassportRecord};

const isPaid = ({engine}: PassportRecord): boolean => traitsOf(engine).paid;

/**
 * A new reading and what is kept of the same passport by now: another process may have written it meanwhile. What a
 * person has worked on stays, what was paid for is not replaced by what was not.
 *
 * @param again The user asked to read the picture again, of which these were kept then: what was decided before is
 * dropped, what was decided since is not.
 */
export function mergeReading(kept: PassportRecord, read: PassportRecord, again?: readonly PassportRecord[]): Merged {
	if (again) {
		const before = again.find(({path}) => path === kept.path);
		const isDropped = before && isSameReading(kept, before) && isSameReview(kept.review, before.review);
		if (isDropped || !isTouched(kept)) return replaced(kept, read);
	}
	// What a reading brings of a person's work, it has from the disk.
	if (isTouched(kept)) return isTouched(read) ? {record: kept} : withDecisions(kept, read);
	if (isTouched(read)) return withDecisions(read, kept);
	return isPaid(kept) && !isPaid(read) ? {record: withFailures(kept, read.failures)} : {record: read};
}

const replaced = (kept: PassportRecord, read: PassportRecord): Merged =>
	isPaid(kept) && !isPaid(read) ? {record: read, aside: kept} : {record: read};

/**
 * A decision about a record, and what is kept of it by now.
 *
 * @param before The record that the decision was about, where the caller knows it.
 */
export function mergeDecision(kept: PassportRecord, decided: PassportRecord, before?: PassportRecord): Merged {
	const base = before ?? {...decided, review: {state: 'unreviewed', edits: {}, confirmed: []}};
	if (isSameReading(kept, base) && isSameReview(kept.review, base.review)) return {record: decided};
	const review = mergeReviews(base.review, decided.review, kept.review);
	if (isSameReading(kept, decided)) {
		return {record: {...decided, review, passport: mergePassports(base, decided, kept)}};
	}
	const record = {...decided, review};
	return isTouched(record) ? withDecisions(record, kept) : {record: kept};
}

/**
 * A person's work and another reading. The other reading takes the place of the values where the person would have
 * seen the same; otherwise the values stay as the person saw them, and the raw answer that was paid for comes with them.
 */
function withDecisions(decided: PassportRecord, read: PassportRecord): Merged {
	const isBetter = isPaid(read) || (!isPaid(decided) && read.recognizedAt > decided.recognizedAt);
	if (!isBetter) return {record: withFailures(decided, read.failures)};
	const again = {...read, passport: withReview(read.passport, decided.review, dayOf(read)), review: decided.review};
	if (showsTheSame(decided.passport, again.passport)) {
		const geometry = read.geometry ?? decided.geometry;
		return {record: {...again, ...(geometry ? {geometry} : {})}};
	}
	const answer = decided.answer ?? read.answer;
	const record = {...withFailures(decided, read.failures), ...(answer ? {answer} : {})};
	return isPaid(read) ? {record, aside: read} : {record};
}

const withFailures = (record: PassportRecord, more: readonly EngineFailure[] | undefined): PassportRecord =>
	more === undefined || more.length === 0
		? record
		: {...record, failures: more.reduce(withFailure, record.failures ?? [])};

/** Values with a person's decisions about them. */
function withReview(passport: Passport, {edits, confirmed}: Pick<Review, 'edits' | 'confirmed'>, today: CalendarDay) {
	const typed = Object.entries(edits).reduce(
		(before, [key, {to}]) => editField(before, key as FieldKey, to, {today}),
		passport,
	);
	return confirmed.reduce((before, key) => confirmField(before, key, {today}), typed);
}

/** Whether a person who decided about one has seen every value of the other. */
function showsTheSame(one: Passport, other: Passport): boolean {
	const values = new Map(one.fields.map(({key, value}) => [key, value]));
	return (
		one.lines.join('\n') === other.lines.join('\n') &&
		other.fields.length === values.size &&
		other.fields.every(({key, value}) => values.get(key) === value)
	);
}

/** Whether what is kept of a passport is another reading or another decision, and no older one: another process kept it. */
export const isKeptSince = (kept: PassportRecord, known: PassportRecord): boolean =>
	Date.parse(kept.recognizedAt) >= Date.parse(known.recognizedAt) &&
	!(isSameReading(kept, known) && isSameReview(kept.review, known.review));

const isSameReading = (one: PassportRecord, other: PassportRecord): boolean =>
	one.engine === other.engine && one.engineVersion === other.engineVersion && one.recognizedAt === other.recognizedAt;

function isSameReview(one: Review, other: Review): boolean {
	return (
		one.state === other.state &&
		one.confirmed.length === other.confirmed.length &&
		one.confirmed.every(key => other.confirmed.includes(key)) &&
		JSON.stringify(sortedEdits(one)) === JSON.stringify(sortedEdits(other))
	);
}

const sortedEdits = ({edits}: Review) => Object.entries(edits).sort(([a], [b]) => (a < b ? -1 : 1));

/** What `mine` changed of `base`, on top of `theirs`. */
function mergeReviews(base: Review, mine: Review, theirs: Review): Review {
	const edits: Partial<Record<FieldKey, Review['edits'][FieldKey]>> = {...theirs.edits};
	for (const key of new Set([...Object.keys(base.edits), ...Object.keys(mine.edits)]) as Set<FieldKey>) {
		const [was, is] = [base.edits[key], mine.edits[key]];
		if (was?.to === is?.to) continue;
		if (is) edits[key] = is;
		else delete edits[key];
	}
	const confirmed = new Set(theirs.confirmed);
	for (const key of base.confirmed) if (!mine.confirmed.includes(key)) confirmed.delete(key);
	for (const key of mine.confirmed) if (!base.confirmed.includes(key)) confirmed.add(key);
	const {state, at} = mine.state === base.state ? theirs : mine;
	const latest = at ?? mine.at;
	return {state, edits: edits as Review['edits'], confirmed: [...confirmed], ...(latest ? {at: latest} : {})};
}

/** What `theirs` decided besides `base`, on top of `mine`. */
function mergePassports(base: PassportRecord, mine: PassportRecord, theirs: PassportRecord): Passport {
	const isNew = ([key, edit]: [string, {readonly to: string} | undefined]) => {
		const field = key as FieldKey;
		return edit?.to !== base.review.edits[field]?.to && mine.review.edits[field]?.to === base.review.edits[field]?.to;
	};
	const edits = Object.fromEntries(Object.entries(theirs.review.edits).filter(isNew)) as Review['edits'];
	const confirmed = theirs.review.confirmed.filter(key => !base.review.confirmed.includes(key));
	return withReview(mine.passport, {edits, confirmed}, dayOf(mine));
}
