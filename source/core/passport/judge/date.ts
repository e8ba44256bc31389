import {formatDate, isComplete, type PartialDate} from '../model/dates.ts';
import type {CalendarDay, Issue, Level, Reason, ReasonCode} from '../model/passport.ts';
import {readMrzDate} from '../mrz/dates.ts';
import {
	afterOffers,
	afterRepair,
	type CheckedSlot,
	type Notes,
	refutedByDigit,
	unseenDigit,
} from './check-digit-evidence.ts';
import {type Finding, finding, notice, offered, reason, refuted, repairedFrom} from './finding.ts';
import {isOverruled, otherReadings, readingConfidence} from './reading-confidence.ts';
import {thresholds} from './thresholds.ts';
import {unseenReason} from './unseen.ts';

type DateField = 'birth_date' | 'expiry_date';

export type DateParts = CheckedSlot & {
	readonly key: DateField;
	/** The day from which the century is computed. */
	readonly reference: CalendarDay;
};

const fieldOf = (key: DateField): 'birth' | 'expiry' => (key === 'birth_date' ? 'birth' : 'expiry');

function noDate({key, raw, repaired, reference}: DateParts, kind: 'blank' | 'misread' | 'impossible'): Finding {
	const unknownBirth = kind === 'blank' && key === 'birth_date';
	const codes: Record<typeof kind, ReasonCode> = {
		blank: unknownBirth ? 'birth-unknown' : 'missing',
		misread: 'misread-date',
		impossible: 'impossible-date',
	};
	return refuted(reason(codes[kind], {raw}), {
		key,
		value: '',
		raw,
		level: unknownBirth ? 'unverified' : 'refuted',
		alternatives: offered(datesOf(key, repaired.offers, reference), '', undefined),
	});
}

/** An age in years that no holder has reached. */
const oldest = 120;

/** Whether a holder born on the same day a century earlier can be alive: no check digit distinguishes the two. */
const isCenturyOpen = (birth: PartialDate, reference: CalendarDay): boolean =>
	reference.year - (birth.year - 100) < oldest;

function datesOf(key: DateField, raws: readonly string[], reference: CalendarDay): string[] {
	return raws.flatMap(raw => {
		const read = readMrzDate(raw, fieldOf(key), reference);
		return read.kind === 'date' ? [formatDate(read.date)] : [];
	});
}

/** ICAO 9303-4 §4.2.2.2, positions 14-20 and 22-28 of line 2; dates 9303-3 §4.7. */
export function judgeDate(parts: DateParts): Finding {
	const {key, line, raw, before, slot, digit, repaired, reference} = parts;
	const read = readMrzDate(raw, fieldOf(key), reference);
	const missing = unseenReason(line, slot[1], slot[2]);
	// What is left of a date that is not wholly in the picture is no date.
	if (missing) return refuted(missing, {key, value: '', raw});
	if (read.kind !== 'date') return noDate(parts, read.kind);
	const value = formatDate(read.date);
	const confidence = readingConfidence(line, slot[1], slot[2], thresholds.blindMargin);
	const issues: Issue[] = [];
	const reasons: Reason[] = [];
	const findings: Notes = {key, reasons, issues};
	let level: Level;
	if (digit?.verdict === 'verified') {
		const against = isOverruled(confidence, line, slot);
		level = against ? 'unverified' : confidence.changed > 0 ? 'supported' : 'verified';
		reasons.push(reason('check-digit', {digit: digit.printed}));
		if (key === 'birth_date' && isCenturyOpen(read.date, reference)) {
			reasons.push(reason('century', {year: read.date.year}));
			if (level === 'verified') level = 'supported';
		}
		if (against && confidence.reason) reasons.push(confidence.reason);
	} else {
		level = unseenDigit(findings, line, slot) ?? refutedByDigit(findings, digit);
	}
	level = afterRepair(findings, level, parts, before);
	if (confidence.changed > 0) reasons.push(reason('repaired', {from: confidence.seen}));
	const offers = datesOf(key, repaired.offers, reference);
	level = afterOffers(findings, level, offers, repaired);
	const others =
		level === 'unverified' ? [...offers, ...datesOf(key, otherReadings(raw, slot, confidence), reference)] : offers;
	if (!isComplete(read.date)) {
		reasons.push(reason('partial-date'));
		issues.push(notice('partial-date', key));
	}
	return finding({
		key,
		value,
		raw,
		level,
		reasons,
		issues,
		alternatives: offered(others, value, undefined),
		...repairedFrom(before, raw, confidence),
	});
}
