import type {Reason} from '../model/passport.ts';
import type {CheckDigit} from '../mrz/check-digits.ts';
import {bareCode} from '../tables/codes.ts';
import {issuerOf} from '../tables/issuers.ts';
import {blocking, type Finding, finding, reason} from './finding.ts';
import {numberValue} from './number.ts';

/**
 * Personal number or other optional data (ICAO 9303-4 §4.2.2.2, positions 29-43): what it holds is the issuer's affair,
 * usually a national identity number. Its digit may be `0` or a filler when the field is empty.
 */
export function judgeOptional(raw: string, digit: CheckDigit | undefined, issuer: string): Finding {
	const key = 'optional_data_mrz';
	const value = numberValue(raw);
	const reasons: Reason[] = [];
	if (value !== '' && issuerOf(bareCode(issuer))?.optional === 'identity-number') {
		reasons.push(reason('personal-number', {issuer: bareCode(issuer)}));
	}
	switch (digit?.verdict) {
		case 'verified':
			return finding({
				key,
				value,
				raw,
				level: 'verified',
				reasons: [reason('check-digit', {digit: digit.printed}), ...reasons],
			});
		case 'refuted': {
			const wrong = {printed: digit.printed, expected: digit.expected};
			return finding({
				key,
				value,
				raw,
				level: 'refuted',
				reasons: [reason('check-digit-wrong', wrong), ...reasons],
				issues: [blocking('check-digit-wrong', key, wrong)],
			});
		}
		default:
			return finding({key, value, raw, level: 'unverified', reasons: [reason('check-digit-not-printed'), ...reasons]});
	}
}
