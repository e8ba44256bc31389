import {accept} from './accept.ts';
import type {CheckDigit} from './check-digits.ts';
import {clarityOf} from './clarity.ts';
import {blocking, type Judged, judged, reason} from './judged.ts';
import type {Slot} from './layouts.ts';
import {blindTwins} from './look-alikes.ts';
import type {Issue, Level, Reason} from './passport.ts';
import type {LineReading} from './reading.ts';

/** A document number as exported: fillers at its end fall away, those within stand for a space or a hyphen. */
export const numberValue = (raw: string): string => raw.replace(/<+$/, '').replaceAll('<', ' ');

/** The first position whose likeliest misreadings the check digit cannot see; -1 when there is none. */
function firstBlind(raw: string): number {
	for (let index = 0; index < raw.length; index++) if (blindTwins(raw[index]!)) return index;
	return -1;
}

/** ICAO 9303-4 §4.2.2.2, positions 1-10 of line 2. */
export function judgeNumber(
	line: LineReading | undefined,
	raw: string,
	slot: Slot,
	digit: CheckDigit | undefined,
): Judged {
	const key = 'passport_number';
	const value = numberValue(raw);
	const issues: Issue[] = [];
	const reasons: Reason[] = [];
	let level: Level;
	const clarity = clarityOf(line, slot[1], slot[2], accept.blindMargin);
	if (value === '') {
		return judged({
			key,
			value,
			raw,
			level: 'refuted',
			reasons: [reason('missing')],
			issues: [blocking('missing', key)],
		});
	}
	if (digit?.verdict !== 'verified') {
		const wrong = {printed: digit?.printed ?? '', expected: digit?.expected ?? ''};
		level = 'refuted';
		reasons.push(reason('check-digit-wrong', wrong));
		issues.push(blocking('check-digit-wrong', key, wrong));
	} else {
		reasons.push(reason('check-digit', {digit: digit.printed}));
		const blind = firstBlind(raw);
		level = clarity.changed > 0 ? 'supported' : 'verified';
		if (blind >= 0) {
			reasons.push(
				reason('blind-spot', {character: raw[blind]!, twin: blindTwins(raw[blind]!)[0]!, position: blind + 1}),
			);
			level = clarity.level === 'clear' ? 'supported' : 'unverified';
		}
		if (clarity.level === 'contradicted') level = 'unverified';
		if (clarity.reason && level === 'unverified') reasons.push(clarity.reason);
	}
	if (clarity.changed > 0) reasons.push(reason('repaired', {from: numberValue(clarity.seen)}));
	if (raw.replace(/<+$/, '').includes('<')) reasons.push(reason('inner-filler'));
	return judged({
		key,
		value,
		raw,
		level,
		reasons,
		issues,
		...(clarity.changed > 0 ? {repairedFrom: clarity.seen} : {}),
	});
}
