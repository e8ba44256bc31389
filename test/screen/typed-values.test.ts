import {describe, expect, it} from 'vitest';
import type {FieldKey} from '../../source/core/passport/model/fields.ts';
import type {ShownState} from '../../source/screen/shown-state.ts';
import {noticeText, questionText} from '../../source/screen/status.ts';
import {press, withRecords} from '../support/app-state.ts';
import {openDrawn} from '../support/drawn-session.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {person, reading, recordOf, withExpiry} from '../support/records.ts';

const anna = person('/p/anna.png');
const eva = person('/p/eva.png', {passport_number: 'X1234567', given_name_english: 'EVA'});

/** On a field of the first passport, with its value replaced by what is typed. */
function typedIn(key: FieldKey, text: string, changes: Partial<ShownState> = {}): ShownState {
	const state = {...withRecords(anna, eva), ...changes};
	const at = {...state, review: {...state.review, field: key}};
	return press(at, 'e', 'ctrl+e', 'ctrl+u', ...[...text].map(sign => (sign === ' ' ? 'space' : sign))).state;
}

const valueIn = (state: ShownState, key: FieldKey) =>
	state.review.records[0]!.passport.fields.find(field => field.key === key)!.value;

const said = (state: ShownState): string => (state.notice ? noticeText(state, state.notice) : '');

/** The date of expiry in the lines: with it the check digit agrees. */
const printed = '2032-04-15';

describe('a date that is typed', () => {
	it.each([
		'2032-04-15',
		'15/04/2032',
		'15.04.2032',
		'20320415',
		'320415',
		'15 APR 2032',
		'15 apr 32',
		'15 AVR/APR 2032',
	])('%s is saved as what it means', text => {
		const wrong = person('/p/anna.png', {expiry_date: '2032-04-16'});
		const state = withRecords(wrong, eva);
		const open = {...state, review: {...state.review, field: 'expiry_date' as const}};
		const keys = [...text].map(sign => (sign === ' ' ? 'space' : sign));
		const saved = press(open, 'e', 'ctrl+e', 'ctrl+u', ...keys, 'enter').state;
		expect(valueIn(saved, 'expiry_date')).toBe(printed);
		expect(saved.editing).toBeUndefined();
	});

	it('that can be two days is asked about, and a key takes one', () => {
		const asked = press(typedIn('expiry_date', '03/04/2033'), 'enter').state;
		expect(questionText(asked)).toBe('Which date is 03/04/2033?  1 2033-04-03   2 2033-03-04');
		expect(valueIn(asked, 'expiry_date')).toBe(printed);
		const second = press(asked, '2').state;
		expect(second).toMatchObject({question: undefined, editing: {edit: {text: '2033-03-04'}}});
		expect(valueIn(press(second, 'enter').state, 'expiry_date')).toBe('2033-03-04');
		expect(valueIn(press(asked, '1', 'enter').state, 'expiry_date')).toBe('2033-04-03');
	});

	it('that is asked about is typed again after esc, and no other key answers', () => {
		const asked = press(typedIn('expiry_date', '03/04/2033'), 'enter').state;
		expect(press(asked, 'esc').state).toMatchObject({
			question: undefined,
			editing: {key: 'expiry_date', edit: {text: '03/04/2033'}},
		});
		expect(press(asked, 'enter', '3', 'y').state.question).toMatchObject({kind: 'whichDate'});
	});

	it('is not asked about when the settings write the day first', () => {
		const {exporting} = withRecords();
		const state = typedIn('expiry_date', '03/04/2033', {exporting: {...exporting, dates: 'slash'}});
		expect(valueIn(press(state, 'enter', 'enter').state, 'expiry_date')).toBe('2033-04-03');
	});

	it.each([
		['31/02/2033', '31/02/2033 is not a day of the calendar.'],
		['2033-13-01', '2033-13-01 is not a day of the calendar.'],
		['31 FEB 2033', '31 FEB 2033 is not a day of the calendar.'],
		['soon', 'SOON is not understood as a date here. Type it like 2033-01-14, 14 JAN 2033 or 330114.'],
		['2033', '2033 is not understood as a date here. Type it like 2033-01-14, 14 JAN 2033 or 330114.'],
	])('%s cannot be saved: the sentence says why, and the cursor stays', (text, sentence) => {
		for (const key of ['enter', 'tab']) {
			const {state, effects} = press(typedIn('expiry_date', text), key, key, key);
			expect(said(state)).toBe(sentence);
			expect(state.editing).toMatchObject({key: 'expiry_date', edit: {text: text.toUpperCase()}});
			expect(valueIn(state, 'expiry_date')).toBe(printed);
			expect(effects).toEqual([]);
		}
	});

	it('that is a birth after today is said to be that', () => {
		const {state, effects} = press(typedIn('birth_date', '2050-01-01'), 'enter', 'enter');
		expect(said(state)).toBe('2050-01-01 is after today, so it cannot be a date of birth.');
		expect(effects).toEqual([]);
		expect(valueIn(state, 'birth_date')).toBe('1974-08-12');
	});

	it('may leave open the day of a birth', () => {
		const once = press(typedIn('birth_date', 'XX AUG 1974'), 'enter').state;
		expect(said(once)).toContain('Date of birth 1974-08: check digit wrong');
		expect(valueIn(press(once, 'enter').state, 'birth_date')).toBe('1974-08');
	});

	it('that is the value already, in another form, decides nothing', () => {
		const {state, effects} = press(typedIn('expiry_date', '15 APR 2032'), 'enter');
		expect(effects).toEqual([]);
		expect(state.editing).toBeUndefined();
	});
});

