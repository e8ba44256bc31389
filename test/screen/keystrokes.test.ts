import {describe, expect, it} from 'vitest';
import {judge} from '../../source/core/passport/judge/judge.ts';
import type {FieldKey} from '../../source/core/passport/model/fields.ts';
import type {Reading} from '../../source/core/passport/model/reading.ts';
import {checkDigit} from '../../source/core/passport/mrz/check-digits.ts';
import {update as review} from '../../source/core/review/review.ts';
import {reviewCounts} from '../../source/core/review/selectors.ts';
import type {ShownState} from '../../source/screen/shown-state.ts';
import {typingStart} from '../../source/session/review/typing-start.ts';
import {press, stateWith, withRecords} from '../support/app-state.ts';
import {mrz, numbered, reading, recordOf, today} from '../support/records.ts';

/** Checking, on the passport of a reading, with another one behind it. */
function checking(read: Reading): ShownState {
	const state = stateWith({screen: 'review'});
	const records = [recordOf('first.jpg', {reading: read}), recordOf('second.jpg')];
	let {review: before} = state;
	for (const record of records) before = review(before, {type: 'addRecord', record});
	return {...state, review: before};
}

/** The keys that were needed until the first passport was decided; every key must do something. */
function keysFor(read: Reading, ...keys: readonly string[]) {
	const {state} = press(checking(read), ...keys);
	const record = state.review.records[0]!;
	const value = (key: string) => record.passport.fields.find(field => field.key === key)?.value;
	return {count: keys.length, state: record.review.state, value, now: state.review.current};
}

describe('keys for one passport', () => {
	it('one, when it is clean: enter or a', () => {
		for (const key of ['enter', 'a']) {
			expect(keysFor(reading(), key)).toMatchObject({count: 1, state: 'accepted', now: 1});
		}
	});

	it('at most two, when a doubtful field is right', () => {
		const {count, state, value, now} = keysFor(reading(mrz, [[0, 8]]), 'enter');
		expect({count, state, now}).toEqual({count: 1, state: 'accepted', now: 1});
		expect(value('surname_english')).toBe('ERIKSSON');
	});

	it('one, when the other reading is right', () => {
		const read: Reading = {
			...reading(['P<UTOERIKSS0N<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<'.replace('0', 'Q'), mrz[1]]),
			printed: [{field: 'surname_english', text: 'ERIKSSON', zone: 'printed'}],
		};
		expect(judge(read, {today}).status).toBe('check');
		const {count, state, value, now} = keysFor(read, '1');
		expect({count, state, now}).toEqual({count: 1, state: 'edited', now: 1});
		expect(value('surname_english')).toBe('ERIKSSON');
	});

	it('four, when a letter in the middle is wrong: the cursor is behind the doubtful one', () => {
		const read = reading(['P<UTOERIKSSQN<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', mrz[1]], [[0, 11]]);
		const {count, state, value, now} = keysFor(read, 'e', 'backspace', 'o', 'enter');
		expect({count, state, now}).toEqual({count: 4, state: 'edited', now: 1});
		expect(value('surname_english')).toBe('ERIKSSON');
	});
});

describe('keys for a batch', () => {
	it('at most thirty, for thirty passports of which five are doubtful, from the first check to the file', () => {
		const weak = [
			[0, 8],
			[0, 3],
			[1, 11],
		] as const;
		const records = Array.from({length: 30}, (_, index) =>
			recordOf(`/p/${index}.jpg`, {
				sha256: `${index}`,
				reading: reading(numbered(index + 1), index < 5 ? weak : []),
			}),
		);
		let state = withRecords(...records);
		expect(reviewCounts(state.review)).toMatchObject({check: 5, clean: 25});
		let keys = 0;
		while (reviewCounts(state.review).check > 0 && keys < 100) {
			state = press(state, 'enter').state;
			keys++;
		}
		const written = (...rest: readonly string[]) => {
			const {effects} = press(state, ...rest);
			const request = effects.find(({type}) => type === 'export');
			return {keys: keys + rest.length, rows: request?.type === 'export' ? request.request.records.length : 0};
		};
		expect(written('A', 'y', 'E')).toEqual({keys: 13, rows: 30});
		expect(written('E', 'a')).toEqual({keys: 12, rows: 30});
	});

	it('one for nationality and issuing state, where both lines print one code and neither is clear', () => {
		const read = reading(mrz, [
			[0, 3],
			[1, 11],
		]);
		expect(keysFor(read, 'enter')).toMatchObject({state: 'accepted', now: 1});
	});
});

describe('another reading that a reason names', () => {
	it('can be taken by its number', () => {
		const number = 'G1234567<';
		const line = `${number}${checkDigit(number)}${mrz[1].slice(10, 43)}`;
		const lines = [mrz[0], line + checkDigit(line.slice(0, 10) + line.slice(13, 20) + line.slice(21, 43))];
		const record = recordOf('a.jpg', {reading: reading(lines, [[1, 0]])});
		const field = record.passport.fields.find(({key}) => key === 'passport_number')!;
		const why = field.evidence.reasons.find(({code}) => code === 'blind-spot')!;
		expect(field.alternatives.map(({value}) => value)).toContain(`${why.params?.twin}1234567`);
	});
});

describe('where the cursor is when a field is opened for editing', () => {
	const weakAt = (key: FieldKey, position: number) => {
		const record = recordOf('a.jpg');
		const fields = record.passport.fields.map(field =>
			field.key === key
				? {...field, evidence: {level: 'unverified', reasons: [{code: 'read-weakly', params: {position}}]} as const}
				: field,
		);
		const field = fields.find(one => one.key === key)!;
		const {value} = field;
		const start = typingStart({...record, passport: {...record.passport, fields}}, field);
		return `${value.slice(0, start)}|${value.slice(start)}`;
	};

	it.each([
		['surname_english', 8, 'ERI|KSSON'],
		['given_name_english', 17, 'AN|NA MARIA'],
		['passport_number', 2, 'L8|98902C3'],
		['birth_date', 18, '1974-08-1|2'],
		['birth_date', 14, '197|4-08-12'],
		['holder_country_code', 12, 'UT|O'],
	] as const)('is behind the doubtful character: %s, place %i', (key, position, text) => {
		expect(weakAt(key, position)).toBe(text);
	});

	it('is the end where no single character is in doubt', () => {
		const record = recordOf('a.jpg');
		for (const field of record.passport.fields) expect(typingStart(record, field)).toBe(field.value.length);
	});
});
