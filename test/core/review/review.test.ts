import {describe, expect, it} from 'vitest';
import {cleanRecords, update} from '../../../source/core/review/review.ts';
import {currentField, currentRecord, reviewCounts} from '../../../source/core/review/selectors.ts';
import {misprinted, reading, recordOf} from '../../support/records.ts';
import {accept, at, clean, doubtful, edit, enter, given, reviewOf, run, statesOf, surname, where} from './reviewing.ts';

describe('keys a passport costs', () => {
	it('one, when it is clean', () => {
		for (const key of [enter, accept]) {
			expect(statesOf(update(reviewOf(clean('a')), key))).toEqual(['accepted']);
		}
	});

	it('one for each doubtful field that is right', () => {
		const state = reviewOf(doubtful('a', surname, given), doubtful('b', given));
		expect(where(state)).toBe('a surname_english');
		const one = update(state, enter);
		expect(where(one)).toBe('a given_name_english');
		const two = update(one, enter);
		expect(statesOf(two)).toEqual(['accepted', 'unreviewed']);
		expect(where(two)).toBe('b given_name_english');
		expect(two.records[0]?.review).toEqual({
			state: 'accepted',
			at,
			edits: {},
			confirmed: ['surname_english', 'given_name_english'],
		});
	});

	it('one, to take another reading', () => {
		const record = doubtful('a', surname);
		const passport = {
			...record.passport,
			fields: record.passport.fields.map(field =>
				field.key === 'surname_english'
					? {...field, alternatives: [{value: 'ERIKSEN', source: 'printed'} as const]}
					: field,
			),
		};
		const taken = update(reviewOf({...record, passport}, clean('b')), {type: 'takeAlternative', index: 0, at});
		expect(where(taken)).toBe('b passport_number');
		expect(taken.records[0]?.review).toMatchObject({
			state: 'edited',
			edits: {surname_english: {from: 'ERIKSSON', to: 'ERIKSEN'}},
			confirmed: [],
		});
	});

	it('one edit, when one letter is wrong', () => {
		const state = update(reviewOf(doubtful('a', surname), doubtful('b', surname)), edit('eriksen'));
		expect(state.records[0]?.review).toMatchObject({
			state: 'edited',
			edits: {surname_english: {from: 'ERIKSSON', to: 'ERIKSEN'}},
		});
		expect(where(state)).toBe('b surname_english');
	});
});

describe('a value that something printed speaks against', () => {
	const record = recordOf('a', {reading: reading(misprinted)});

	it.each([enter, accept])('takes the same decision twice, one after the other: $type', decision => {
		const state = run(reviewOf(record), decision);
		expect(statesOf(state)).toEqual(['unreviewed']);
		expect(state.news).toMatchObject({kind: 'refuted', fields: ['passport_number']});
		expect(statesOf(run(state, decision))).toEqual(['accepted']);
		expect(statesOf(run(state, {type: 'moveField', by: 1}, {type: 'moveField', by: -1}, decision))).toEqual([
			'unreviewed',
		]);
		expect(statesOf(run(state, decision === enter ? accept : enter))).toEqual(['unreviewed']);
	});

	it('is stayed at where another reading that was taken is contradicted as well', () => {
		const fields = record.passport.fields.map(field =>
			field.key === 'passport_number'
				? {...field, alternatives: [{value: 'L898902C4', source: 'printed'} as const]}
				: field,
		);
		const taken = run(reviewOf({...record, passport: {...record.passport, fields}}, clean('b')), {
			type: 'takeAlternative',
			index: 0,
			at,
		});
		expect(where(taken)).toBe('a passport_number');
		expect(currentField(taken)?.value).toBe('L898902C4');
	});
});

