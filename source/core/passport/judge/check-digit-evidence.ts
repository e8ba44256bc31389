import type {FieldKey} from '../model/fields.ts';
import type {Slot} from '../model/layouts.ts';
import type {Issue, Level, Reason} from '../model/passport.ts';
import type {LineReading} from '../model/reading.ts';
import type {CheckDigit} from '../mrz/check-digits.ts';
import type {Repaired} from '../repair/digits.ts';
import {blocking, notice, reason} from './finding.ts';
import {mayOverrule} from './reading-confidence.ts';
import {unseenWithDigit} from './unseen.ts';

/** A field that a check digit protects, as it was read and as it is after a repair. */
export type CheckedSlot = {
	readonly line: LineReading | undefined;
	readonly raw: string;
	/** The slot before a repair. */
	readonly before: string;
	readonly slot: Slot;
	readonly digit: CheckDigit | undefined;
	readonly repaired: Repaired;
};

/** What is said of a field so far; the steps below add to it, and give the level that is left. */
export type Notes = {readonly key: FieldKey; readonly reasons: Reason[]; readonly issues: Issue[]};

/** The printed digit does not agree, or is none. */
export function refutedByDigit({key, reasons, issues}: Notes, digit: CheckDigit | undefined): Level {
	const wrong = {printed: digit?.printed ?? '', expected: digit?.expected ?? ''};
	reasons.push(reason('check-digit-wrong', wrong));
	issues.push(blocking('check-digit-wrong', key, wrong));
	return 'refuted';
}

/** Part of the field, or its digit, is not in the picture: what can be seen of it is shown, and proves nothing. */
export function unseenDigit(
	{key, reasons, issues}: Notes,
	line: LineReading | undefined,
	slot: Slot,
): Level | undefined {
	const missing = unseenWithDigit(line, slot);
	if (!missing) return undefined;
	reasons.push(missing);
	issues.push(blocking('unseen', key, missing.params));
	return 'unverified';
}

/** A repaired value is never verified; one that overrules what was plainly seen, or is not the only one, not even supported. */
export function afterRepair(
	{key, reasons, issues}: Notes,
	level: Level,
	{line, slot, before, raw, repaired}: CheckedSlot,
	shown: string,
): Level {
	if (repaired.changed === 0) return level;
	if (repaired.digitOnly) reasons.push(reason('composite'));
	else {
		reasons.unshift(reason('repaired', {from: shown}));
		issues.push(notice('repaired', key, {from: shown}));
	}
	if (!repaired.certain || !mayOverrule(line, slot, before, raw)) return 'unverified';
	return level === 'verified' ? 'supported' : level;
}

/** Where other values would fit as well, the person has to choose. */
export function afterOffers(
	{key, reasons, issues}: Notes,
	level: Level,
	offers: readonly string[],
	repaired: Repaired,
): Level {
	const [first] = offers;
	if (first === undefined) return level;
	const several = offers.length > 1 && repaired.changed === 0;
	const why = several ? reason('several-repairs', {count: offers.length}) : reason('repair-offered', {value: first});
	reasons.push(why);
	issues.push(blocking(why.code, key, why.params));
	return level === 'refuted' ? level : 'unverified';
}
