import {accept} from './accept.ts';
import type {CheckDigit} from './check-digits.ts';
import {clarityOf} from './clarity.ts';
import {formatDate, isComplete} from './dates.ts';
import {blocking, type Judged, judged, notice, reason} from './judged.ts';
import type {Slot} from './layouts.ts';
import {readMrzDate} from './mrz-dates.ts';
import type {CalendarDay, Issue, Level, Reason} from './passport.ts';
import type {LineReading} from './reading.ts';

type DateField = 'birth_date' | 'expiry_date';

/** ICAO 9303-4 §4.2.2.2, positions 14-20 and 22-28 of line 2; dates 9303-3 §4.7. */
export function judgeDate(
	key: DateField,
	line: LineReading | undefined,
	raw: string,
	slot: Slot,
	digit: CheckDigit | undefined,
	today: CalendarDay,
): Judged {
	const read = readMrzDate(raw, key === 'birth_date' ? 'birth' : 'expiry', today);
	if (read.kind !== 'date') {
		const code =
			read.kind === 'blank'
				? key === 'birth_date'
					? 'birth-unknown'
					: 'missing'
				: read.kind === 'misread'
					? 'misread-date'
					: 'impossible-date';
		const level = read.kind === 'blank' && key === 'birth_date' ? 'unverified' : 'refuted';
		return judged({key, value: '', raw, level, reasons: [reason(code, {raw})], issues: [blocking(code, key, {raw})]});
	}
	const value = formatDate(read.date);
	const clarity = clarityOf(line, slot[1], slot[2], accept.blindMargin);
	const issues: Issue[] = [];
	const reasons: Reason[] = [];
	let level: Level;
	if (digit?.verdict === 'verified') {
		level = clarity.level === 'contradicted' ? 'unverified' : clarity.changed > 0 ? 'supported' : 'verified';
		reasons.push(reason('check-digit', {digit: digit.printed}));
		if (clarity.level === 'contradicted' && clarity.reason) reasons.push(clarity.reason);
	} else {
		const wrong = {printed: digit?.printed ?? '', expected: digit?.expected ?? ''};
		level = 'refuted';
		reasons.push(reason('check-digit-wrong', wrong));
		issues.push(blocking('check-digit-wrong', key, wrong));
	}
	if (clarity.changed > 0) reasons.push(reason('repaired', {from: clarity.seen}));
	if (!isComplete(read.date)) {
		reasons.push(reason('partial-date'));
		issues.push(notice('partial-date', key));
	}
	if (read.centuryDoubtful) issues.push(notice('century', key, {year: read.date.year}));
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
