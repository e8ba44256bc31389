import {describe, expect, it} from 'vitest';
import type {Geometry} from '../../../source/core/records/geometry.ts';
import {jsonText} from '../../../source/core/records/json/json-text.ts';
import {toJson} from '../../../source/core/records/json/to-json.ts';
import {recordPacker} from '../../../source/core/records/packed-record.ts';
import type {PassportRecord} from '../../../source/core/records/record.ts';
import {recordOf} from '../../support/records.ts';

const geometry: Geometry = {page: {width: 1250, height: 880}, lines: [], printed: {}};

const records: readonly PassportRecord[] = [
	recordOf('a.jpg'),
	{...recordOf('b.jpg'), geometry, review: {state: 'accepted', edits: {}, confirmed: ['sex']}},
	{...recordOf('c.jpg'), engine: 'xiangyun', answer: {护照号码: 'L898902C3', 本国姓名: '安娜'}},
	{...recordOf('d.jpg'), pictureNow: 'gone', failures: []},
];

describe('a packed record', () => {
	it('is what it was, in any order and as often as it is asked for', () => {
		const pack = recordPacker();
		const packed = records.map(pack);
		for (const order of [
			[0, 1, 2, 3],
			[3, 1, 2, 0],
			[2, 2, 0, 2],
		]) {
			for (const at of order) {
				expect(packed[at]).toEqual(records[at]);
				expect(jsonText(toJson(packed[at]!))).toBe(jsonText(toJson(records[at]!)));
			}
		}
	});

	it('holds what is in it packed, and has no part that the record has not', () => {
		const pack = recordPacker();
		for (const record of records) {
			const packed = pack(record);
			expect(Object.keys(packed).sort()).toEqual(Object.keys(record).sort());
			expect(Object.getOwnPropertyDescriptor(packed, 'passport')).not.toHaveProperty('value');
		}
	});

	it('is the same when it is packed again, and a copy with another path or review is a record of its own', () => {
		const pack = recordPacker();
		const [first, second] = [pack(records[0]!), pack(records[1]!)];
		expect(pack(first)).toBe(first);
		const moved = pack({...first, path: 'e.jpg'});
		expect(moved).toEqual({...records[0], path: 'e.jpg'});
		expect(pack({...second, review: records[0]!.review}).passport).toEqual(records[1]!.passport);
		expect(first.path).toBe('a.jpg');
	});
});
