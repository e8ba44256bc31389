import {fieldInfo} from '../passport/model/fields.ts';
import type {FieldValue, ReasonCode} from '../passport/model/passport.ts';
import {withPictureNow} from '../records/changed-picture.ts';
import type {PassportRecord} from '../records/record.ts';
import {doubts} from './doubts.ts';
import {markOf, type ReviewMark} from './selectors.ts';
import type {ReviewState} from './state.ts';

/** How many records there are of each mark; those that were not read are counted with the pictures that failed. `unproven`: those of the accepted and edited ones that are not proven. */
export type Tally = Readonly<Record<Exclude<ReviewMark, 'unread'> | 'unproven', number>>;

/** Counts records for what is said before and after they are written. */
export function tallyOf(records: readonly PassportRecord[], state: Pick<ReviewState, 'records' | 'skipped'>): Tally {
	const tally = {accepted: 0, edited: 0, rejected: 0, skipped: 0, check: 0, clean: 0, unproven: 0};
	for (const record of records) {
		const mark = markOf(state, record);
		if (mark !== 'unread') tally[mark]++;
		if (isAcceptedUnproven(record)) tally.unproven++;
	}
	return tally;
}

/** What speaks against a value, and still does after a person has confirmed or typed it. */
const contradictions: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
	'check-digit-wrong',
	'long-number',
	'unknown-code',
	'missing',
	'impossible-date',
	'misread-date',
	'sex-not-readable',
]);

const isContradicted = ({key, value, evidence}: FieldValue): boolean =>
	fieldInfo(key).decides &&
	(evidence.reasons.some(({code}) => contradictions.has(code)) || (fieldInfo(key).kind === 'name' && /\d/.test(value)));

/** A person accepted it over a doubt that was not looked at, or over a value that something printed speaks against. */
export function isAcceptedUnproven(known: PassportRecord): boolean {
	const record = withPictureNow(known);
	const {review, passport} = record;
	if (review.state !== 'accepted' && review.state !== 'edited') return false;
	const undecided: PassportRecord = {...record, review: {...review, state: 'unreviewed'}};
	return (
		doubts(undecided).length > 0 ||
		passport.fields.some(isContradicted) ||
		passport.issues.some(({code, blocks}) => (code === 'composite-wrong' && blocks) || code === 'dates-out-of-order')
	);
}
