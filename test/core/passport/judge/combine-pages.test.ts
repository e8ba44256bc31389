import {describe, expect, it} from 'vitest';
import {combinePages} from '../../../../source/core/passport/judge/combine-pages.ts';
import type {Reading} from '../../../../source/core/passport/model/reading.ts';
import {numbered, reading, today} from '../../../support/records.ts';

const cloud = (index: number, count?: number): Reading => ({
	...reading(numbered(index)),
	engine: 'xiangyun',
	...(count === undefined ? {} : {issues: [{code: 'several-passports', params: {count}, blocks: true}]}),
});
const others = (readings: readonly Reading[]) => readings.map(({also}) => also?.map(({engine}) => engine));

describe('a sheet that the cloud reads one passport of', () => {
	it('has the answer weighed against the passport that it is of', () => {
		const readings = combinePages([reading(numbered(1)), reading(numbered(2))], [cloud(2)], today);
		expect(others(readings)).toEqual([undefined, ['xiangyun']]);
	});

	it('is not called unread where this computer has read as many', () => {
		const readings = combinePages([reading(numbered(1)), reading(numbered(2))], [cloud(1, 2)], today);
		expect(readings.flatMap(({issues = []}) => issues)).toEqual([]);
	});

	it('is called unread where the cloud saw more', () => {
		const [first] = combinePages([reading(numbered(1)), reading(numbered(2))], [cloud(1, 3)], today);
		expect(first.issues).toEqual([{code: 'several-passports', params: {count: 3}, blocks: true}]);
	});

	it('keeps saying that a passport was not read, whichever reading leads', () => {
		const unread = {code: 'passport-unread', params: {count: 1}, blocks: true} as const;
		const [first] = combinePages([{...reading(), issues: [unread]}], [cloud(0)], today);
		expect(first.engine).toBe('xiangyun');
		expect(first.issues).toEqual([unread]);
	});
});
