import {expect, test} from 'vitest';
import {beginsAsDocument, type MrzAttempt} from '../../../../source/core/engines/offline/read-mrz.ts';

const attempt = (shape: MrzAttempt['shape'], text: string): MrzAttempt => ({
	shape,
	lines: [{text}],
	quality: -0.3,
	coveredQuality: -0.3,
	right: 1,
	legible: true,
	plain: [],
	certain: false,
	sure: false,
	baselines: [],
	allowed: [],
});

test.each([
	['TD3', 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', true],
	['TD1', 'I<UTOD231458907<<<<<<<<<<<<<<<', true],
	['MRV-B', 'VCUTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', true],
	// What a mirror shows of a passport that is upside down, whose check digits were made to agree.
	['MRV-A', 'BSJOR<QZB<IQBJOJJOSYLQOOSSRQ<<<<<<<<<<<<<<<O', false],
	['TD3', 'D<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', false],
	['TD3', 'P<OTUERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', false],
] as const)('%s lines that begin %s begin as their document does: %s', (shape, text, expected) => {
	expect(beginsAsDocument(attempt(shape, text))).toBe(expected);
});

test('the code of a state may be left out of account where all else is read', () => {
	expect(beginsAsDocument(attempt('TD1', 'IDCMW<512849702<<<<<<<<<<<<<<<'), true)).toBe(true);
	expect(beginsAsDocument(attempt('TD1', 'BDCMW<512849702<<<<<<<<<<<<<<<'), true)).toBe(false);
});
