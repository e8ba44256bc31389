import {describe, expect, it} from 'vitest';
import {update} from '../../../source/core/review/review.ts';
import {recordOf} from '../../support/records.ts';
import {accept, at, clean, doubtful, edit, given, reviewOf, run, statesOf, surname, where} from './reviewing.ts';

describe('records that come while a person checks', () => {
	it('never move the cursor', () => {
		const state = run(reviewOf(doubtful('a', surname, given)), {type: 'nextDoubt', by: 1});
		const more = run(
			state,
			{type: 'addRecord', record: doubtful('b', surname)},
			{type: 'addRecord', record: clean('c')},
		);
		expect(where(more)).toBe(where(state));
		expect(more.records).toHaveLength(3);
	});

	it('do not wipe the notice of what was just done', () => {
		const state = update(reviewOf(clean('a')), accept);
		expect(update(state, {type: 'addRecord', record: clean('b')}).news).toEqual(state.news);
	});

	it('replace the same picture in its place, and its old reading cannot come back', () => {
		const state = run(reviewOf(doubtful('a', surname), clean('b')), accept, {type: 'undo'});
		const again = update(state, {type: 'addRecord', record: clean('a')});
		expect(again.records[0]).toEqual(clean('a'));
		const redone = run(again, {type: 'redo'});
		expect(redone.records[0]).toEqual(clean('a'));
		expect(redone.news).toEqual({kind: 'nothing', why: 'to-redo'});
	});

	it('never take the place of what a person has done meanwhile', () => {
		for (const done of [accept, edit('ERIKSON', 'stay')]) {
			const state = run(reviewOf(doubtful('a', surname)), done);
			expect(update(state, {type: 'addRecord', record: clean('a')})).toEqual(state);
		}
	});

	it('take the place of what was decided of another picture under the same name', () => {
		const state = run(reviewOf(doubtful('a', surname), clean('b')), accept);
		const other = recordOf('a', {sha256: 'b'.repeat(64)});
		const replaced = update(state, {type: 'addRecord', record: other});
		expect(replaced.records[0]).toEqual(other);
		expect(replaced.past).toEqual([]);
	});

	it('keep what was decided in another session', () => {
		const decided = recordOf('a', {review: {state: 'rejected', at, edits: {}, confirmed: []}});
		const state = update(reviewOf(decided, doubtful('b', surname)), {type: 'enter'});
		expect(statesOf(state)).toEqual(['rejected', 'unreviewed']);
		expect(where(state)).toBe('b surname_english');
	});
});
