// The time of a reading is the time for which pictures are read, wherever the person is meanwhile.
import {expect, it} from 'vitest';
import type {BatchItem} from '../../source/core/batch/batch.ts';
import {beginBatch} from '../../source/session/reading/start.ts';
import {readingStats} from '../../source/session/reading/stats.ts';
import type {AppState} from '../../source/session/state.ts';
import {stateWith, update} from '../support/app-state.ts';
import {numbered, reading, recordOf} from '../support/records.ts';

type Phase = 'running' | 'paused' | 'stopped' | 'done';
type States = readonly Extract<BatchItem['state'], 'waiting' | 'reading' | 'read'>[];

const begin = (state: AppState = stateWith()) => beginBatch(state, ['/p'], 'offline').state;

/** Some progress, `second` seconds after a batch was begun. */
const progress = (state: AppState, second: number, phase: Phase, states: States): AppState =>
	update(state, {
		type: 'batch',
		items: states.map((state, index): BatchItem => {
			const path = `/p/${index}.png`;
			if (state !== 'read') return {path, state};
			const record = recordOf(path, {sha256: path, reading: reading(numbered(index))});
			return {path, state, outcome: {kind: 'read', record, from: 'engine', milliseconds: 1}};
		}),
		fresh: [],
		phase,
		concurrency: 1,
		timeLeft: undefined,
		now: Date.UTC(2026, 10, 22) + second * 1000,
	}).state;

const elapsed = (state: AppState) => readingStats(state).elapsed;

/** Ten seconds of reading, which are all. */
const read = (state: AppState = begin()) => {
	const running = progress(state, 0, 'running', ['reading', 'waiting']);
	return progress(progress(running, 4, 'running', ['read', 'reading']), 10, 'done', ['read', 'read']);
};

it('is not known before it begins, and continues while the person is in Check', () => {
	expect(elapsed(begin())).toBeUndefined();
	const running = progress(begin(), 0, 'running', ['reading', 'waiting']);
	expect(elapsed(running)).toBe(0);
	const checking = {...progress(running, 4, 'running', ['read', 'reading']), screen: 'review'} as const;
	expect(elapsed(progress(checking, 7, 'running', ['read', 'reading']))).toBe(7);
});

it('ends when the last picture is done', () => {
	const done = read();
	expect(elapsed(done)).toBe(10);
	expect(elapsed(progress(done, 500, 'done', ['read', 'read']))).toBe(10);
});

it('begins again with a picture that is read again, that came, or with another batch', () => {
	const again = progress(read(), 300, 'running', ['reading', 'read']);
	expect(elapsed(again)).toBe(0);
	expect(elapsed(progress(again, 302, 'done', ['read', 'read']))).toBe(2);
	expect(elapsed(begin(read()))).toBeUndefined();
	expect(elapsed(progress(begin(read()), 600, 'running', ['reading']))).toBe(0);
});

it('leaves out the time until a question is answered about what this computer has read', () => {
	const asked = progress(progress(begin(), 0, 'running', ['reading']), 5, 'running', ['read']);
	const answered = progress(asked, 200, 'running', ['reading']);
	expect(elapsed(answered)).toBe(5);
	expect(elapsed(progress(answered, 203, 'done', ['read']))).toBe(8);
	expect(elapsed(progress(asked, 200, 'done', ['read']))).toBe(5);
});

it.each(['paused', 'stopped'] as const)('leaves out the time for which it is %s, once nothing is being read', phase => {
	const running = progress(begin(), 0, 'running', ['reading', 'waiting']);
	const ending = progress(running, 2, phase, ['reading', 'waiting']);
	const held = progress(ending, 6, phase, ['read', 'waiting']);
	expect(elapsed(held)).toBe(6);
	const resumed = progress(held, 100, 'running', ['read', 'reading']);
	expect(elapsed(progress(resumed, 103, 'done', ['read', 'read']))).toBe(9);
});
