import {expect, it} from 'vitest';
import {readingStats} from '../../source/session/reading/stats.ts';
import {reviewCounts} from '../../source/session/review/view-model.ts';
import {press, stateWith, withRecords} from '../support/app-state.ts';
import {misprinted, numbered, person, reading, recordOf} from '../support/records.ts';

const busy = (startedAt: number) => ({path: `/p/${startedAt}.png`, state: 'reading', startedAt}) as const;

const after = (milliseconds: number, cloud: boolean, starts: readonly number[] = [0]) =>
	readingStats(
		stateWith({
			engine: cloud ? 'xiangyun' : 'offline',
			reading: {items: starts.map(busy), phase: 'running', timeLeft: 4000, now: milliseconds},
		}),
	);

it('promises no time while the cloud owes every answer for long, and says that it is waited for', () => {
	expect(after(5000, true)).toMatchObject({isWaiting: false, left: 4});
	expect(after(30_000, true)).toMatchObject({isWaiting: true, left: undefined});
	expect(after(30_000, true, [0, 29_000])).toMatchObject({isWaiting: false, left: 4});
});

it('waits for no service where this computer reads', () => {
	expect(after(30_000, false)).toMatchObject({isWaiting: false, left: 4});
});

it('counts pictures that contradict each other as to check, as the check does, until one is rejected', () => {
	const records = [
		person('/p/a.png'),
		person('/p/b.png', {sex: 'M'}),
		recordOf('/p/c.png', {sha256: 'c', reading: reading(numbered(3))}),
	];
	const state = withRecords(...records);
	const items = records.map(record => ({
		path: record.path,
		state: 'read' as const,
		outcome: {kind: 'read', record, from: 'engine', milliseconds: 1} as const,
	}));
	const both = {...state, reading: {...state.reading, items}};
	expect(reviewCounts(both.review)).toMatchObject({clean: 1, check: 2});
	expect(readingStats(both)).toMatchObject({clean: 1, check: 2});
	const one = press(both, 'x').state;
	expect(reviewCounts(one.review)).toMatchObject({clean: 2, rejected: 1, check: 0});
	expect(readingStats(one)).toMatchObject({clean: 2, rejected: 1, check: 0});
});

it('counts what a person decided about without proof neither as to check nor as proven', () => {
	const records = [
		recordOf('/p/a.png', {sha256: 'a', reading: reading(misprinted)}),
		recordOf('/p/b.png', {sha256: 'b', reading: reading(numbered(3))}),
	];
	const state = withRecords(...records);
	const items = records.map(record => ({
		path: record.path,
		state: 'read' as const,
		outcome: {kind: 'read', record, from: 'engine', milliseconds: 1} as const,
	}));
	const both = {...state, reading: {...state.reading, items}};
	expect(readingStats(both)).toMatchObject({clean: 1, check: 1, rejected: 0});
	expect(readingStats(press(both, 'x').state)).toMatchObject({clean: 1, check: 0, rejected: 1});
});

it('counts an empty page as done and as no failure', () => {
	const failed = (path: string, code: 'TIMEOUT' | 'BLANK_PAGE') => ({
		path,
		state: 'failed' as const,
		outcome: {kind: 'failed', failure: {path, code, details: {}}, milliseconds: 1} as const,
	});
	const record = recordOf('/p/a.png', {reading: reading(numbered(3))});
	const items = [
		{path: '/p/a.png', state: 'read', outcome: {kind: 'read', record, from: 'engine', milliseconds: 1}} as const,
		failed('/p/d.png', 'TIMEOUT'),
		failed('/p/blank.png', 'BLANK_PAGE'),
		{path: '/p/e.png', state: 'waiting'} as const,
		busy(0),
		{path: '/p/g.png', state: 'leftOut'} as const,
	];
	const state = withRecords(record);
	expect(readingStats({...state, reading: {...state.reading, items}})).toMatchObject({
		total: 5,
		done: 3,
		clean: 1,
		failed: 1,
	});
});