describe('a value against its check digit', () => {
	it.each<[FieldKey, string, string]>([
		['passport_number', 'L898902C8', 'L898902C8'],
		['birth_date', '13 AUG 1974', '1974-08-13'],
		['expiry_date', '16.04.2032', '2032-04-16'],
		['optional_data_mrz', 'ZE184226C', 'ZE184226C'],
	])('%s: the first press warns, the second saves, and the cursor stays on the field', (key, text, value) => {
		const before = typedIn(key, text);
		const first = press(before, 'enter');
		expect(first.effects).toEqual([]);
		expect(first.state.editing).toMatchObject({key, edit: {text: text.toUpperCase()}});
		expect(said(first.state)).toContain('check digit wrong. Save it once more to keep it as typed.');
		const second = press(first.state, 'enter');
		expect(valueIn(second.state, key)).toBe(value);
		expect(second.state).toMatchObject({editing: undefined, review: {current: 0, field: key}});
		expect(said(second.state)).toContain('is kept as typed, but: check digit wrong');
		expect(second.effects).toMatchObject([{type: 'keep'}]);
	});

	it('that is changed after the warning is warned of again', () => {
		const warned = press(typedIn('passport_number', 'L898902C8'), 'enter').state;
		const {state, effects} = press(warned, 'backspace', '9', 'enter');
		expect(effects).toEqual([]);
		expect(said(state)).toContain('Passport number L898902C9: check digit wrong');
		expect(press(warned, 'backspace', '8', 'enter').effects).toEqual([]);
	});

	it('that is corrected after the warning is saved at once', () => {
		const warned = press(typedIn('passport_number', 'L898902C8'), 'enter').state;
		expect(press(warned, 'backspace', '3', 'enter').state.editing).toBeUndefined();
	});

	it('is dropped with esc', () => {
		const {state} = press(typedIn('passport_number', 'L898902C8'), 'enter', 'esc');
		expect(state.editing).toBeUndefined();
		expect(valueIn(state, 'passport_number')).toBe('L898902C3');
	});

	it.each<[FieldKey, string, string]>([
		['passport_number', '', 'empty'],
		['holder_country_code', 'QQQ', 'QQQ'],
		['passport_number', '1071828901', 'more than 9 places'],
	])('%s %j cannot be right, and takes a second press too', (key, text) => {
		const first = press(typedIn(key, text), 'enter');
		expect(first.effects).toEqual([]);
		expect(first.state.editing?.key).toBe(key);
		if (text === '') expect(said(first.state)).toBe('Passport number is empty. Save it once more to leave it empty.');
		expect(valueIn(press(first.state, 'enter').state, key)).toBe(text);
	});

	it('that contradicts the other dates is warned of too, although its own digit agrees', () => {
		const born1974 = recordOf('/p/anna.png', {reading: reading(withExpiry('350406'))});
		const state = withRecords(born1974, eva);
		const open = {...state, review: {...state.review, field: 'expiry_date' as const}};
		const keys = [...'06 APR 1935'].map(sign => (sign === ' ' ? 'space' : sign));
		const first = press(open, 'e', 'ctrl+e', 'ctrl+u', ...keys, 'enter');
		expect(first.effects).toEqual([]);
		expect(said(first.state)).toContain('Date of expiry 1935-04-06: dates out of order. Save it once more');
		const second = press(first.state, 'enter').state;
		expect(valueIn(second, 'expiry_date')).toBe('1935-04-06');
		expect(second.review).toMatchObject({current: 0, field: 'expiry_date'});
		expect(said(second)).toContain('is kept as typed, but: dates out of order');
	});

	it.each([
		['06 APR/AVR 2035', "A name cannot hold 0: type letters, spaces, - and ' only."],
		['--', 'A name needs at least one letter.'],
	])('%s is never saved as a name: the sentence says why', (text, sentence) => {
		const {state, effects} = press(typedIn('surname_english', text), 'enter', 'enter');
		expect(said(state)).toBe(sentence);
		expect(state.editing).toMatchObject({edit: {text}});
		expect(effects).toEqual([]);
		expect(valueIn(state, 'surname_english')).toBe('ERIKSSON');
	});

	it('of a field without a check digit is saved at once', () => {
		expect(valueIn(press(typedIn('surname_english', 'ERIKSEN'), 'enter').state, 'surname_english')).toBe('ERIKSEN');
	});
});

