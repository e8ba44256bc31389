import {accept} from './accept.ts';
import {clarityOf} from './clarity.ts';
import {bareCode, codeKind, exportCode} from './codes.ts';
import {blocking, type Judged, judged, levelOfReading, notice, offered, reason, repairedFrom} from './judged.ts';
import type {Slot} from './layouts.ts';
import type {MendedCode} from './mend-code.ts';
import type {Issue, Reason} from './passport.ts';
import type {LineReading} from './reading.ts';

export type CodeParts = {
	readonly key: 'issuing_country_code' | 'holder_country_code';
	readonly line: LineReading | undefined;
	/** The slot before a repair. */
	readonly before: string;
	readonly slot: Slot;
	readonly mended: MendedCode;
	/** The code of the other line. */
	readonly other: string;
	/** Every letter of the other line's code was read clearly. */
	readonly otherIsClear: boolean;
};

/**
 * Issuing state and nationality (ICAO 9303-3 §5). No check digit protects them; that both say the same state is what
 * the zone has to show. They may lawfully differ (`DEU` and `XXB`), so neither is ever filled from the other.
 */
export function judgeCode({key, line, before, slot, mended, other, otherIsClear}: CodeParts): Judged {
	const raw = mended.raw;
	const code = bareCode(raw);
	const kind = codeKind(code);
	const value = exportCode(code);
	const alternatives = offered(
		mended.offers.map(offer => exportCode(bareCode(offer))),
		value,
		undefined,
	);
	if (kind === undefined) {
		const why = code === '' ? reason('missing') : reason('unknown-code', {code: code.replaceAll('<', ' ')});
		return judged({
			key,
			value: code.replaceAll('<', ' '),
			raw,
			level: 'refuted',
			reasons: [why],
			alternatives,
			issues: [blocking(why.code, key, why.params)],
		});
	}
	const clarity = clarityOf(line, slot[1], slot[2], accept.codeMargin);
	const read = levelOfReading(clarity);
	const reasons: Reason[] = [...read.reasons, reason('known-code', {code: value})];
	const issues: Issue[] = [];
	let level = read.level;
	if (other === raw) {
		reasons.push(reason('issuer-agrees', {code: value}));
		// The same three letters, read clearly at another place: what is weak here is no more than that.
		const echoed = clarity.level === 'weak' && clarity.changed === 0 && otherIsClear;
		if (clarity.level === 'unknown' || echoed) level = 'supported';
	}
	if (mended.changed > 0) {
		reasons.unshift(reason('repaired', {from: before}));
		issues.push(notice('repaired', key, {from: before}));
		if (mended.changed > 1) level = 'unverified';
	}
	if (clarity.changed > 0) reasons.push(reason('repaired', {from: clarity.seen}));
	if (kind === 'withdrawn') issues.push(notice('withdrawn-code', key, {code}));
	if (kind === 'unofficial') issues.push(notice('unofficial-code', key, {code}));
	if (kind === 'specimen' && key === 'issuing_country_code') issues.push(notice('specimen', key, {code}));
	return judged({
		key,
		value,
		raw,
		level,
		reasons,
		issues,
		alternatives,
		...repairedFrom(before, raw, clarity),
	});
}
