import {checkInput} from '../../core/passport/edit.ts';
import type {FieldValue} from '../../core/passport/passport.ts';
import type {PassportRecord} from '../../core/records/record.ts';
import {doubts} from '../../core/review/doubts.ts';
import {cleanRecords, type ReviewEvent, type ReviewState, update} from '../../core/review/review.ts';
import {changedRecords, currentField, currentRecord, markOf, reviewCounts} from '../../core/review/selectors.ts';
import {type Language, messages} from '../../text/index.ts';
import {fileName} from '../format.ts';
import {fieldView, recordName, shownValue} from '../record-view.ts';
import {sayReason} from '../say-reason.ts';
import type {Talk} from './talk.ts';

export type Checking = {
	readonly talk: Talk;
	readonly language: Language;
	readonly keep: (record: PassportRecord) => Promise<void>;
	/** ISO 8601 with zone. */
	readonly at: () => string;
};

type Checked = {readonly review: ReviewState; readonly stopped: boolean};

/** Checking in questions: each doubtful field of each passport, then those that are proven. On the same state as the screen. */
export async function check(review: ReviewState, checking: Checking): Promise<Checked> {
	const {talk, language} = checking;
	const text = messages(language).plain;
	const waiting = reviewCounts(review).check;
	if (waiting > 0) talk.say(text.checking(waiting));
	const doubtful = await checkDoubtful(review, checking);
	return doubtful.stopped ? doubtful : await checkClean(doubtful.review, checking);
}

/** A decision: what it changed is on disk before the next question. */
async function decide(review: ReviewState, event: ReviewEvent, checking: Checking): Promise<ReviewState> {
	const next = update(review, event);
	for (const record of changedRecords(review, next)) await checking.keep(record);
	sayNews(next, checking);
	return next;
}

function sayNews({news, records}: ReviewState, {talk, language}: Checking): void {
	const text = messages(language).plain;
	const name = (path: string): string => {
		const record = records.find(each => each.path === path);
		return record ? recordName(record) : fileName(path);
	};
	switch (news?.kind) {
		case 'accepted':
		case 'rejected':
		case 'skipped':
			talk.say(text[news.kind](name(news.path)));
			break;
		case 'undone':
			talk.say(text.undone);
			break;
		case 'nothing':
			if (news.why === 'to-undo') talk.say(text.nothingToUndo);
	}
}

async function checkDoubtful(start: ReviewState, checking: Checking): Promise<Checked> {
	const {talk, language} = checking;
	const text = messages(language).plain;
	let review = update(start, {type: 'enter'});
	let told = '';
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
		if (record.path !== told) {
			talk.say(text.passport(++count, recordName(record), fileName(record.path)));
			told = record.path;
		}
		sayField(record, field, checking);
		const answer = await talk.ask(text.ask);
		if (answer === undefined) return {review, stopped: true};
		const event = eventOf(answer, record, field, checking);
		if (!event) continue;
		review = await decide(review, event, checking);
		// Taken, it is still to be confirmed; here the number was the answer.
		if (event.type === 'takeAlternative')
			review = await decide(review, {type: 'confirmField', at: checking.at()}, checking);
	}
	return {review, stopped: false};
}

/** The cursor on a doubt of the passport, when it has any. */
function onDoubt(review: ReviewState, record: PassportRecord): ReviewState {
	const wanting = doubts(record);
	if (wanting.length === 0 || wanting.includes(review.field)) return review;
	const order = record.passport.fields.map(({key}) => key);
	return update(review, {type: 'moveField', by: order.indexOf(wanting[0]!) - order.indexOf(review.field)});
}

function sayField(record: PassportRecord, field: FieldValue, {talk, language}: Checking): void {
	const text = messages(language);
	const view = fieldView(record, field);
	const reasons = [...(view.why ? [view.why] : []), ...view.notices].map(reason => sayReason(language, reason));
	talk.say(text.plain.field(text.app.fields[field.key], shownValue(field, language) || text.plain.nothing));
	if (reasons.length > 0) talk.say(text.plain.why([...new Set(reasons)].join(' ')));
	for (const [index, {value, source}] of field.alternatives.slice(0, 9).entries()) {
		talk.say(text.plain.other(index + 1, value, text.app.review.from[source]));
	}
}

/** What an answer means; undefined when it only asked for something to be said. */
function eventOf(
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

function editOf(
	answer: string,
	record: PassportRecord,
	{key}: FieldValue,
	{talk, language, at}: Pick<Checking, 'talk' | 'language' | 'at'>,
): ReviewEvent | undefined {
	const text = messages(language);
	const {text: value, problem} = checkInput(record.passport, key, answer);
	if (value.trim() === '' || problem) {
		talk.say(text.plain.cannot(problem ? sayReason(language, problem) : text.app.review.empty));
		return undefined;
	}
	talk.say(text.plain.changed(text.app.fields[key], value));
	return {type: 'editField', value, at: at()};
}

async function checkClean(start: ReviewState, checking: Checking): Promise<Checked> {
	const {talk, language, at} = checking;
	const text = messages(language).plain;
	let review = start;
	const clean = cleanRecords(review);
	if (clean.length === 0) return {review, stopped: false};
	const answer = await talk.ask(text.acceptClean(clean.length));
	if (answer === undefined) return {review, stopped: true};
	if (answer.toLowerCase() !== 'n') {
		return {review: await decide(review, {type: 'acceptAllClean', at: at()}, checking), stopped: false};
	}
	for (const {path} of clean) {
		review = update(review, {type: 'openPassport', path});
		const record = currentRecord(review);
		if (!record) continue;
		talk.say(`${fileName(path)}:`);
		for (const field of record.passport.fields) {
			if (field.value !== '') {
				talk.say(text.field(messages(language).app.fields[field.key], shownValue(field, language)));
			}
		}
		const said = await talk.ask(text.acceptOne);
		if (said === undefined) return {review, stopped: true};
		const event: ReviewEvent =
			said === '/x' ? {type: 'reject', at: at()} : said === '/s' ? {type: 'skip'} : {type: 'accept', at: at()};
		review = await decide(review, event, checking);
	}
	return {review, stopped: false};
}
