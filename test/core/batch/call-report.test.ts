import {expect, test} from 'vitest';
import {savedCalls} from '../../../source/core/batch/call-report.ts';
import type {EngineFailure, Outcome} from '../../../source/core/records/record.ts';
import {recordOf} from '../../support/records.ts';

const read = (engine: 'offline' | 'xiangyun', from: 'engine' | 'kept'): Outcome => ({
	kind: 'read',
	from,
	milliseconds: 1,
	record: recordOf('a.png', {engine}),
});

const failure = (engine: 'offline' | 'xiangyun'): EngineFailure => ({
	engine,
	engineVersion: '1',
	failedAt: '2026-11-22T06:00:00+00:00',
	code: 'NO_PASSPORT_FOUND',
	details: {},
});

const failed = (isKept: boolean, ...failures: readonly EngineFailure[]): Outcome => ({
	kind: 'failed',
	failure: {path: 'b.png', code: 'NO_PASSPORT_FOUND', details: {}},
	milliseconds: 1,
	failures,
	...(isKept ? {from: 'kept'} : {}),
});

test.each([
	['an answer that was paid for before', read('xiangyun', 'kept'), 1],
	['an answer of this run', read('xiangyun', 'engine'), 0],
	['what this computer read before', read('offline', 'kept'), 0],
	['a failure that was paid for before', failed(true, failure('offline'), failure('xiangyun')), 1],
	['a failure of this run', failed(false, failure('xiangyun')), 0],
	['a failure of this computer', failed(true, failure('offline')), 0],
	['a file that was never read', {...failed(true), failures: undefined} as unknown as Outcome, 0],
])('%s', (_, outcome, calls) => {
	expect(savedCalls([outcome])).toBe(calls);
});

test('calls that were saved are added up, and none are in an empty run', () => {
	expect(savedCalls([read('xiangyun', 'kept'), failed(true, failure('xiangyun')), read('offline', 'kept')])).toBe(2);
	expect(savedCalls([])).toBe(0);
});
