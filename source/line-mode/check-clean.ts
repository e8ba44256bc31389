import {validityLabel, validityWords} from '../core/export/columns.ts';
import {isUnfit} from '../core/passport/judge/validity.ts';
import {doubts} from '../core/review/doubts.ts';
import {cleanRecords, type ReviewEvent, type ReviewState, update} from '../core/review/review.ts';
import {currentField, currentRecord} from '../core/review/selectors.ts';
import {shownValue} from '../session/review/record-view.ts';
import {recordValidity, unfitText} from '../session/review/validity-view.ts';
import {fileName} from '../text/format.ts';
import {messages} from '../text/index.ts';
import {editOf, sayField, sayOthers} from './answer.ts';
import {type Checked, type Checking, decide} from './decide.ts';

/** `takenBack`: what is doubtful may be so again. */
type CleanChecked = Checked & {readonly takenBack?: true};

/** Those that are proven: all at once, or one by one with every value. */
export async function checkClean(review: ReviewState, checking: Checking): Promise<CleanChecked> {
	const {talk, language, at} = checking;
	const {plain: text, commands} = messages(language);
	const clean = cleanRecords(review);
	if (clean.length === 0) return {review, stopped: false};
	const unfit = unfitText(checking.day(), clean, language);
	if (unfit !== '') talk.say(text.unfit(unfit));
	for (;;) {
		const answer = (await talk.ask(text.acceptClean(clean.length), {commands: ['/u']}))?.toLowerCase();
		if (answer === undefined) return {review, stopped: true};
		if (answer === '' || commands.yes.includes(answer)) {
			return {review: await decide(review, {type: 'acceptAllClean', at: at()}, checking), stopped: false};
		}
		if (answer === 'n') return await oneByOne(review, checking);
		if (answer === '/u') {
			return {review: await decide(review, {type: 'undo'}, checking), stopped: false, takenBack: true};
		}
		talk.say(text.notAnswer);
	}
}

async function oneByOne(start: ReviewState, checking: Checking): Promise<CleanChecked> {
	let review = start;
	for (const {path} of cleanRecords(start)) {
		review = update(review, {type: 'openPassport', path});
		checking.talk.say(`${fileName(path)}:`);
		sayValues(review, checking);
		const one = await checkOne(review, checking);
		if (one.stopped || one.takenBack) return one;
		review = one.review;
	}
	return {review, stopped: false};
}

function sayValues(review: ReviewState, {talk, language, day}: Checking): void {
	const {plain, app} = messages(language);
	const record = currentRecord(review);
	const validity = record && recordValidity(day(), record);
	if (validity && isUnfit(validity)) {
		talk.say(plain.field(validityLabel[language], validityWords[validity][language]));
	}
	for (const field of record?.passport.fields ?? []) {
		if (field.value !== '') talk.say(plain.field(app.fields[field.key], shownValue(field, language)));
	}
}

async function checkOne(start: ReviewState, checking: Checking): Promise<CleanChecked> {
	const {talk, language, at} = checking;
	const text = messages(language).plain;
	const events: Readonly<Record<string, ReviewEvent>> = {
		'': {type: 'accept', at: at()},
		'/a': {type: 'accept', at: at()},
		'/x': {type: 'reject', at: at()},
		'/s': {type: 'skip'},
		'/u': {type: 'undo'},
	};
	let review = start;
	for (;;) {
		const answer = (await talk.ask(text.acceptOne, {commands: ['/a', '/e', '/x', '/s', '/u']}))?.toLowerCase();
		if (answer === undefined) return {review, stopped: true};
		const event = events[answer];
		if (event) {
			const next = await decide(review, event, checking);
			return event.type === 'undo' ? {review: next, stopped: false, takenBack: true} : {review: next, stopped: false};
		}
		if (answer !== '/e') {
			talk.say(text.notAnswer);
			continue;
		}
		const corrected = await correct(review, checking);
		if (corrected.stopped || corrected.takenBack) return corrected;
		review = corrected.review;
	}
}

/** Each value in turn; what is corrected waits for the word on the whole passport. */
async function correct(start: ReviewState, checking: Checking): Promise<CleanChecked> {
	const {talk, language} = checking;
	const {plain, app} = messages(language);
	const keys = currentRecord(start)?.passport.fields.map(({key}) => key) ?? [];
	let review = start;
	for (const key of keys) {
		review = update(review, {type: 'moveField', by: keys.indexOf(key) - keys.indexOf(review.field)});
		const [record, field] = [currentRecord(review), currentField(review)];
		if (!record || !field) break;
		talk.say(plain.field(app.fields[key], shownValue(field, language) || plain.nothing));
		sayOthers(field, checking);
		for (;;) {
			const answer = await talk.ask(plain.ask, {commands: ['/l', '/u'], help: plain.answers});
			if (answer === undefined) return {review, stopped: true};
			if (answer === '') break;
			if (answer === '/u')
				return {review: await decide(review, {type: 'undo'}, checking), stopped: false, takenBack: true};
			if (answer === '/l') {
				talk.say([...field.value].join(' '));
				continue;
			}
			const edit = await editOf(answer, record, field, checking);
			if (edit === 'stopped') return {review, stopped: true};
			if (!edit) continue;
			review = await decide(review, {...edit, go: 'stay'}, checking);
			const [after, now] = [currentRecord(review), currentField(review)];
			if (after && now && doubts(after).includes(key)) sayField(after, now, checking);
			break;
		}
	}
	return {review, stopped: false};
}
