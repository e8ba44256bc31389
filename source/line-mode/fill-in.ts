import {textOf} from '../core/passport/judge/passport-status.ts';
import {isPrintedOnly} from '../core/passport/model/fields.ts';
import {withEmptyRows} from '../core/review/empty-rows.ts';
import {currentRecord} from '../core/review/selectors.ts';
import {fieldNamesOf} from '../text/field-names.ts';
import {messages} from '../text/index.ts';
import {moveTo, typeValue} from './answer.ts';
import type {Line} from './line.ts';

/**
 * Asks for each field that only the page prints and nothing was read of; an empty answer leaves it. The cursor is back
 * where it was afterwards.
 *
 * @returns false when the person stopped
 */
export async function fillIn(line: Line): Promise<boolean> {
	const {talk, language, state} = line;
	const {plain} = messages(language);
	const record = currentRecord(state().review);
	if (!record) return true;
	const from = state().review.field;
	const {shape, fields} = withEmptyRows(record).passport;
	const empty = fields.filter(({key, value}) => isPrintedOnly(key) && value === '');
	if (empty.length === 0) talk.say(plain.noneEmpty);
	for (const {key} of empty) {
		const isEmpty = () =>
			!state().review.records.some(({path, passport}) => path === record.path && textOf(passport.fields, key) !== '');
		while (isEmpty()) {
			moveTo(line, key);
			const answer = await talk.ask(plain.fillIn(fieldNamesOf(messages(language), shape)[key]));
			if (answer === '') break;
			if (answer === undefined || !(await typeValue(line, answer, 'edit.saveNext'))) return false;
		}
	}
	moveTo(line, from);
	return true;
}
