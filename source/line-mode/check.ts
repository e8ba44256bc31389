import type {FieldValue} from '../core/passport/model/passport.ts';
import type {PassportRecord} from '../core/records/record.ts';
import {doubtsIn} from '../core/review/among.ts';
import {conflictIn} from '../core/review/related-records.ts';
import {type ReviewState, update} from '../core/review/review.ts';
import {commonIn} from '../core/review/same-person.ts';
import {currentField, currentRecord, markOf, reviewCounts} from '../core/review/selectors.ts';
import {withConflicts} from '../core/review/with-conflicts.ts';
import {fieldNames} from '../session/review/conflict-text.ts';
import {recordName} from '../session/review/record-view.ts';
import {fileName} from '../text/format.ts';
import {messages} from '../text/index.ts';
import {eventOf, sayField, valueCommands} from './answer.ts';
import {checkClean} from './check-clean.ts';
import {type Checked, type Checking, decide} from './decide.ts';

/** Checking in questions: each doubtful field of each passport, then those that are proven. On the same state as the screen. */
export async function check(review: ReviewState, checking: Checking): Promise<Checked> {
	const {talk, language} = checking;
	const text = messages(language).plain;
	const waiting = reviewCounts(review).check;
	if (waiting > 0) talk.say(text.checking(waiting));
	let now = review;
	for (;;) {
		const doubtful = await checkDoubtful(now, checking);
		if (doubtful.stopped) return doubtful;
		const clean = await checkClean(doubtful.review, checking);
		if (!clean.takenBack) return clean;
		now = clean.review;
	}
}

async function checkDoubtful(start: ReviewState, checking: Checking): Promise<Checked> {
	const {talk, language} = checking;
	const text = messages(language).plain;
	let review = update(start, {type: 'enter'});
	let told: {readonly path: string; readonly field?: FieldValue} = {path: ''};
	let count = 0;
	while (reviewCounts(review).check > 0) {
		const record = currentRecord(review);
		if (!record || markOf(review, record) !== 'check') {
			review = update(review, {type: 'movePassport', by: 1, onlyDoubtful: true});
			continue;
		}
		review = onDoubt(review, record);
		const field = currentField(review);
		if (!field) break;
		if (record.path !== told.path) {
			talk.say(text.passport(++count, recordName(record), fileName(record.path)));
			sayConflict(review, record, checking);
		}
		// What was said once is only asked again.
		const shown = withConflicts(review.records, record);
		if (record.path !== told.path || field !== told.field) sayField(shown, field, checking);
		told = {path: record.path, field};
		const answer = await talk.ask(text.ask, {commands: valueCommands, help: text.answers});
		if (answer === undefined) return {review, stopped: true};
		const event = await eventOf(answer, record, field, checking);
		if (event === 'stopped') return {review, stopped: true};
		if (!event) continue;
		review = await decide(review, event, checking);
	}
	return {review, stopped: false};
}

/** That another picture should show the same passport, and differs. */
function sayConflict({records}: ReviewState, record: PassportRecord, {talk, language}: Checking): void {
	const conflict = conflictIn(records, record);
	if (!conflict) return;
	const {others, fields} = conflict;
	const names = fieldNames(fields, language);
	talk.say(messages(language).list.conflict(commonIn(fields), fileName(others[0]!), others.length - 1, names));
}

/** The cursor on a doubt of the passport, when it has any. */
function onDoubt(review: ReviewState, record: PassportRecord): ReviewState {
	const wanting = doubtsIn(review.records, record);
	if (wanting.length === 0 || wanting.includes(review.field)) return review;
	const order = record.passport.fields.map(({key}) => key);
	return update(review, {type: 'moveField', by: order.indexOf(wanting[0]!) - order.indexOf(review.field)});
}
