import {describe, expect, it} from 'vitest';
import {update} from '../../../source/core/review/review.ts';
import {changedRecords} from '../../../source/core/review/selectors.ts';
import {accept, at, clean, doubtful, edit, enter, given, reviewOf, run, surname, where} from './reviewing.ts';

describe('undo and redo', () => {
	it('go across passports, back to where it happened', () => {
		const state = reviewOf(doubtful('a', surname), doubtful('b', given), clean('c'));
		const done = run(state, enter, edit('EVA'), {type: 'skip'});
		const undone = run(done, {type: 'undo'}, {type: 'undo'});
		expect(where(undone)).toBe('b given_name_english');
		expect(undone.news).toEqual({kind: 'undone', decision: 'editField', paths: ['b']});
		const all = update(undone, {type: 'undo'});
		expect(where(all)).toBe('a surname_english');
		expect(all.records).toEqual(state.records);
		expect(update(all, {type: 'undo'}).news).toEqual({kind: 'nothing', why: 'to-undo'});
		const again = run(all, {type: 'redo'}, {type: 'redo'}, {type: 'redo'});
		expect(again.records).toEqual(done.records);
		expect(again.skipped).toEqual(done.skipped);
		expect(update(again, {type: 'redo'}).news).toEqual({kind: 'nothing', why: 'to-redo'});
	});

	it('name the acceptance where the last doubt of a passport was looked at', () => {
		const accepting = update(reviewOf(clean('a'), clean('b')), enter);
		expect(update(accepting, {type: 'undo'}).news).toEqual({kind: 'undone', decision: 'accept', paths: ['a']});
		const looking = update(reviewOf(doubtful('a', surname, given)), enter);
		expect(update(looking, {type: 'undo'}).news).toEqual({kind: 'undone', decision: 'confirmField', paths: ['a']});
	});

	it('say which records have to be kept again', () => {
		const state = reviewOf(doubtful('a', surname), clean('b'));
		const done = update(state, enter);
		expect(changedRecords(state, done).map(({record}) => record.review.state)).toEqual(['accepted']);
		expect(changedRecords(done, update(done, {type: 'undo'})).map(({record}) => record)).toEqual([state.records[0]]);
	});

	it('a new decision ends what could be redone', () => {
		const state = run(reviewOf(clean('a'), clean('b')), accept, {type: 'undo'}, {type: 'reject', at});
		expect(update(state, {type: 'redo'}).news).toEqual({kind: 'nothing', why: 'to-redo'});
	});
});
