import type {Issue, Level, Reason} from '../model/passport.ts';
import {bareCode} from '../tables/codes.ts';
import {type Issuer, issuerOf} from '../tables/issuers.ts';
import {formOf, formsOf} from '../tables/number-form.ts';
import {blindSpots, isTwinSeen, withTwin} from './blind-spots.ts';
import {
	afterOffers,
	afterRepair,
	type CheckedSlot,
	type Notes,
	refutedByDigit,
	unseenDigit,
} from './check-digit-evidence.ts';
import {blocking, type Finding, finding, notice, offered, reason, refuted, repairedFrom} from './finding.ts';
import {isClosed, isOverruled, otherReadings, type ReadingConfidence, readingConfidence} from './reading-confidence.ts';
import {thresholds} from './thresholds.ts';
import {unseenWithDigit} from './unseen.ts';

/** A document number as exported: fillers at its end fall away, those within stand for a space or a hyphen. */
export const numberValue = (raw: string): string => raw.replace(/<+$/, '').replaceAll('<', ' ');

/** What the issuer's forms leave of the misreadings that the check digit of a number cannot see. */
const blindSpotsOf = (raw: string, issuer: Issuer | undefined) =>
	formOf(raw, issuer) === undefined ? blindSpots(raw) : blindSpots(raw, text => formOf(text, issuer) !== undefined);

/** True when every likely misreading of the number would show: in its check digit, or in the form of its issuer. */
export function isSeenByDigit(raw: string, issuerCode: string): boolean {
	return blindSpotsOf(raw, issuerOf(issuerCode)).open.length === 0;
}

/** What to say about a number that has none of the known forms of its issuer. */
export function formReason(raw: string, issuerCode: string): Reason | undefined {
	const issuer = issuerOf(issuerCode);
	if (!issuer || formOf(raw, issuer)) return undefined;
	const params = {issuer: issuerCode, expected: formsOf(issuerCode)};
	return reason(issuer.complete ? 'number-pattern-wrong' : 'number-pattern-unusual', params);
}

export type NumberParts = CheckedSlot & {
	/** Issuing state as the MRZ has it. */
	readonly issuer: string;
	/** Nats by which a character must be clear whose misreading no check digit sees. */
	readonly blindMargin: number;
	/** The number and what may continue it in the optional data. */
	readonly long?: string | undefined;
};

function levelWithDigit(
	{line, raw, slot, issuer, blindMargin}: NumberParts,
	confidence: ReadingConfidence,
	reasons: Reason[],
	issues: Issue[],
): Level {
	const code = bareCode(issuer);
	const known = issuerOf(code);
	const form = formOf(raw, known);
	const key = 'passport_number';
	let level: Level = 'verified';
	if (form) reasons.push(reason('number-pattern', {issuer: code}));
	const {open, closed} = blindSpotsOf(raw, known);
	const hidden = open.find(one => !isTwinSeen(line, slot[1] + one.position, one.twin, blindMargin));
	const shown = hidden ?? open[0];
	if (shown) {
		reasons.push(reason('blind-spot', {character: shown.character, twin: shown.twin, position: shown.position + 1}));
		level = hidden ? 'unverified' : 'supported';
	} else if (closed && form && !form.hard) level = 'supported';
	const unusual = formReason(raw, code);
	if (unusual) {
		const wrong = unusual.code === 'number-pattern-wrong';
		reasons.push(unusual);
		issues.push((wrong ? blocking : notice)(unusual.code, key, unusual.params));
		// Two misread characters agree with the digit once in ten: then the form is what shows it.
		if (wrong || confidence.level === 'weak') level = 'unverified';
	}
	if (confidence.changed > 0 && level === 'verified') level = 'supported';
	return isOverruled(confidence, line, slot) ? 'unverified' : level;
}

/** The number that a reason says may be there instead. */
function otherNumber(raw: string, {code, params = {}}: Reason): readonly string[] {
	if (code !== 'blind-spot') return [];
	return [numberValue(withTwin(raw, {position: Number(params.position) - 1, twin: String(params.twin)}))];
}

/** There is no check digit, but with the optional data behind it the number would have one. */
function continued({key, reasons, issues}: Notes, number: string): Level {
	reasons.push(reason('long-number', {value: number}));
	issues.push(blocking('long-number', key, {value: number}));
	return 'refuted';
}

/** ICAO 9303-4 §4.2.2.2, positions 1-10 of line 2; forms of the issuer from `issuers.ts`. */
export function judgeNumber(parts: NumberParts): Finding {
	const {line, raw, before, slot, digit, repaired} = parts;
	const key = 'passport_number';
	const value = numberValue(raw);
	if (value === '') {
		const why = unseenWithDigit(line, slot) ?? reason('missing');
		return refuted(why, {key, value, raw});
	}
	const issues: Issue[] = [];
	const reasons: Reason[] = [];
	const findings: Notes = {key, reasons, issues};
	let level: Level;
	const confidence = readingConfidence(line, slot[1], slot[2], thresholds.blindMargin);
	if (digit?.verdict === 'verified') {
		reasons.push(reason('check-digit', {digit: digit.printed}));
		level = levelWithDigit(parts, confidence, reasons, issues);
		const told = confidence.level === 'weak' && isClosed(line, slot);
		if (level === 'unverified' && !told && confidence.reason) reasons.push(confidence.reason);
	} else {
		level =
			unseenDigit(findings, line, slot) ??
			(parts.long === undefined ? refutedByDigit(findings, digit) : continued(findings, numberValue(parts.long)));
	}
	level = afterRepair(findings, level, parts, numberValue(before));
	if (confidence.changed > 0) reasons.push(reason('repaired', {from: numberValue(confidence.seen)}));
	if (raw.replace(/<+$/, '').includes('<')) reasons.push(reason('inner-filler'));
	const offers = repaired.offers.map(numberValue);
	level = afterOffers(findings, level, offers, repaired);
	const isOpen = level === 'unverified' && offers.length === 0;
	const weak = otherReadings(raw, slot, confidence).map(numberValue);
	const joined = parts.long !== undefined && level === 'refuted' ? [numberValue(parts.long)] : [];
	const others = isOpen ? [...reasons.flatMap(one => otherNumber(raw, one)), ...weak] : [...joined, ...offers];
	return finding({
		key,
		value,
		raw,
		level,
		reasons,
		issues,
		alternatives: offered(others, value, before === raw ? undefined : numberValue(before)),
		...repairedFrom(before, raw, confidence),
	});
}
