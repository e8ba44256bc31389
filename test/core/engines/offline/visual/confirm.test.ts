import {describe, expect, it} from 'vitest';
import {
	isCutName,
	isSameValue,
	withCertainty,
} from '../../../../../source/core/engines/offline/visual/fields/confirm.ts';
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
		expect(withCertainty(surname, [other('LINDQUIST', 0.4, true)])?.run.margin).toBe(4);
	});

	it('is as clear as the clearest look, and stays out where all are in doubt', () => {
		const surname = seen('surname', 'LINDQUIST');
		expect(withCertainty(surname, [other('LINDQUIST', 2.5)])?.run.margin).toBe(2.5);
		expect(withCertainty(surname, [other('LINDQUIST', 0.8)])).toBeUndefined();
		expect(withCertainty(surname, [])).toBeUndefined();
	});

	it('may be a name of which its box has cut off an end, where ink beside it was not read', () => {
		for (const text of ['INDQVIST', 'LINDQVIS']) {
			expect(isCutName(seen('surname', text), facts, true)).toBe(true);
			expect(isCutName(seen('surname', text), facts, false)).toBe(false);
		}
		expect(isCutName(seen('surname', 'LINDQUIST'), facts, true)).toBe(false);
		expect(isCutName(seen('birth_date', 'LINDQVIS'), facts, true)).toBe(false);
	});

	it('may be a part of a name whose other words are in another box', () => {
		const spelled = {...facts, given: 'SOFIA MUELLER'};
		for (const text of ['MÜLLER', 'SOFIA']) expect(isCutName(seen('given_names', text), spelled, false)).toBe(true);
		expect(isCutName(seen('given_names', 'SOFIA MÜLLE'), spelled, false)).toBe(false);
	});

	it('is the same day whatever was misread beside it', () => {
		const [birth, again] = [seen('birth_date', '17 LIP/JUL 1944'), seen('birth_date', '17 LlP/JUL 1944')];
		expect(isSameValue(birth, again, today)).toBe(true);
		expect(isSameValue(birth, seen('birth_date', '17 LIP/JUL 1945'), today)).toBe(false);
		expect(isSameValue(seen('surname', 'Ekström'), seen('surname', 'EKSTROM'), today)).toBe(true);
		expect(isSameValue(seen('surname', 'EKSTROM'), seen('given_names', 'EKSTROM'), today)).toBe(false);
	});
});
