import {checkInput} from '../../core/passport/edit.ts';
import type {FieldValue} from '../../core/passport/passport.ts';
import type {PassportRecord} from '../../core/records/record.ts';
import type {ReviewEvent} from '../../core/review/review.ts';
import {messages} from '../../text/index.ts';
import {sayReason} from '../../text/reason.ts';
import {fieldView, shownValue} from '../record-view.ts';
import type {Checking} from './decide.ts';

export function sayField(record: PassportRecord, field: FieldValue, {talk, language}: Checking): void {
	const text = messages(language);
	const view = fieldView(record, field);
	const reasons = [...(view.why ? [view.why] : []), ...view.notices].map(reason =>
		sayReason(messages(language).reasons, reason),
	);
	talk.say(text.plain.field(text.app.fields[field.key], shownValue(field, language) || text.plain.nothing));
	if (reasons.length > 0) talk.say(text.plain.why([...new Set(reasons)].join(text.app.review.sentence)));
	for (const [index, {value, source}] of field.alternatives.slice(0, 9).entries()) {
		talk.say(text.plain.other(index + 1, value, text.app.review.from[source]));
	}
}

/** What an answer means; undefined when it only asked for something to be said. */
export function eventOf(
	answer: string,
	record: PassportRecord,
	field: FieldValue,
	{talk, language, at}: Checking,
): ReviewEvent | undefined {
	const text = messages(language);
	const commands: Readonly<Record<string, ReviewEvent>> = {
		'': {type: 'confirmField', at: at()},
		'/a': {type: 'accept', at: at()},
		'/x': {type: 'reject', at: at()},
		'/s': {type: 'skip'},
		'/u': {type: 'undo'},
	};
	const command = commands[answer.toLowerCase()];
	if (command) return command;
	if (answer === '/?') for (const line of text.plain.answers) talk.say(line);
	else if (answer === '/l') talk.say([...field.value].join(' '));
	else if (answer.startsWith('/')) talk.say(text.plain.unknown);
	else if (/^[1-9]$/.test(answer) && field.alternatives[Number(answer) - 1]) {
		return {type: 'takeAlternative', index: Number(answer) - 1, at: at()};
	} else return editOf(answer, record, field, {talk, language, at});
	return undefined;
}

export function editOf(
	answer: string,
	record: PassportRecord,
	{key, value: now}: FieldValue,
	{talk, language, at}: Pick<Checking, 'talk' | 'language' | 'at'>,
): Extract<ReviewEvent, {type: 'editField'}> | undefined {
	const text = messages(language);
	// Meant as a yes or a no, which would become the value.
	if (/^[yn]$/i.test(answer) && key !== 'sex') {
		talk.say(text.plain.notAnswer);
		return undefined;
	}
	const {text: value, problem} = checkInput(record.passport, key, answer);
	if (value.trim() === '' || problem) {
		talk.say(text.plain.cannot(problem ? sayReason(messages(language).reasons, problem) : text.app.review.empty));
		return undefined;
	}
	if (value.trim() === now) {
		talk.say(text.plain.unchanged);
		return undefined;
	}
	talk.say(text.plain.changed(text.app.fields[key], value));
	return {type: 'editField', value, at: at()};
}