describe('while a value is typed', () => {
	it('no word is cut beside it at 80 columns, whatever speaks against it', async () => {
		const names = 'P<UTOLI<<ANNA<MARIA<KATHARINA<ELISABETHA<M'.padEnd(44, '<');
		const engine = fakeEngine({answer: () => reading([names, withExpiry('350406')[1]])});
		const app = openDrawn({columns: 80, rows: 24, pictures: ['anna.png'], paths: ['.'], chosen: 'offline', engine});
		await app.toReview();
		await app.walk('e', 'ctrl+e', 'ctrl+u');
		app.type('L898902C8');
		await app.waitFor(/L898902C8 +✗ digit 6, not \d\s/);
		await app.walk('esc', 'j', 'j', 'j', 'j', 'j', 'j', 'e', 'ctrl+e', 'ctrl+u');
		app.type('06 APR 1935');
		await app.waitFor(/06 APR 1935 +✗ dates out of order/);
		app.expectFits();
	});

	it('the wide screen says the same in full', async () => {
		const engine = fakeEngine({answer: () => reading()});
		const app = openDrawn({columns: 120, rows: 40, pictures: ['anna.png'], paths: ['.'], chosen: 'offline', engine});
		await app.toReview();
		await app.walk('e', 'ctrl+e', 'ctrl+u');
		app.type('L898902C8');
		await app.waitFor(/✗ check digit 6, expected \d/);
	});
});

describe('while a date is typed', () => {
	it.each([
		[80, 24],
		[120, 40],
	])('the screen says how it is understood: %i x %i', async (columns, rows) => {
		const engine = fakeEngine({answer: () => reading()});
		const app = openDrawn({columns, rows, pictures: ['anna.png'], paths: ['.'], chosen: 'offline', engine});
		await app.toReview();
		await app.walk('j', 'j', 'j', 'j', 'j', 'j', 'e', 'ctrl+e', 'ctrl+u');
		app.type('15 apr 32');
		await app.waitFor(/15 APR 32 +✓ → 2032-04-15/);
		await app.walk('ctrl+u');
		app.type('16.04.2032');
		await app.waitFor(/16\.04\.2032 +✗ → 2032-04-16/);
		await app.walk('ctrl+u');
		app.type('03/04/2033');
		await app.waitFor(/! 2033-04-03 or 2033-03-04/);
		await app.walk('enter');
		await app.waitFor('Which date is 03/04/2033?');
		app.expectFits();
		await app.walk('esc', 'ctrl+u');
		app.type('31 FEB 2033');
		await app.waitFor('✗ no such day');
		await app.walk('enter');
		await app.waitFor('31 FEB 2033 is not a day of the calendar.');
	});
});
