import {describe, expect, it} from 'vitest';
import {combinePages} from '../../../../source/core/passport/judge/combine-pages.ts';
import type {Reading} from '../../../../source/core/passport/model/reading.ts';
import {misprinted, numbered, reading, today} from '../../../support/records.ts';

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

	it.each<[string, Reading, Reading, string]>([
		['both are proven', reading(), cloud(0), 'offline'],
		['the cloud is proven', reading(misprinted), cloud(0), 'xiangyun'],
		['this computer is proven', reading(), {...reading(misprinted), engine: 'xiangyun'}, 'offline'],
		[
			'the cloud has more fields proven',
			reading(misprinted, [[0, 8]]),
			{...reading(misprinted), engine: 'xiangyun'},
			'xiangyun',
		],
		[
			'the cloud has a date proven as well',
			reading(misprinted, [
				[1, 14],
				[1, 15],
			]),
			{...reading(misprinted), engine: 'xiangyun'},
			'xiangyun',
		],
		[
			'this computer has more fields proven',
			reading(misprinted),
			{...reading(misprinted, [[0, 8]]), engine: 'xiangyun'},
			'offline',
		],
	])('is led by the better proven reading: %s', (_, here, far, engine) => {
		expect(combinePages([here], [far], today)[0].engine).toBe(engine);
	});

	it('is weighed against a card as well, whose lines are others', () => {
		const card = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];
		const readings = combinePages([{...reading(card), shape: 'TD1'}, reading(numbered(1))], [cloud(1)], today);
		expect(others(readings)).toEqual([undefined, ['xiangyun']]);
	});

	it('says once that a passport was not read, and all that the other reading says', () => {
		const unread = {code: 'passport-unread', params: {count: 1}, blocks: true} as const;
		const blurred = {code: 'picture-blurred', blocks: false} as const;
		const far = {...reading(misprinted), engine: 'xiangyun' as const, issues: [unread, blurred], answer: {a: '1'}};
		const [first] = combinePages([{...reading(misprinted), issues: [unread]}], [far], today);
		expect(first.issues).toEqual([blurred, unread]);
		expect(first.answer).toEqual({a: '1'});
	});

	it('keeps saying that a passport was not read, whichever reading leads', () => {
		const unread = {code: 'passport-unread', params: {count: 1}, blocks: true} as const;
		const [first] = combinePages([{...reading(), issues: [unread]}], [cloud(0)], today);
		expect(first.engine).toBe('xiangyun');
		expect(first.issues).toEqual([unread]);
	});
});
