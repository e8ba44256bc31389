import {checkTyped, holdsName, type TypedLines, typedLength, typedLine} from '../core/passport/typed-mrz.ts';
import type {PassportRecord} from '../core/records/record.ts';
import {isUnread} from '../core/records/unread-record.ts';
import {isOpen} from '../core/review/doubts.ts';
import {type ReviewState, update} from '../core/review/review.ts';
import {fileName} from '../text/format.ts';
import {messages} from '../text/index.ts';
import {type Checked, type Checking, decide} from './decide.ts';
import {oneOf} from './one-of.ts';

/** Offers to type what was not read, each picture by its two lines. */
export async function typeUnread(start: ReviewState, checking: Checking): Promise<Checked> {
	const {talk, language, at} = checking;
	const {plain, commands} = messages(language);
	const unread = start.records.filter(record => isUnread(record) && isOpen(record));
	if (unread.length === 0) return {review: start, stopped: false};
	const answer = await oneOf(talk, language, plain.typeOrNot(unread.length), [...commands.yes, '', 'n']);
	if (answer === undefined) return {review: start, stopped: true};
	if (!commands.yes.includes(answer)) return {review: start, stopped: false};
	let review = start;
	for (const [index, record] of unread.entries()) {
		const lines = await askLines(record, index + 1, checking);
		if (lines === 'stopped') return {review, stopped: true};
		if (!lines) continue;
		review = await decide(
			update(review, {type: 'openPassport', path: record.path}),
			{type: 'typeLines', lines, at: at()},
			checking,
		);
	}
	return {review, stopped: false};
}

/** Both lines, whole; undefined where the person leaves the picture. What a check digit contradicts is asked about once. */
async function askLines(
	record: PassportRecord,
	count: number,
	{talk, language}: Checking,
): Promise<TypedLines | 'stopped' | undefined> {
	const {plain, app, commands} = messages(language);
	talk.say(plain.unread(count, fileName(record.path), app.problems(record.failures?.at(-1)?.code ?? '')));
	const first = await askLine(1, {talk, language});
	if (typeof first !== 'object') return first;
	for (;;) {
		const second = await askLine(2, {talk, language});
		if (typeof second !== 'object') return second;
		const lines: TypedLines = [first.line.padEnd(typedLength, '<'), second.line];
		const wrong = checkTyped(lines).digits.filter(({verdict}) => verdict === 'refuted');
		if (wrong.length === 0) return lines;
		talk.say(plain.wrongDigits(wrong.map(({name}) => app.review.digitNames[name])));
		const answer = await oneOf(talk, language, plain.keepOrNot, [...commands.yes, '', 'n']);
		if (answer === undefined) return 'stopped';
		if (commands.yes.includes(answer)) return lines;
	}
}

/** One line of the right length: line 2 whole, line 1 without the fillers at its end, if the person likes. */
async function askLine(
	number: 1 | 2,
	{talk, language}: Pick<Checking, 'talk' | 'language'>,
): Promise<{readonly line: string} | 'stopped' | undefined> {
	const {plain, app} = messages(language);
	for (;;) {
		const answer = await talk.ask(plain.typeLine(number));
		if (answer === undefined) return 'stopped';
		if (answer === '') return undefined;
		const line = typedLine(answer);
		if (number === 1 && line.length <= typedLength) {
			if (holdsName(line)) return {line};
			talk.say(plain.lineOne);
			continue;
		}
		if (number === 2 && line.length === typedLength) return {line};
		talk.say(app.notices.typedLength({line: number, length: line.length, of: typedLength}));
	}
}
