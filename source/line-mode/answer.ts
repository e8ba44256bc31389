import type {FieldValue} from '../core/passport/model/passport.ts';
import {checkInput} from '../core/passport/person/check-input.ts';
import {typedAgainst} from '../core/passport/person/typed-against.ts';
import type {PassportRecord} from '../core/records/record.ts';
import type {ReviewEvent} from '../core/review/review.ts';
import {fieldView, shownValue} from '../session/review/record-view.ts';
import {shownRecord} from '../session/review/validity-view.ts';
import {messages} from '../text/index.ts';
import {sayReason, saySource} from '../text/reason.ts';
import type {Checking} from './decide.ts';
import type {Command} from './talk.ts';

export function sayField(record: PassportRecord, field: FieldValue, {talk, language, day}: Checking): void {
	const text = messages(language);
	const view = fieldView(shownRecord(day(), record), field);
	const reasons = [...(view.why ? [view.why] : []), ...view.notices].map(reason =>
		sayReason(messages(language).reasons, reason),
	);
	talk.say(text.plain.field(text.app.fields[field.key], shownValue(field, language) || text.plain.nothing));
	if (reasons.length > 0) talk.say(text.plain.why([...new Set(reasons)].join(text.app.review.sentence)));
	sayOthers(field, {talk, language});
}

/** The other readings of a value, each with the number that takes it. */
export function sayOthers({alternatives}: FieldValue, {talk, language}: Pick<Checking, 'talk' | 'language'>): void {
	const {plain, app} = messages(language);
	for (const [index, {value, source}] of alternatives.slice(0, 9).entries()) {
		talk.say(plain.other(index + 1, value, saySource(app.review.from, source)));
	}
}

export const valueCommands: readonly Command[] = ['/l', '/a', '/x', '/s', '/u'];

/** What an answer means; undefined when it only asked for something to be said. */
export async function eventOf(
	answer: string,
	record: PassportRecord,
	field: FieldValue,
	checking: Checking,
): Promise<ReviewEvent | 'stopped' | undefined> {
	const {talk, at} = checking;
	const commands: Readonly<Record<string, ReviewEvent>> = {
		'': {type: 'confirmField', at: at()},
		'/a': {type: 'accept', at: at()},
		'/x': {type: 'reject', at: at()},
		'/s': {type: 'skip'},
		'/u': {type: 'undo'},
	};
	const command = commands[answer];
	if (command) return command;
	if (answer === '/l') {
		talk.say([...field.value].join(' '));
		return undefined;
	}
	if (alternativeOf(answer, field)) return {type: 'takeAlternative', index: Number(answer) - 1, at: at()};
	return await editOf(answer, record, field, checking);
}

/** The other reading that a number takes. */
const alternativeOf = (answer: string, {alternatives}: FieldValue): string | undefined =>
	/^[1-9]$/.test(answer) ? alternatives[Number(answer) - 1]?.value : undefined;

type EditEvent = Extract<ReviewEvent, {type: 'editField'}>;

/**
 * Returns what a typed value, or the number of another reading, means; undefined when it is not taken. What can be two
 * dates is asked about, and so is a value that something contradicts; `/u` there takes back what was typed.
 */
export async function editOf(
	answer: string,
	record: PassportRecord,
	field: FieldValue,
	checking: Pick<Checking, 'talk' | 'language' | 'at' | 'today'>,
): Promise<EditEvent | 'stopped' | undefined> {
	const {talk, language, at, today} = checking;
	const {key, value: now} = field;
	const {plain, app, reasons} = messages(language);
	// Meant as a yes or a no, which would become the value.
	if (/^[yn]$/i.test(answer) && key !== 'sex') {
		talk.say(plain.notAnswer);
		return undefined;
	}
	const typed = alternativeOf(answer, field) ?? answer;
	const {text, value, problem, readings} = checkInput(record.passport, key, typed, {today});
	if (text.trim() !== '' && readings) {
		const which = await talk.ask(plain.whichDate(text.trim(), readings), {commands: ['/u']});
		if (which === undefined) return 'stopped';
		const reading = /^[1-9]$/.test(which) ? readings[Number(which) - 1] : undefined;
		if (reading !== undefined) return await editOf(reading, record, field, checking);
		talk.say(which === '/u' ? plain.undone : plain.notAnswer);
		return undefined;
	}
	if (text.trim() === '' || problem) {
		talk.say(plain.cannot(problem ? sayReason(reasons, problem) : app.review.empty));
		return undefined;
	}
	if (value === now) {
		talk.say(plain.unchanged);
		return undefined;
	}
	const against = typedAgainst(record.passport, key, value, {today});
	if (against) {
		const why = sayReason(reasons, against);
		const again = await talk.ask(plain.against(app.fields[key], value, why), {commands: ['/u']});
		if (again === undefined) return 'stopped';
		if (again === '/u') {
			talk.say(plain.undone);
			return undefined;
		}
		if (again !== '') return await editOf(again, record, field, checking);
	}
	talk.say(plain.changed(app.fields[key], value));
	return {type: 'editField', value, at: at()};
}
