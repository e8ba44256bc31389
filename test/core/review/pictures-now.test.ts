import {describe, expect, it} from 'vitest';
import {between} from '../../../source/core/journal/index.ts';
import type {PictureNow} from '../../../source/core/records/record.ts';
import {cleanRecords, type ReviewEvent, update} from '../../../source/core/review/review.ts';
import {changedRecords, comparedRecord, markOf, reviewCounts} from '../../../source/core/review/selectors.ts';
import {accept, at, clean, edit, enter, reviewOf, run, statesOf, where} from './reviewing.ts';

const look = (path: string, now: PictureNow | undefined, undecided = false): ReviewEvent => ({
	type: 'takePictures',
	found: [{path, sha256: path, now, undecided}],
});

const two = () => reviewOf(clean('a'), clean('b'));

describe('a picture that is not the one that was read', () => {
	it.each(['other', 'gone'] as const)('is to check, and not among what is accepted at once: %s', now => {
		const state = run(two(), look('a', now));
		expect(reviewCounts(state)).toMatchObject({check: 1, clean: 1});
		expect(cleanRecords(state).map(({path}) => path)).toEqual(['b']);
		expect(statesOf(run(state, {type: 'acceptAllClean', at}))).toEqual(['unreviewed', 'accepted']);
		expect(comparedRecord(state)?.passport.issues.at(-1)?.code).toBe(
			now === 'other' ? 'changed-picture' : 'picture-gone',
		);
	});

	it('is proven again when the picture is back, with every value as it was', () => {
		expect(run(two(), look('a', 'gone'), look('a', undefined)).records).toEqual(two().records);
	});

	it('says nothing of a picture that was read again meanwhile', () => {
		const state = two();
		const found = [{path: 'a', sha256: 'former', now: 'other', undecided: true}] as const;
		expect(update(state, {type: 'takePictures', found})).toBe(state);
	});

	it('takes a second key to be accepted when it is another one, and one when it is gone', () => {
		const once = run(two(), look('a', 'other'), accept);
		expect(once.news).toMatchObject({kind: 'refuted', fields: ['passport_number']});
		expect(statesOf(run(once, accept))).toEqual(['accepted', 'unreviewed']);
		expect(statesOf(run(two(), look('a', 'other'), enter, enter))).toEqual(['accepted', 'unreviewed']);
		expect(statesOf(run(two(), look('a', 'gone'), accept))).toEqual(['accepted', 'unreviewed']);
	});

	it('is nothing that a decision changes, that is undone, or that the journal notes', () => {
		const marked = run(two(), look('a', 'gone'));
		expect(between(two(), marked).filter(({type}) => type !== 'records')).toEqual([]);
		expect(run(marked, accept, {type: 'undo'}).records[0]?.pictureNow).toBe('gone');
		const back = run(marked, accept, look('a', undefined), {type: 'undo'});
		expect(back.records).toEqual(two().records);
		expect(run(back, {type: 'redo'}).records[0]).toMatchObject({review: {state: 'accepted'}});
		expect(run(back, {type: 'redo'}).records[0]?.pictureNow).toBeUndefined();
	});

	it('stays where another session decided meanwhile', () => {
		const state = two();
		const [before] = state.records;
		const record = {...before!, review: {...before!.review, state: 'rejected'} as const};
		const marked = run(state, look('a', 'other'), {type: 'takeKept', before: before!, record});
		expect(marked.records[0]).toMatchObject({pictureNow: 'other', review: {state: 'rejected'}});
	});
});

describe('a passport that was accepted while its picture was being looked at', () => {
	it('is open again where another picture is there, alone and among all', () => {
		const one = run(two(), accept, look('a', 'other', true));
		expect([statesOf(one), one.past]).toEqual([['unreviewed', 'unreviewed'], []]);
		const all = run(two(), {type: 'acceptAllClean', at}, look('b', 'other', true));
		expect(statesOf(all)).toEqual(['accepted', 'unreviewed']);
		expect(markOf(all, all.records[1]!)).toBe('check');
		expect(statesOf(run(all, {type: 'undo'}))).toEqual(['unreviewed', 'unreviewed']);
		expect(changedRecords(two(), all)).toHaveLength(2);
	});

	it('is open again without a picture only when no person looked', () => {
		expect(statesOf(run(two(), {type: 'acceptAllClean', at}, look('a', 'gone', true)))).toEqual([
			'unreviewed',
			'accepted',
		]);
		expect(statesOf(run(two(), accept, look('a', 'gone', true)))).toEqual(['accepted', 'unreviewed']);
	});

	it('stays accepted when it was so before the look, when the picture was known, and with what was typed', () => {
		expect(statesOf(run(two(), accept, look('a', 'other')))).toEqual(['accepted', 'unreviewed']);
		const known = run(two(), look('a', 'other'), accept, accept, look('a', undefined), look('a', 'other', true));
		expect(statesOf(known)).toEqual(['accepted', 'unreviewed']);
		const typed = run(two(), edit('L898902C3'), look('a', 'other', true));
		expect(typed.records[0]?.review.edits).toHaveProperty('passport_number');
		expect(where(typed)).toBeDefined();
	});
});
