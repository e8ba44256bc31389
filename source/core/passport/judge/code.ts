import type {Slot} from '../model/layouts.ts';
import type {Issue, Reason} from '../model/passport.ts';
import type {LineReading} from '../model/reading.ts';
import type {RepairedCode} from '../repair/code.ts';
import {bareCode, codeKind, exportCode} from '../tables/codes.ts';
import {type Finding, finding, levelOfReading, notice, offered, reason, refuted, repairedFrom} from './finding.ts';
import {otherReadings, readingConfidence} from './reading-confidence.ts';
import {thresholds} from './thresholds.ts';
import {unseenReason} from './unseen.ts';

export type CodeParts = {
	readonly key: 'issuing_country_code' | 'holder_country_code';
	readonly line: LineReading | undefined;
	/** The slot before a repair. */
	readonly before: string;
	readonly slot: Slot;
	readonly repaired: RepairedCode;
	/** The code of the other line. */
	readonly other: string;
	readonly otherPlace: Place;
};

/**
 * Issuing state and nationality (ICAO 9303-3 §5). No check digit protects them; that both say the same state is what
 * the MRZ has to show. They may validly differ (`DEU` and `XXB`), so neither is ever filled from the other.
 */
export function judgeCode({key, line, before, slot, repaired, other, otherPlace}: CodeParts): Finding {
	const raw = repaired.raw;
	const code = bareCode(raw);
	const kind = codeKind(code);
	const value = exportCode(code);
	const confidence = readingConfidence(line, slot[1], slot[2], thresholds.codeMargin);
	const alternatives = offered(
		[...repaired.offers, ...otherReadings(raw, slot, confidence).filter(isKnown)].map(offer =>
			exportCode(bareCode(offer)),
		),
		value,
		undefined,
	);
	if (kind === undefined) {
		const unknown = code === '' ? reason('missing') : reason('unknown-code', {code: code.replaceAll('<', ' ')});
		const why = unseenReason(line, slot[1], slot[2]) ?? unknown;
		return refuted(why, {key, value: code.replaceAll('<', ' '), raw, alternatives});
	}
	const read = levelOfReading(confidence);
	const reasons: Reason[] = [...read.reasons, reason('known-code', {code: value})];
	const issues: Issue[] = [];
	let level = read.level;
	if (other === raw) {
		reasons.push(reason('issuer-agrees', {code: value}));
		const echoed = confidence.level === 'weak' && isEachClear({line, slot}, otherPlace);
		if (confidence.level === 'unknown' || echoed) level = 'supported';
	}
	if (repaired.changed > 0) {
		reasons.unshift(reason('repaired', {from: before}));
		issues.push(notice('repaired', key, {from: before}));
		if (repaired.changed > 1) level = 'unverified';
	}
	if (confidence.changed > 0) reasons.push(reason('repaired', {from: confidence.seen}));
	if (kind === 'withdrawn') issues.push(notice('withdrawn-code', key, {code}));
	if (kind === 'unofficial') issues.push(notice('unofficial-code', key, {code}));
	if (kind === 'specimen' && key === 'issuing_country_code') issues.push(notice('specimen', key, {code}));
	return finding({
		key,
		value,
		raw,
		level,
		reasons,
		issues,
		alternatives,
		...repairedFrom(before, raw, confidence),
	});
}

const isKnown = (other: string): boolean => codeKind(bareCode(other)) !== undefined;

type Place = {readonly line: LineReading | undefined; readonly slot: Slot};

/**
 * Whether each letter of a code that is printed at two places was read clearly at one of them and guessed at neither:
 * what is weak is no more than that.
 */
function isEachClear(one: Place, two: Place): boolean {
	const levelAt = ({line, slot: [, from]}: Place, letter: number) =>
		readingConfidence(line, from + letter, from + letter + 1, thresholds.codeMargin);
	return [0, 1, 2].every(letter => {
		const both = [levelAt(one, letter), levelAt(two, letter)];
		const isSeen = both.every(({level, changed}) => (level === 'clear' || level === 'weak') && changed === 0);
		return isSeen && both.some(({level}) => level === 'clear');
	});
}