describe('editing', () => {
	it('does not accept over another doubt', () => {
		const state = update(reviewOf(doubtful('a', surname, given)), edit('ERIKSEN'));
		expect(where(state)).toBe('a given_name_english');
		expect(statesOf(state)).toEqual(['unreviewed']);
	});

	it('goes to the field below, or stays, when it is asked to', () => {
		const state = reviewOf(doubtful('a', surname));
		expect(where(update(state, edit('ERIKSEN', 'below')))).toBe('a given_name_english');
		expect(where(update(state, edit('ERIKSEN', 'stay')))).toBe('a surname_english');
		expect(statesOf(update(state, edit('ERIKSEN', 'below')))).toEqual(['unreviewed']);
	});

	it('remembers what was read, through any number of changes', () => {
		const state = run(reviewOf(doubtful('a', surname)), edit('ERIKSEN', 'stay'), edit('ERIKSON', 'stay'));
		expect(state.records[0]?.review.edits).toEqual({surname_english: {from: 'ERIKSSON', to: 'ERIKSON'}});
	});

	it('back to what was read is a confirmation', () => {
		const state = run(reviewOf(doubtful('a', surname)), edit('ERIKSEN', 'stay'), edit('ERIKSSON', 'stay'));
		expect(state.records[0]?.review).toMatchObject({edits: {}, confirmed: ['surname_english']});
	});

	it('without a change is no decision and no step', () => {
		const before = reviewOf(doubtful('a', surname), clean('b'));
		for (const go of ['next', 'below', 'stay'] as const) {
			const state = update(before, edit('ERIKSSON', go));
			expect(state.records).toEqual(before.records);
			expect(state.past).toEqual([]);
			expect(state.news).toEqual({kind: 'nothing', why: 'to-change'});
		}
	});

	it('an accepted passport makes it an edited one, and leaves a rejected one rejected', () => {
		const accepted = run(reviewOf(clean('a')), accept, edit('ERIKSEN', 'stay'));
		expect(statesOf(accepted)).toEqual(['edited']);
		const rejected = run(reviewOf(clean('a')), {type: 'reject', at}, edit('ERIKSEN', 'stay'));
		expect(statesOf(rejected)).toEqual(['rejected']);
	});
});

describe('deciding', () => {
	it('accepts over a doubt, and says over which', () => {
		const state = update(reviewOf(doubtful('a', surname)), accept);
		expect(statesOf(state)).toEqual(['accepted']);
		expect(state.news).toEqual({kind: 'accepted', path: 'a', doubts: ['surname_english']});
	});

	it('never accepts by enter while another field wants a look, wherever the cursor is', () => {
		const state = run(reviewOf(doubtful('a', surname)), {type: 'moveField', by: 5}, enter);
		expect(statesOf(state)).toEqual(['unreviewed']);
		expect(where(state)).toBe('a surname_english');
	});

	it('moves to what needs a look, then to the clean ones, then to what was put off', () => {
		const state = reviewOf(clean('a'), doubtful('b', surname), clean('c'), doubtful('d', surname));
		const entered = update(state, {type: 'enter'});
		expect(where(entered)).toBe('b surname_english');
		const skipped = update(entered, {type: 'skip'});
		expect(where(skipped)).toBe('d surname_english');
		const first = update(skipped, enter);
		expect(currentRecord(first)?.path).toBe('a');
		const second = run(first, enter, enter);
		expect(where(second)).toBe('b surname_english');
		const last = update(second, accept);
		expect(statesOf(last)).toEqual(['accepted', 'accepted', 'accepted', 'accepted']);
		expect(update(last, enter).news).toEqual({kind: 'nothing', why: 'left'});
	});

	it('keeps what is put off out of "accept all clean", which is one step', () => {
		const state = run(reviewOf(clean('a'), clean('b'), doubtful('c', surname)), {type: 'skip'});
		expect(cleanRecords(state).map(record => record.path)).toEqual(['b']);
		const all = update(state, {type: 'acceptAllClean', at});
		expect(statesOf(all)).toEqual(['unreviewed', 'accepted', 'unreviewed']);
		expect(all.news).toEqual({kind: 'acceptedAll', count: 1});
		expect(statesOf(update(all, {type: 'undo'}))).toEqual(['unreviewed', 'unreviewed', 'unreviewed']);
		expect(update(all, {type: 'acceptAllClean', at}).news).toEqual({kind: 'nothing', why: 'clean'});
	});

	it('accepts of the proven ones only those that the person was asked about', () => {
		const all = update(reviewOf(clean('a'), clean('b')), {type: 'acceptAllClean', at, only: new Set(['b', 'c'])});
		expect(statesOf(all)).toEqual(['unreviewed', 'accepted']);
		expect(all.news).toEqual({kind: 'acceptedAll', count: 1});
	});

	it('counts every passport once', () => {
		const state = run(
			reviewOf(doubtful('a', surname), clean('b'), doubtful('c', surname), doubtful('d', surname), clean('e')),
			accept,
			{type: 'reject', at},
			{type: 'skip'},
			edit('ERIKSEN'),
		);
		expect(reviewCounts(state)).toEqual({
			accepted: 1,
			edited: 1,
			rejected: 1,
			skipped: 1,
			check: 0,
			clean: 1,
			unread: 0,
			total: 5,
			left: 2,
		});
	});
});
