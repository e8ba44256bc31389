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

test('a card that has dates and a sex where ICAO 9303-6 has them is none', () => {
	const second = {text: '21355387<0FRA4504045M3208162<<<<<<<4'};
	expect(isOldFrenchCard('TD2', [{text: 'IDFRAFAVOMUXI<<KEG<<<<<<<<<<<<<<<<<<'}, second])).toBe(false);
});

test('given names that were decided as dates are seen as what they are', () => {
	const [one, two] = lines('IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<') as [{text: string}, {text: string}];
	const characters = [...two.text].map(seen => ({seen, margin: 5, alternatives: []}));
	const decided = {text: '0506932020438001111<<<<<<<6512068F6', characters};
	expect(isOldFrenchCard('TD2', [one, decided])).toBe(true);
});

test('nothing that was read is no old French identity card', () => {
	expect(isOldFrenchCard('TD2', [])).toBe(false);
});
