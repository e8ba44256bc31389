import {masked} from '../core/masked.ts';
import {doubtsIn} from '../core/review/among.ts';
import {relatedTo} from '../core/review/related-records.ts';
import {withConflicts} from '../core/review/with-conflicts.ts';
import type {ListRow} from '../session/batch-list/every-row.ts';
import {noteOf} from '../session/batch-list/note.ts';
import {listedRows} from '../session/batch-list/rows.ts';
import {wordsOf} from '../session/batch-list/words.ts';
import {pictureName} from '../session/picture-name.ts';
import {messages} from '../text/index.ts';
import {sayField} from './answer.ts';
import {answerName, answers} from './answers.ts';
import {checkOne, sayValues} from './check-one.ts';
import type {Line} from './line.ts';

/** Rows that are said at a time: more are found by a part of what they hold. */
const most = 20;

/** The list of the batch: finds a passport by name, number or file, and opens it. False when the person stopped. */
export async function list(line: Line): Promise<boolean> {
	const {talk, language, state, act} = line;
	const {plain, list: text} = messages(language);
	let wanted = '';
	for (;;) {
		const rows = rowsWith(line, wanted);
		for (const [index, row] of rows.slice(0, most).entries()) talk.say(rowLine(line, index + 1, row));
		if (rows.length > most) talk.say(plain.andMore(rows.length - most));
		if (rows.length === 0) talk.say(text.none);
		const {sort} = state().list;
		const answer = await talk.ask(plain.listAsk(text.sort[sort], answerName), {commands: ['order', 'numbers']});
		if (answer === undefined) return false;
		if (answer === '') return true;
		const row = /^\d{1,2}$/.test(answer) ? rows.slice(0, most)[Number(answer) - 1] : undefined;
		if (answer === answers.order) act('batch.sort');
		else if (answer === answers.numbers) act('batch.numbers');
		else if (!row) wanted = answer;
		else if (!(await open(line, row))) return false;
	}
}

/** All rows in the order that was chosen, or those that hold a text. */
function rowsWith({state}: Line, wanted: string): readonly ListRow[] {
	const now = state();
	return listedRows({...now, list: {...now.list, show: 'all', filter: {...now.list.filter, text: wanted}}});
}

function rowLine({language, state}: Line, number: number, row: ListRow): string {
	const {plain, list: text} = messages(language);
	const words = row.record && wordsOf(row.record);
	const {numbers} = state().list;
	const note = noteOf(state(), row, '');
	const kin = row.record && relatedTo(state().review.records, row.record);
	const is = text.states[row.state];
	const parts = [
		words?.name,
		words && (numbers ? words.number : masked(words.number)),
		words?.expiry,
		// 'to check: Surname' says both.
		note.startsWith(is) ? '' : is,
		note,
		kin && plain.listKin[kin.kind](pictureName(state(), kin.others[0]!)),
	];
	return plain.listRow(
		number,
		pictureName(state(), row.path),
		parts.filter((part): part is string => part !== undefined && part !== ''),
	);
}

/** Says all of a passport and asks what becomes of it; of a picture without one there is nothing to ask. */
async function open(line: Line, {path, record}: ListRow): Promise<boolean> {
	const {state, talk, language} = line;
	if (!record || record.passport.fields.length === 0) {
		talk.say(messages(language).plain.nothing);
		return true;
	}
	line.send({type: 'open', path});
	sayValues(line);
	const {records} = state().review;
	const shown = withConflicts(records, record);
	for (const key of doubtsIn(records, record)) {
		const field = shown.passport.fields.find(one => one.key === key);
		if (field) sayField(line, shown, field);
	}
	return (await checkOne(line, path, 'leave')) !== 'stopped';
}
