import type {Issue, Level, Reason} from '../model/passport.ts';
import {type LineReading, mostAlternatives} from '../model/reading.ts';
import {bareCode} from '../tables/codes.ts';
import {type Issuer, issuerOf} from '../tables/issuers.ts';
import {blindTwins} from '../tables/look-alikes.ts';
import {formOf, formsOf} from '../tables/number-form.ts';
import {afterOffers, afterRepair, type CheckedSlot, type Notes, refutedByDigit} from './check-digit-evidence.ts';
import {blocking, type Finding, finding, notice, offered, reason, repairedFrom} from './finding.ts';
import {certainty, isClosed, otherReadings, type ReadingConfidence, readingConfidence} from './reading-confidence.ts';
import {thresholds} from './thresholds.ts';

/** A document number as exported: fillers at its end fall away, those within stand for a space or a hyphen. */
export const numberValue = (raw: string): string => raw.replace(/<+$/, '').replaceAll('<', ' ');

type Blind = {readonly position: number; readonly character: string; readonly twin: string};

/**
 * Misreadings of the number that its check digit cannot see: `open` is the first that nothing else rules out, `closed`
 * says that the issuer's forms rule some out. A character that was read clearly is still open: only its level differs.
 */
function blindSpots(
	raw: string,
	issuer: Issuer | undefined,
	formed: boolean,
): {open: readonly Blind[]; closed: boolean} {
	const open: Blind[] = [];
	let closed = false;
	for (let index = 0; index < raw.length; index++) {
		for (const twin of blindTwins(raw[index]!)) {
			// A character that stands apart behind the end of the number would not be misread unseen: it leaves a gap.
			if (raw[index] === '<' && index > 0 && raw[index - 1] === '<') continue;
			if (formed && formOf(raw.slice(0, index) + twin + raw.slice(index + 1), issuer) === undefined) closed = true;
			else open.push({position: index, character: raw[index]!, twin});
		}
	}
	return {open, closed};
}

/** True when every likely misreading of the number would show: in its check digit, or in the form of its issuer. */
export function isSeenByDigit(raw: string, issuerCode: string): boolean {
	const issuer = issuerOf(issuerCode);
	return blindSpots(raw, issuer, formOf(raw, issuer) !== undefined).open.length === 0;
}

/** What to say about a number that has none of the known forms of its issuer. */
export function formReason(raw: string, issuerCode: string): Reason | undefined {
	const issuer = issuerOf(issuerCode);
	if (!issuer || formOf(raw, issuer)) return undefined;
	const params = {issuer: issuerCode, expected: formsOf(issuerCode)};
	return reason(issuer.complete ? 'number-pattern-wrong' : 'number-pattern-unusual', params);
}

/** Whether a character was read clearly, or what it may be taken for is not its twin: the digit sees all the others. */
function clearAt(line: LineReading | undefined, position: number, twin: string): boolean {
	const character = line?.characters?.[position];
	if (!character || character.seen !== line?.text[position]) return false;
	const {second = 0, alternatives} = character;
	// Where the engine names what else it may be, and has room for more.
	const isNamed = alternatives.length > 0 && alternatives.length < mostAlternatives;
	return certainty(character) > thresholds.blindMargin || (isNamed && second >= 0 && !alternatives.includes(twin));
}

export type NumberParts = CheckedSlot & {
	/** Issuing state as the zone has it. */
	readonly issuer: string;
};

function levelWithDigit(
	{line, raw, slot, issuer}: NumberParts,
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
	const {open, closed} = blindSpots(raw, known, form !== undefined);
	const hidden = open.find(one => !clearAt(line, slot[1] + one.position, one.twin));
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
	if (confidence.level === 'contradicted' || confidence.level === 'guessed' || !isClosed(line, slot))
		level = 'unverified';
	return level;
}

/** The number that a reason says may stand there instead. */
function otherNumber(raw: string, {code, params = {}}: Reason): readonly string[] {
	if (code !== 'blind-spot') return [];
	const at = Number(params.position) - 1;
	return [numberValue(raw.slice(0, at) + String(params.twin) + raw.slice(at + 1))];
}

/** ICAO 9303-4 §4.2.2.2, positions 1-10 of line 2; forms of the issuer from `issuers.ts`. */
export function judgeNumber(parts: NumberParts): Finding {
	const {line, raw, before, slot, digit, repaired} = parts;
	const key = 'passport_number';
	const value = numberValue(raw);
	if (value === '') {
		return finding({
			key,
			value,
			raw,
			level: 'refuted',
			reasons: [reason('missing')],
			issues: [blocking('missing', key)],
		});
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
		level = refutedByDigit(findings, digit);
	}
	level = afterRepair(findings, level, parts, numberValue(before));
	if (confidence.changed > 0) reasons.push(reason('repaired', {from: numberValue(confidence.seen)}));
	if (raw.replace(/<+$/, '').includes('<')) reasons.push(reason('inner-filler'));
	const offers = repaired.offers.map(numberValue);
	level = afterOffers(findings, level, offers, repaired);
	const isOpen = level === 'unverified' && offers.length === 0;
	const weak = otherReadings(raw, slot, confidence).map(numberValue);
	const others = isOpen ? [...reasons.flatMap(one => otherNumber(raw, one)), ...weak] : offers;
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
