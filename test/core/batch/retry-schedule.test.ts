import {describe, expect, it} from 'vitest';
import {createRetrySchedule} from '../../../source/core/batch/retry-schedule.ts';
import type {Outcome} from '../../../source/core/records/record.ts';
import {recordOf} from '../../support/records.ts';

const failed = (path: string, code = 'NETWORK'): Outcome => ({
	kind: 'failed',
	failure: {path, code, details: {path, host: 'example.com', reason: 'ECONNREFUSED'}},
	milliseconds: 0,
});
const read = (path: string): Outcome => ({
	kind: 'read',
	record: recordOf(path),
	from: 'engine',
	milliseconds: 1,
});

const open = () => {
	let seconds = 0;
	const later = createRetrySchedule(() => new Date(seconds * 1000));
	const at = (time: number) => {
		seconds = time;
	};
	return {later, at};
};

describe('pictures that did not reach the service', () => {
	it('are due after a while, which doubles as long as the service is gone, up to five minutes', () => {
		const {later, at} = open();
		let time = 0;
		for (const wait of [15, 30, 60, 120, 240, 300, 300]) {
			at(time);
			expect(later.note([failed('a.png'), failed('b.png', 'NO_PASSPORT_FOUND')])).toBe(1);
			at(time + wait - 1);
			expect(later.due()).toEqual([]);
			time += wait;
			at(time);
			expect(later.due()).toEqual(['a.png']);
		}
	});

	it('wait no longer when they are read, or fail for another cause', () => {
		const {later, at} = open();
		later.note([failed('a.png'), failed('b.png'), failed('c.png')]);
		at(20);
		expect(later.note([read('a.png'), failed('b.png', 'FILE_NOT_FOUND')])).toBe(1);
		expect(later.due()).toEqual(['c.png']);
	});

	it('are due soon again once the service has answered, which nothing that is read says', () => {
		const {later, at} = open();
		later.note([failed('a.png')]);
		later.note([failed('a.png')]);
		later.note([]);
		later.note([failed('a.png')]);
		at(59);
		expect(later.due()).toEqual([]);
		later.note([read('b.png')]);
		later.note([failed('a.png')]);
		at(59 + 14);
		expect(later.due()).toEqual([]);
		at(59 + 15);
		expect(later.due()).toEqual(['a.png']);
	});

	it('are none in the beginning', () => {
		expect(open().later.due()).toEqual([]);
	});
});
