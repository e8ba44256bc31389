import {expect, it} from 'vitest';
import {fields, mrzFields} from '../../../source/core/passport/model/fields.ts';
import {bare, icao, judged} from './support.ts';

it('a passport has every field of the MRZ once, in the order of display', () => {
	expect(judged(bare(icao)).fields.map(one => one.key)).toEqual(mrzFields);
	expect(judged(bare([])).fields.map(one => one.key)).toEqual(mrzFields);
});

it('a field that only the page prints is there where something was read of it', () => {
	const ofPassport = fields.filter(({onlyIn}) => !onlyIn);
	const printed = ofPassport.map(({key}) => ({
		field: key,
		text: key === 'name' ? '张三' : '2024',
		zone: 'printed' as const,
	}));
	const keys = (of: readonly (typeof printed)[number][]) =>
		judged(bare(icao, {printed: of})).fields.map(one => one.key);
	expect(keys(printed)).toEqual(ofPassport.map(({key}) => key));
	expect(keys(printed.filter(({field}) => field === 'issue_place'))).toEqual([...mrzFields, 'issue_place']);
});
