import {describe, expect, it} from 'vitest';
import {discreet, discreetValue, linesWithoutOptional} from '../../../source/core/passport/discreet.ts';
import type {DocumentShape} from '../../../source/core/passport/model/document.ts';
import type {Reason} from '../../../source/core/passport/model/passport.ts';
import {languages, messages} from '../../../source/text/index.ts';
import {sayReason, sayShort} from '../../../source/text/reason.ts';

describe('a line of an MRZ without its optional data', () => {
	it.each<[DocumentShape, readonly string[], readonly string[]]>([
		[
			'TD1',
			['I<UTOD231458907ABC123<<<<<<<<<', '7408122F1204159UTO98765432109<', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'],
			['I<UTOD231458907******<<<<<<<<<', '7408122F1204159UTO***********<', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'],
		],
		[
			// The document number is longer than its place: what continues it is no optional data.
			'TD1',
			['I<UTOD23145890<AB112234566<XY7', '7408122F1204159UTO<<<<<<<<<<<4', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'],
			['I<UTOD23145890<AB112234566<***', '7408122F1204159UTO<<<<<<<<<<<4', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'],
		],
		[
			'TD2',
			['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159XY1234<6'],
			['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159******<6'],
		],
		[
			'MRV-B',
			['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'L8988901C4UTO4009078F9612109AB12<<<<'],
			['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'L8988901C4UTO4009078F9612109****<<<<'],
		],
		['TD3', ['P<UTO', 'L898902C36'], ['P<UTO', 'L898902C36']],
	])('%s', (shape, lines, shown) => {
		expect(linesWithoutOptional(shape, lines)).toEqual(shown);
	});

	it('shows nothing of a short national identity number either', () => {
		expect(discreetValue('optional_data_mrz', '1234')).toBe('****');
		expect(discreetValue('id_number', '850 101')).toBe('*** ***');
		expect(discreetValue('passport_number', 'L898902C3')).toBe('L8*****C3');
		expect(discreetValue('surname_english', 'ERIKSSON')).toBe('ERIKSSON');
	});
});

describe('a reason of a hidden value', () => {
	const reasons: readonly Reason[] = [
		{code: 'blind-spot', params: {character: 'Q', twin: 'W', position: 3}},
		{code: 'blind-spot', params: {character: 'Q', twin: '<', position: 3}},
		{code: 'blind-spot', params: {character: 'Q', twin: 'W'}},
		{code: 'wrong-character', params: {character: 'Q', position: 3}},
		{code: 'wrong-character', params: {character: 'Q'}},
		{code: 'not-look-alike', params: {seen: 'Q', taken: 'W', position: 3}},
		{code: 'not-look-alike', params: {seen: 'Q', taken: 'W'}},
		{code: 'homoglyph', params: {character: 'Q', as: 'W'}},
		{code: 'read-weakly', params: {character: 'Q', position: 3, perhaps: 'W'}},
		{code: 'read-weakly', params: {character: 'Q', perhaps: 'W'}},
		{code: 'repaired', params: {from: 'QWQWQ'}},
		{code: 'repair-offered', params: {value: 'QWQWQ'}},
		{code: 'two-zones-differ', params: {printed: 'QWQWQ', mrz: 'WQWQW'}},
	];

	it.each(reasons.flatMap(reason => languages.map(language => [language, reason] as const)))(
		'says where, and nothing of the value, %s: %j',
		(language, reason) => {
			const words = messages(language).reasons;
			const hidden = discreet(reason, 'optional_data_mrz');
			const said = `${sayShort(words, hidden)} ${sayReason(words, hidden)}`;
			expect(said).not.toMatch(/[QW?？]|(?<!\*)\*(?!\*)/);
			if (reason.params?.position !== undefined) expect(said).toContain('3');
			expect(discreet(reason, 'surname_english')).toEqual(reason);
		},
	);
});
