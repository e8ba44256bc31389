import type {FieldKey} from '../core/passport/model/fields.ts';
import type {FieldValue} from '../core/passport/model/passport.ts';
import type {PassportRecord} from '../core/records/record.ts';
import {rowsOf} from '../core/review/empty-rows.ts';
import {currentField, currentRecord} from '../core/review/selectors.ts';
import {detailsOf} from '../session/review/details.ts';
import {fieldView, recordName, sayOfField, shownValue} from '../session/review/record-view.ts';
import {typedValue} from '../session/review/typed-value.ts';
import {shownRecord} from '../session/review/validity-view.ts';
import {fieldNamesOf} from '../text/field-names.ts';
import {messages} from '../text/index.ts';
import {sayReason, saySource} from '../text/reason.ts';
import {answers} from './answers.ts';
import type {Line} from './line.ts';

export function sayField({talk, language, state}: Line, record: PassportRecord, field: FieldValue): void {
	const text = messages(language);
	const view = fieldView(shownRecord(state(), record), field);
	const reasons = [...(view.why ? [view.why] : []), ...view.notices].map(reason => sayOfField(view, language, reason));
	talk.say(
		text.plain.field(
			fieldNamesOf(text, record.passport.shape)[field.key],
			shownValue(field, language) || text.plain.nothing,
		),
	);
	if (reasons.length > 0) talk.say(text.plain.why([...new Set(reasons)].join(text.app.review.sentence)));
	sayOthers({talk, language}, field);
}

/** Everything that is known of the open picture, a line each. */
export function sayDetails({talk, state}: Line): void {
	for (const {text} of detailsOf(state())) talk.say(text);
}

/** The other readings of a value, each with the number that takes it. */
export function sayOthers({talk, language}: Pick<Line, 'talk' | 'language'>, {alternatives}: FieldValue): void {
	const {plain, app} = messages(language);
	for (const [index, {value, source}] of alternatives.slice(0, 9).entries()) {
		talk.say(plain.other(index + 1, value, saySource(app.review.from, source)));
	}
}

/** The other reading that a number takes. */
export const alternativeOf = (answer: string, field: FieldValue | undefined): string | undefined =>
	/^[1-9]$/.test(answer) ? field?.alternatives[Number(answer) - 1]?.value : undefined;

/** Moves the cursor of the open passport to a field. */
export function moveTo({state, act}: Line, key: FieldKey): void {
	const record = currentRecord(state().review);
	const order = record ? rowsOf(record) : [];
	const by = order.indexOf(key) - order.indexOf(state().review.field);
	for (let step = Math.abs(by); step > 0; step--) act(by > 0 ? 'field.down' : 'field.up');
}

/**
 * Types a value, or the other reading that a number means, into the field under the cursor. What can be two dates is asked
 * about, and so is a value that something contradicts; `/u` there undoes what was typed.
 *
 * @returns false when the person stopped
 */
export async function typeValue(line: Line, answer: string, save: 'edit.save' | 'edit.saveNext'): Promise<boolean> {
	const {talk, language, state, act, type} = line;
	const {plain, app, reasons} = messages(language);
	const record = currentRecord(state().review);
	const field = currentField(state().review);
	if (!record || !field) return true;
	const drop = (said: string): true => {
		act('edit.drop');
		talk.say(said);
		return true;
	};
	const undone = plain.undoneStep({step: 'editField', name: recordName(record), count: 1});
	act('field.edit');
	for (let typed = answer; ; ) {
		// Meant as a yes or a no, which would become the value.
		if (/^[yn]$/i.test(typed) && field.key !== 'sex') return drop(plain.notAnswer);
		const wanted = alternativeOf(typed, field) ?? typed;
		const {text, problem, readings} = typedValue(state(), record, wanted);
		if (text.trim() === '' || (problem && !readings))
			return drop(plain.cannot(problem ? sayReason(reasons, problem) : app.review.empty));
		type(wanted);
		act(save);
		const {question} = state();
		if (question?.kind === 'whichDate') {
			const which = await talk.ask(plain.whichDate(question.typed, question.readings), {commands: ['undo']});
			const reading = /^[1-9]$/.test(which ?? '') ? Number(which) : 0;
			if (which !== undefined && question.readings[reading - 1] !== undefined) act('question.take', reading);
			else {
				act('question.no');
				if (which === undefined) return false;
				return drop(which === answers.undo ? undone : plain.notAnswer);
			}
		}
		const {editing, notice} = state();
		if (!editing) return true;
		if (notice?.kind !== 'against') {
			act('edit.drop');
			return true;
		}
		const {value, why} = notice.params;
		const again = await talk.ask(
			plain.against(fieldNamesOf(messages(language), record.passport.shape)[field.key], value, sayReason(reasons, why)),
			{
				commands: ['undo'],
			},
		);
		if (again === undefined) return false;
		if (again === answers.undo) return drop(undone);
		if (again === '') {
			act(save);
			return true;
		}
		typed = again;
	}
}
