import type {PassportRecord} from '../core/records/record.ts';
import {isUnread} from '../core/records/unread-record.ts';
import {isOpen} from '../core/review/doubts.ts';
import {pictureName} from '../session/picture-name.ts';
import {messages} from '../text/index.ts';
import {answerName, answers} from './answers.ts';
import type {Line} from './line.ts';
import {oneOf} from './one-of.ts';

/** Offers to type what was not read, each picture by its two lines. False when the person stopped. */
export async function typeUnread(line: Line): Promise<boolean> {
	const {talk, language, state} = line;
	const {plain, commands} = messages(language);
	const unread = state().review.records.filter(record => isUnread(record) && isOpen(record));
	if (unread.length === 0) return true;
	const answer = await oneOf(talk, language, plain.typeOrNot(unread.length, answerName), [
		...commands.yes,
		'',
		answers.no,
	]);
	if (answer === undefined) return false;
	if (!commands.yes.includes(answer)) return true;
	for (const [index, record] of unread.entries()) if (!(await typeLines(line, record, index + 1))) return false;
	return true;
}

/** Both lines; an empty one leaves the picture. What a check digit contradicts is asked about once. */
async function typeLines(line: Line, record: PassportRecord, count: number): Promise<boolean> {
	const {talk, language, state, send, act, type} = line;
	const {plain, app, commands} = messages(language);
	talk.say(plain.unread(count, pictureName(state(), record.path), app.problems(record.failures?.at(-1)?.code ?? '')));
	send({type: 'open', path: record.path});
	act('mrz.type');
	for (;;) {
		const typing = state().typingMrz;
		if (!typing) return true;
		const typed = await talk.ask(plain.typeLine(typing.at === 0 ? 1 : 2));
		if (typed === undefined || typed === '') {
			act('mrz.drop');
			return typed !== undefined;
		}
		type(typed);
		act('mrz.next');
		if (!state().typingMrz?.asked) continue;
		const answer = await oneOf(talk, language, plain.keepOrNot(answerName), [...commands.yes, '', answers.no]);
		if (answer === undefined) return false;
		if (commands.yes.includes(answer)) act('mrz.next');
	}
}
