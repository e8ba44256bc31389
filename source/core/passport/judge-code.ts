import {accept} from './accept.ts';
import {clarityOf} from './clarity.ts';
import {bareCode, codeKind, exportCode} from './codes.ts';
import {blocking, type Judged, judged, levelOfReading, notice, reason} from './judged.ts';
import type {Slot} from './layouts.ts';
import type {Issue, Reason} from './passport.ts';
import type {LineReading} from './reading.ts';

type CodeField = 'issuing_country_code' | 'holder_country_code';

/**
 * Issuing state and nationality (ICAO 9303-3 §5). No check digit protects them; that both say the same state is what
 * the zone has to show. They may lawfully differ (`DEU` and `XXB`), so neither is ever filled from the other.
 */
export function judgeCode(
	key: CodeField,
	line: LineReading | undefined,
	raw: string,
	slot: Slot,
	other: string | undefined,
): Judged {
	const code = bareCode(raw);
	const kind = codeKind(code);
	const value = exportCode(code);
	if (kind === undefined) {
		const missing = code === '';
		const why = missing ? reason('missing') : reason('unknown-code', {code});
		const issue = missing ? blocking('missing', key) : blocking('unknown-code', key, {code});
		return judged({key, value, raw, level: 'refuted', reasons: [why], issues: [issue]});
	}
	const clarity = clarityOf(line, slot[1], slot[2], accept.codeMargin);
	const read = levelOfReading(clarity);
	const reasons: Reason[] = [...read.reasons, reason('known-code', {code: value})];
	const issues: Issue[] = [];
	let level = read.level;
	if (other === raw) {
		reasons.push(reason('issuer-agrees', {code: value}));
		if (clarity.level === 'unknown') level = 'supported';
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
		...(clarity.changed > 0 ? {repairedFrom: clarity.seen} : {}),
	});
}
