import {describe, expect, it} from 'vitest';
import {isSameValue, withCertainty} from '../../../../../source/core/engines/offline/visual/confirm.ts';
import type {Found} from '../../../../../source/core/engines/offline/visual/page.ts';
import {runsOf} from '../../../../../source/core/engines/offline/visual/runs.ts';
import {today} from '../../../../support/records.ts';
import {facts} from './invented-mrz.ts';
import {printedLine} from './printed-line.ts';

/** A value that contradicts the MRZ, read this clearly. */
const seen = (field: Found['field'], text: string, margin = 0.6): Found => ({
	field,
	text,
	run: runsOf(printedLine(text, 14, -9, {margin}))[0]!,
	by: 'likeness',
	labelled: false,
});

const other = (text: string, margin: number, isGeneral = false) => ({
	run: seen('surname', text, margin).run,
	isGeneral,
});

describe('a value in doubt that contradicts the MRZ', () => {
	it('is clear where the general reader reads the same, whatever each is in doubt of', () => {
		const surname = seen('surname', 'LINDQUIST');
		expect(withCertainty(surname, [other('LINDQUIST', 0.4, true)], facts)?.run.margin).toBe(4);
	});

	it('is as clear as the clearest look, and stays out where all are in doubt', () => {
		const surname = seen('surname', 'LINDQUIST');
		expect(withCertainty(surname, [other('LINDQUIST', 2.5)], facts)?.run.margin).toBe(2.5);
		expect(withCertainty(surname, [other('LINDQUIST', 0.8)], facts)).toBeUndefined();
		expect(withCertainty(surname, [], facts)).toBeUndefined();
	});

	it('is no word against a name of which its box has cut off an end', () => {
		for (const text of ['INDQVIST', 'LINDQVIS']) {
			expect(withCertainty(seen('surname', text), [other(text, 5, true)], facts)).toBeUndefined();
		}
		const spelled = {...facts, given: 'SOFIA MUELLER'};
		const given = seen('given_names', 'MÜLLER');
		expect(withCertainty(given, [{run: given.run, isGeneral: true}], spelled)).toBeUndefined();
	});

	it('is the same day whatever was misread beside it', () => {
		const [birth, again] = [seen('birth_date', '17 LIP/JUL 1944'), seen('birth_date', '17 LlP/JUL 1944')];
		expect(isSameValue(birth, again, today)).toBe(true);
		expect(isSameValue(birth, seen('birth_date', '17 LIP/JUL 1945'), today)).toBe(false);
		expect(isSameValue(seen('surname', 'Ekström'), seen('surname', 'EKSTROM'), today)).toBe(true);
		expect(isSameValue(seen('surname', 'EKSTROM'), seen('given_names', 'EKSTROM'), today)).toBe(false);
	});
});
