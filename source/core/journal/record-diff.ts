import type {FieldKey} from '../passport/model/fields.ts';
import type {FieldValue} from '../passport/model/passport.ts';
import {fieldValue, issueValue} from '../records/json/from-json.ts';
import {evidenceJson} from '../records/json/to-json.ts';
import type {PassportRecord, Review} from '../records/record.ts';
import type {Half} from './entry.ts';

/** Both sides of a decision about a record: what it changed, and nothing of what it left alone. */
export function recordDiff(
	before: PassportRecord,
	after: PassportRecord,
): {readonly before: Half; readonly after: Half} {
	if (before.passport === after.passport)
		return {before: {review: asJson(before.review)}, after: {review: asJson(after.review)}};
	const json = (record: PassportRecord) =>
		new Map(record.passport.fields.map(field => [field.key, JSON.stringify(evidenceJson(field))]));
	const [was, is] = [json(before), json(after)];
	const changed = new Set([...was.keys(), ...is.keys()].filter(key => was.get(key) !== is.get(key)));
	return {before: halfOf(before, changed), after: halfOf(after, changed)};
}

function halfOf({review, passport}: PassportRecord, keys: ReadonlySet<FieldKey>): Half {
	const fields = passport.fields.filter(({key}) => keys.has(key));
	return {
		review: asJson(review),
		passport: {
			status: passport.status,
			lines: [...passport.lines],
			issues: passport.issues.map(issue => ({...issue, ...(issue.params ? {params: {...issue.params}} : {})})) as never,
			evidence: Object.fromEntries(fields.map(field => [field.key, evidenceJson(field)])) as never,
		},
	};
}

const asJson = ({state, at, edits, confirmed}: Review): Half['review'] => ({
	state,
	...(at === undefined ? {} : {at}),
	edits: {...edits},
	confirmed: [...confirmed],
});

/** The record as it was on that side of the decision. */
export function withDiff(record: PassportRecord, {review, passport}: Half): PassportRecord {
	const {at, ...rest} = review;
	const changed = {...record, review: {...rest, ...(at === undefined ? {} : {at})}};
	if (!passport) return changed;
	const {status, lines, issues, evidence} = passport;
	const values = new Map(
		Object.entries(evidence).map(([key, json]): [string, FieldValue] => [key, fieldValue(key as FieldKey, json)]),
	);
	const fields = record.passport.fields.map(field => values.get(field.key) ?? field);
	return {...changed, passport: {...record.passport, status, lines, issues: issues.map(issueValue), fields}};
}

/** Whether a record is as it was on that side: the same reading, the same decisions, and the values they were about. */
export const standsAt = (record: PassportRecord, read: string, half: Half): boolean =>
	record.recognizedAt === read && reviewText(record.review) === reviewText(half.review) && hasValues(record, half);

function hasValues({passport: {fields, lines}}: PassportRecord, {passport}: Half): boolean {
	if (!passport) return true;
	const isSame = ({key, value}: FieldValue) => (passport.evidence[key]?.value ?? value) === value;
	return lines.join('\n') === passport.lines.join('\n') && fields.every(isSame);
}

const reviewText = ({state, at, edits, confirmed}: Half['review'] | Review): string =>
	JSON.stringify([state, at, Object.entries(edits).sort(([a], [b]) => (a < b ? -1 : 1)), confirmed]);
