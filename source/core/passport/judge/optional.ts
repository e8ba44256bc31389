import type {Slot} from '../model/layouts.ts';
import type {Issue, Level, Reason} from '../model/passport.ts';
import type {LineReading} from '../model/reading.ts';
import type {CheckDigit} from '../mrz/check-digits.ts';
import {bareCode} from '../tables/codes.ts';
import {issuerOf} from '../tables/issuers.ts';
import {blindSpots, isTwinSeen, withTwin} from './blind-spots.ts';
import {blocking, type Finding, finding, levelOfReading, offered, reason} from './finding.ts';
import {numberValue} from './number.ts';
import {isOverruled, otherReadings, type ReadingConfidence, readingConfidence} from './reading-confidence.ts';
import {thresholds} from './thresholds.ts';
import {unseenReason} from './unseen.ts';

export type OptionalParts = {
	readonly key: 'optional_data_mrz' | 'optional_data_2_mrz';
	readonly line: LineReading | undefined;
	readonly raw: string;
	readonly slot: Slot;
	readonly digit: CheckDigit | undefined;
	/** No digit of its own, but that over all fields covers it, and every digit agrees. */
	readonly isInComposite: boolean;
	/** Issuing state as the MRZ has it. */
	readonly issuer: string;
};

type Judged = {
	readonly level: Level;
	readonly reasons: readonly Reason[];
	readonly issues?: readonly Issue[];
	readonly others?: readonly string[];
};

/** A person must look at data that was read weakly, and where characters are covered: what is there is not known. */
function doubts(key: OptionalParts['key'], raw: string, {level, reason: why}: ReadingConfidence): readonly Issue[] {
	const isCovered = level === 'guessed' || level === 'contradicted';
	const isInDoubt = isCovered || (level === 'weak' && /[^<]/.test(raw));
	return isInDoubt && why ? [blocking(why.code, key, why.params)] : [];
}

/** What a check digit that agrees proves: everything but its blind spots, where the line was read. */
function provenByDigit({key, line, raw, slot}: OptionalParts, printed: string, confidence: ReadingConfidence): Judged {
	const agrees = reason('check-digit', {digit: printed});
	if (isOverruled(confidence, line, slot)) {
		return {
			level: 'unverified',
			reasons: [agrees, ...(confidence.reason ? [confidence.reason] : [])],
			issues: doubts(key, raw, confidence),
			others: otherReadings(raw, slot, confidence),
		};
	}
	// An empty field is a row of fillers: a letter in it would leave a gap.
	const {open} = raw.startsWith('<') ? {open: []} : blindSpots(raw);
	const hidden = open.filter(({position, twin}) => !isTwinSeen(line, slot[1] + position, twin));
	const shown = hidden[0] ?? open[0];
	if (!shown) return {level: confidence.changed > 0 ? 'supported' : 'verified', reasons: [agrees]};
	const {character, twin, position} = shown;
	return {
		level: hidden.length > 0 ? 'unverified' : 'supported',
		reasons: [agrees, reason('blind-spot', {character, twin, position: position + 1})],
		others: hidden.map(spot => withTwin(raw, spot)),
	};
}

/** What there is to say where the digit is not in the picture, or none is printed. */
function withoutDigit({key, line, raw, slot, isInComposite}: OptionalParts, confidence: ReadingConfidence): Judged {
	if (isInComposite) {
		const read = levelOfReading(confidence);
		return {level: read.level, reasons: [reason('composite'), ...read.reasons], issues: doubts(key, raw, confidence)};
	}
	const isDigitUnseen = unseenReason(line, slot[2], slot[2] + 1) !== undefined;
	if (!isDigitUnseen) {
		// Of a visa: no digit at all covers it.
		const alone = readingConfidence(line, slot[1], slot[2], thresholds.otherBlindMargin);
		return {level: 'unverified', reasons: [reason('check-digit-not-printed')], issues: doubts(key, raw, alone)};
	}
	const read = levelOfReading(confidence);
	return {...read, issues: doubts(key, raw, confidence)};
}

function judged(parts: OptionalParts): Judged {
	const {key, line, slot, digit} = parts;
	const missing = unseenReason(line, slot[1], slot[2]);
	if (missing) {
		return {level: 'unverified', reasons: [missing], issues: [blocking(missing.code, key, missing.params)]};
	}
	const confidence = readingConfidence(line, slot[1], slot[2], thresholds.blindMargin);
	switch (digit?.verdict) {
		case 'verified':
			return provenByDigit(parts, digit.printed, confidence);
		case 'refuted': {
			const wrong = {printed: digit.printed, expected: digit.expected};
			return {
				level: 'refuted',
				reasons: [reason('check-digit-wrong', wrong)],
				issues: [blocking('check-digit-wrong', key, wrong)],
			};
		}
		default:
			return withoutDigit(parts, confidence);
	}
}

/**
 * Personal number or other optional data (ICAO 9303-4 §4.2.2.2, positions 29-43): what it holds is the issuer's affair,
 * usually a national identity number. Its digit may be `0` or a filler when the field is empty.
 */
export function judgeOptional(parts: OptionalParts): Finding {
	const {key, raw, issuer} = parts;
	const value = numberValue(raw);
	const {level, reasons, issues = [], others = []} = judged(parts);
	const isPersonal = value !== '' && issuerOf(bareCode(issuer))?.optional === 'identity-number';
	return finding({
		key,
		value,
		raw,
		level,
		reasons: [...reasons, ...(isPersonal ? [reason('personal-number', {issuer: bareCode(issuer)})] : [])],
		issues,
		alternatives: offered(others.map(numberValue), value, undefined),
	});
}
