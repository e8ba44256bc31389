import type {FieldValue} from '../core/passport/model/passport.ts';
import type {PassportRecord} from '../core/records/record.ts';
import {doubtsIn} from '../core/review/among.ts';
import {conflictIn} from '../core/review/related-records.ts';
import {commonIn} from '../core/review/same-person.ts';
import {currentField, currentRecord, markOf, reviewCounts} from '../core/review/selectors.ts';
import {withConflicts} from '../core/review/with-conflicts.ts';
import type {ActId} from '../session/act-id.ts';
import {pictureName} from '../session/picture-name.ts';
import {fieldNames} from '../session/review/conflict-text.ts';
import {recordName} from '../session/review/record-view.ts';
import {messages} from '../text/index.ts';
import {alternativeOf, moveTo, sayDetails, sayField, typeValue} from './answer.ts';
import {answerName, answers} from './answers.ts';
import {checkClean} from './check-clean.ts';
import {fillIn} from './fill-in.ts';
import type {Line} from './line.ts';
import {list} from './list.ts';

/**
 * Checking in questions: each doubtful field of each passport, then those that are proven. False when the person stopped.
 */
export async function check(line: Line): Promise<boolean> {
	const {state, talk, language} = line;
	// What was put off in an earlier session is asked about again: there is no other way back to it.
	const before = state().review.skipped;
	const waiting = reviewCounts(state().review).check + before.size;
	if (waiting > 0) talk.say(messages(language).plain.checking(waiting, answerName));
	for (;;) {
		if (!(await checkDoubtful(line, before))) return false;
		const clean = await checkClean(line);
		if (clean !== 'takenBack') return clean === 'checked';
	}
}

const commands: Readonly<Record<string, ActId>> = {
	'': 'field.confirm',
	[answers.accept]: 'passport.accept',
	[answers.reject]: 'passport.reject',
	[answers.skip]: 'passport.skip',
	[answers.undo]: 'app.undo',
};

async function checkDoubtful(line: Line, before: ReadonlySet<string>): Promise<boolean> {
	const {talk, language, state, send, act} = line;
	const text = messages(language).plain;
	const putOff = new Set<string>();
	const wants = (record: PassportRecord): boolean => {
		const mark = markOf(state().review, record);
		return mark === 'check' || (mark === 'skipped' && before.has(record.path) && !putOff.has(record.path));
	};
	let told: {readonly path: string; readonly field?: FieldValue} = {path: ''};
	const numbers = new Map<string, number>();
	for (;;) {
		const here = currentRecord(state().review);
		const record = here && wants(here) ? here : nextOf(state().review, wants);
		if (!record) return true;
		if (record !== here) send({type: 'open', path: record.path});
		const wanting = doubtsIn(state().review.records, record);
		if (wanting.length > 0 && !wanting.includes(state().review.field)) moveTo(line, wanting[0]!);
		const field = currentField(state().review);
		if (!field) return true;
		if (record.path !== told.path) {
			const number = numbers.get(record.path) ?? numbers.size + 1;
			numbers.set(record.path, number);
			talk.say(text.passport(number, recordName(record), pictureName(state(), record.path)));
			sayConflict(line, record);
		}
		// What was said once is only asked again.
		const shown = withConflicts(state().review.records, record);
		if (record.path !== told.path || field !== told.field) sayField(line, shown, field);
		told = {path: record.path, field};
		const answer = await talk.ask(text.ask, {
			commands: ['letters', 'accept', 'reject', 'skip', 'fillIn', 'undo', 'details', 'numbers', 'list'],
			help: text.answers,
		});
		if (answer === undefined) return false;
		const id = commands[answer];
		if (answer === answers.skip) putOff.add(record.path);
		if (id) act(id);
		else if (answer === answers.list) {
			if (!(await list(line))) return false;
			told = {path: ''};
		} else if (answer === answers.details) sayDetails(line);
		else if (answer === answers.fillIn) {
			if (!(await fillIn(line))) return false;
		} else if (answer === answers.numbers) {
			act('batch.numbers');
			sayDetails(line);
		} else if (answer === answers.letters) talk.say([...field.value].join(' '));
		else if (alternativeOf(answer, field) !== undefined) act('field.take', Number(answer));
		else if (!(await typeValue(line, answer, 'edit.save'))) return false;
	}
}

/** The next passport after the open one, round in a circle. */
function nextOf(
	{records, current}: {readonly records: readonly PassportRecord[]; readonly current: number},
	wants: (record: PassportRecord) => boolean,
): PassportRecord | undefined {
	return [...records.slice(current + 1), ...records.slice(0, Math.max(0, current))].find(wants);
}

/** That another picture should show the same passport, and differs. */
function sayConflict({talk, language, state}: Line, record: PassportRecord): void {
	const conflict = conflictIn(state().review.records, record);
	if (!conflict) return;
	const {others, fields} = conflict;
	const names = fieldNames(fields, [record], language);
	talk.say(
		messages(language).list.conflict(commonIn(fields), pictureName(state(), others[0]!), others.length - 1, names),
	);
}
