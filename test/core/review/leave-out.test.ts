import {expect, it} from 'vitest';
import {reviewCounts} from '../../../source/core/review/selectors.ts';
import {accept, clean, doubtful, given, reviewOf, run, surname, where} from './reviewing.ts';

const leaveOut = (...paths: readonly string[]) => ({type: 'leaveOut', paths: new Set(paths)}) as const;

it('a picture that is left out is counted no more, and the open passport stays open', () => {
	const state = run(reviewOf(clean('a'), doubtful('b', surname), doubtful('c', given)), {
		type: 'openPassport',
		path: 'c',
	});
	const left = run(state, leaveOut('a'));
	expect(where(left)).toBe(where(state));
	expect(reviewCounts(left)).toMatchObject({total: 2, check: 2, clean: 0});
});

it('the next passport is open where the open one is left out, or the last, or none', () => {
	const state = reviewOf(doubtful('a', surname), doubtful('b', given));
	expect(where(run(state, leaveOut('a')))).toBe('b given_name_english');
	expect(where(run(state, {type: 'openPassport', path: 'b'}, leaveOut('b')))).toBe('a surname_english');
	expect(run(state, leaveOut('a', 'b'))).toMatchObject({records: [], current: -1});
});

it('undo goes to where a decision was made, although a picture before it is left out since', () => {
	const state = reviewOf(clean('a'), clean('b'), clean('c'));
	const done = run(state, {type: 'openPassport', path: 'c'}, accept, {type: 'openPassport', path: 'b'});
	const undone = run(done, leaveOut('a'), {type: 'undo'});
	expect(where(undone)).toBe('c passport_number');
	expect(undone.records).toEqual(state.records.slice(1));
});

it('undo brings nothing of it back', () => {
	const done = run(reviewOf(clean('a'), clean('b')), accept, {type: 'skip'}, leaveOut('a', 'b'));
	expect(done.skipped.size).toBe(0);
	expect(run(done, {type: 'undo'}, {type: 'undo'})).toMatchObject({records: [], current: -1});
});

it('what is not in the review changes nothing', () => {
	const state = reviewOf(clean('a'));
	expect(run(state, leaveOut('b'))).toBe(state);
});
