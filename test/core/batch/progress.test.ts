import {describe, expect, it} from 'vitest';
import {median, timeLeft} from '../../../source/core/batch/eta.ts';
import type {BatchItem} from '../../../source/core/batch/item.ts';
import {batchCounts} from '../../../source/core/batch/progress.ts';
import {reading, recordOf} from '../../support/records.ts';

describe('the time that is left', () => {
	it('is the median of the last twenty for what remains, shared by those that work at the same time', () => {
		expect(timeLeft([1000, 2000, 3000], 10, 1)).toBe(20_000);
		expect(timeLeft([1000, 2000, 3000], 10, 4)).toBe(5000);
		expect(timeLeft([...Array<number>(30).fill(9000), ...Array<number>(20).fill(1000)], 5, 1)).toBe(5000);
	});

	it('is not frightened by one that hangs', () => {
		expect(timeLeft([1000, 1000, 60_000], 2, 1)).toBe(2000);
	});

	it('does not share what is too little to share', () => {
		expect(timeLeft([1000, 1000, 1000], 1, 8)).toBe(1000);
		expect(timeLeft([1000, 1000, 1000], 0, 8)).toBe(0);
	});

	it('is not shown before three were read', () => {
		expect(timeLeft([1000, 1000], 5, 1)).toBeUndefined();
	});

	it('needs a middle', () => {
		expect(median([])).toBeUndefined();
		expect(median([4, 1, 3, 2])).toBe(2.5);
	});
});

describe('counting a batch', () => {
	const read = (path: string, from: 'engine' | 'kept', weak = false): BatchItem => ({
		path,
		state: 'read',
		outcome: {
			kind: 'read',
			from,
			milliseconds: 1,
			record: recordOf(path, {reading: reading(undefined, weak ? [[0, 6]] : [])}),
		},
	});
	const items: BatchItem[] = [
		read('a', 'engine'),
		read('b', 'kept'),
		read('c', 'engine', true),
		{
			path: 'd',
			state: 'failed',
			outcome: {kind: 'failed', failure: {path: 'd', code: 'TIMEOUT', details: {}}, milliseconds: 1},
		},
		{
			path: 'blank',
			state: 'failed',
			outcome: {kind: 'failed', failure: {path: 'blank', code: 'BLANK_PAGE', details: {}}, milliseconds: 1},
		},
		{path: 'e', state: 'waiting'},
		{path: 'f', state: 'reading'},
		{path: 'g', state: 'leftOut'},
	];

	it('distinguishes proven ones from those to check, and counts an empty page as done and as no failure', () => {
		expect(batchCounts(items)).toEqual({
			total: 8,
			clean: 2,
			check: 1,
			failed: 1,
			waiting: 1,
			reading: 1,
			leftOut: 1,
			kept: 1,
			done: 5,
		});
	});
});
