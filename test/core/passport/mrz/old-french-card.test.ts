import {expect, test} from 'vitest';
import {isOldFrenchCard} from '../../../../source/core/passport/mrz/old-french-card.ts';

const lines = (first: string) => [{text: first}, {text: '0506932020438CORINNE<<<<<<<6512068F6'}];

test.each([
	['TD2', 'IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<', true],
	// The name of another issuer may begin with these letters.
	['TD2', 'I<UTOFRABERTHIER<<<<<<<<<<<<<<<<<<<<', false],
	['TD2', '<IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<', false],
	// The cards of today are TD1 and follow ICAO.
	['TD1', 'IDFRAX4RTBPFW46<<<<<<<<<<<<<<<', false],
	['TD3', 'IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<', false],
] as const)('%s with %s is an old French identity card: %s', (shape, first, expected) => {
	expect(isOldFrenchCard(shape, lines(first))).toBe(expected);
});

test('nothing that was read is no old French identity card', () => {
	expect(isOldFrenchCard('TD2', [])).toBe(false);
});
