import {expect, it} from 'vitest';
import {fields} from '../../../source/core/passport/model/fields.ts';
import {bare, icao, judged} from './support.ts';

it('a passport has every field once, in the order of display', () => {
	const keys = fields.map(one => one.key);
	expect(judged(bare(icao)).fields.map(one => one.key)).toEqual(keys);
	expect(judged(bare([])).fields.map(one => one.key)).toEqual(keys);
});
