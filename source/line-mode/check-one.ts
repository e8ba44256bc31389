import {isUnfit} from '../core/passport/judge/validity.ts';
import {doubts, isOpen} from '../core/review/doubts.ts';
import {currentField, currentRecord, markOf} from '../core/review/selectors.ts';
import type {ActId} from '../session/act-id.ts';
import {shownValue} from '../session/review/record-view.ts';
import {recordValidity} from '../session/review/validity-view.ts';
import {withoutIdentityNumbers} from '../session/review/without-identity-numbers.ts';
import {fieldNamesOf} from '../text/field-names.ts';
import {messages} from '../text/index.ts';
import {moveTo, sayDetails, sayField, sayOthers, typeValue} from './answer.ts';
import {answerName, answers} from './answers.ts';
import {fillIn} from './fill-in.ts';
import type {Line} from './line.ts';

/** `takenBack`: what is doubtful may be so again. */
export type Checked = 'checked' | 'takenBack' | 'stopped';

export function takeBack({act}: Line): 'takenBack' {
	act('app.undo');
	return 'takenBack';
}

/** Every value of the open passport, and whether it is valid. */
export function sayValues({talk, language, state}: Line): void {
	const {plain} = messages(language);
	const record = currentRecord(state().review);
	const validity = record && recordValidity(state(), record);
	if (validity && isUnfit(validity)) {
		talk.say(plain.field(messages(language).exported.columns.validity, messages(language).exported.validity[validity]));
	}
	if (!record) return;
	const names = fieldNamesOf(messages(language), record.passport.shape);
	for (const field of withoutIdentityNumbers(state(), record).passport.fields) {
		if (field.value !== '') talk.say(plain.field(names[field.key], shownValue(field, language)));
	}
}

const decisions: Readonly<Record<string, ActId>> = {
	'': 'passport.accept',
	[answers.accept]: 'passport.accept',
	[answers.reject]: 'passport.reject',
	[answers.skip]: 'passport.skip',
};

/**
 * Asks what becomes of a passport, until that is said.
 *
 * @param empty What an empty answer does: one that is only looked at stays as it was decided.
 */
export async function checkOne(line: Line, path: string, empty: 'accept' | 'leave' = 'accept'): Promise<Checked> {
	const {talk, language, state, send, act} = line;
	const text = messages(language).plain;
	for (;;) {
		const answer = (
			await talk.ask(empty === 'accept' ? text.acceptOne(answerName) : text.lookedAt(answerName), {
				commands: ['accept', 'correct', 'reject', 'skip', 'fillIn', 'undo', 'details', 'numbers'],
			})
		)?.toLowerCase();
		if (answer === undefined) return 'stopped';
		if (answer === '' && empty === 'leave') return 'checked';
		if (answer === answers.undo) return takeBack(line);
		send({type: 'open', path});
		if (answer === answers.details) sayDetails(line);
		else if (answer === answers.fillIn) {
			if (!(await fillIn(line))) return 'stopped';
		} else if (answer === answers.numbers) {
			act('batch.numbers');
			sayValues(line);
		} else if (answer === answers.correct) {
			const corrected = await correct(line);
			if (corrected !== 'checked') return corrected;
		} else if (decisions[answer]) {
			act(decisions[answer]);
			const record = state().review.records.find(each => each.path === path);
			// Where something printed speaks against it, it is asked about once more.
			if (!record || !isOpen(record) || markOf(state().review, record) === 'skipped') return 'checked';
		} else talk.say(text.notAnswer);
	}
}

/** Each value in turn; what is corrected waits for the word on the whole passport. */
async function correct(line: Line): Promise<Checked> {
	const {talk, language, state} = line;
	const {plain} = messages(language);
	const passport = currentRecord(state().review)?.passport;
	if (!passport) return 'checked';
	const names = fieldNamesOf(messages(language), passport.shape);
	for (const {key} of passport.fields) {
		moveTo(line, key);
		const field = currentField(state().review);
		if (!field) break;
		talk.say(plain.field(names[key], shownValue(field, language) || plain.nothing));
		sayOthers(line, field);
		for (;;) {
			const answer = await talk.ask(plain.ask, {commands: ['letters', 'undo'], help: plain.answers});
			if (answer === undefined) return 'stopped';
			if (answer === '') break;
			if (answer === answers.undo) return takeBack(line);
			if (answer === answers.letters) {
				talk.say([...field.value].join(' '));
				continue;
			}
			if (!(await typeValue(line, answer, 'edit.saveNext'))) return 'stopped';
			const after = currentRecord(state().review);
			const now = after?.passport.fields.find(one => one.key === key);
			if (!after || !now || now.value === field.value) {
				moveTo(line, key);
				continue;
			}
			if (doubts(after).includes(key)) sayField(line, after, now);
			break;
		}
	}
	return 'checked';
}
