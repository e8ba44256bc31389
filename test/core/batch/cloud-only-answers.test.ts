import {describe, expect, it} from 'vitest';
import {cloudOnlyAnswers} from '../../../source/core/batch/cloud-only-answers.ts';
import type {Outcome, PassportRecord} from '../../../source/core/records/record.ts';
import {recordOf} from '../../support/records.ts';

const answer = {passport_number: 'L898902C3'};

const read = (rest: Partial<PassportRecord> = {}, path = 'a.png'): Outcome => ({
	kind: 'read',
	from: 'kept',
	milliseconds: 1,
	record: recordOf(path, {engine: 'xiangyun', answer, ...rest}),
});

const wanted = (outcome: Outcome) => cloudOnlyAnswers([outcome], 'xiangyun');

describe('an answer that was paid for', () => {
	it('is compared with what this computer reads, on its page', () => {
		const sha256 = 'a'.repeat(64);
		expect(wanted(read())).toEqual([{sha256, page: 1, answer, passports: 1}]);
		expect(wanted(read({}, 'scan.tif#3'))).toEqual([{sha256, page: 3, answer, passports: 1}]);
	});

	it('is one of several where the page has several', () => {
		const {passport} = recordOf('a.png');
		const issues = [
			{code: 'repaired', params: {count: 7}, blocks: false},
			{code: 'several-passports', params: {count: 3}, blocks: false},
		] as const;
		expect(wanted(read({passport: {...passport, issues}}))).toMatchObject([{passports: 3}]);
		// An earlier version did not say how many.
		const uncounted = [{code: 'several-passports', blocks: false}] as const;
		expect(wanted(read({passport: {...passport, issues: uncounted}}))).toMatchObject([{passports: 1}]);
	});

	it.each([
		['it was compared already', read({engineVersion: '1+2'})],
		['a person has accepted it', read({review: {state: 'accepted', edits: {}, confirmed: []}})],
		['a person has confirmed a value', read({review: {state: 'unreviewed', edits: {}, confirmed: ['sex']}})],
		[
			'a person has typed a value',
			read({review: {state: 'unreviewed', edits: {sex: {from: 'M', to: 'F'}}, confirmed: []}}),
		],
		['its words were not kept', read({answer: undefined} as unknown as Partial<PassportRecord>)],
		['it is of another engine', read({engine: 'offline'})],
		[
			'nothing was read',
			{kind: 'failed', failure: {path: 'a.png', code: 'NO_PASSPORT_FOUND', details: {}}, milliseconds: 1},
		],
	] satisfies readonly (readonly [string, Outcome])[])('is left as it is where %s', (_, outcome) => {
		expect(wanted(outcome)).toEqual([]);
	});
});
