import type {Slot} from '../model/layouts.ts';
import type {Reason} from '../model/passport.ts';
import type {CharacterReading, LineReading} from '../model/reading.ts';
import {areLookAlikes, inkierThan, roundTwins} from '../tables/look-alikes.ts';
import {thresholds} from './thresholds.ts';
import {unseenReason} from './unseen.ts';

/**
 * How clearly a stretch of a line was read.
 *
 * - `clear`: every character beyond the margin. `weak`: one is not. `guessed`: one was put there by grammar or digits
 *   against the eye, which saw another or nothing. `contradicted`: a character was decided against a confident raw
 *   reading that is no look-alike. `unseen`: a character is not in the picture. `unknown`: the engine gives no margins.
 */
export type ReadingConfidence = {
	readonly level: 'clear' | 'weak' | 'guessed' | 'contradicted' | 'unseen' | 'unknown';
	/** Characters that grammar or check digits decided otherwise than they were seen. */
	readonly changed: number;
	/** The stretch as it was seen. */
	readonly seen: string;
	readonly reason?: Reason;
};

const unknown: ReadingConfidence = {level: 'unknown', changed: 0, seen: ''};

/**
 * How clearly the characters from `from` to `to` of a line were read: by the weakest, unless one is contradicted.
 *
 * @param margin In nats; a character that is no surer than that counts as weak.
 */
export function readingConfidence(
	line: LineReading | undefined,
	from: number,
	to: number,
	margin: number,
): ReadingConfidence {
	const characters = line?.characters;
	if (!characters) return unknown;
	const missing = unseenReason(line, from, to);
	if (missing) return {level: 'unseen', changed: 0, seen: line.text.slice(from, to), reason: missing};
	let level: ReadingConfidence['level'] = 'clear';
	let reason: Reason | undefined;
	let changed = 0;
	let seen = '';
	let weakest = Number.POSITIVE_INFINITY;
	for (let index = from; index < to; index++) {
		const character = characters[index];
		if (!character) return unknown;
		const decided = line.text[index]!;
		seen += character.seen;
		if (character.seen !== decided) {
			changed++;
			// The margin is of the decided character within its class, so both ends say that the eye was sure of the other.
			if (Math.abs(character.margin) > thresholds.confident && !areLookAlikes(character.seen, decided)) {
				level = 'contradicted';
				reason = {code: 'not-look-alike', params: {seen: character.seen, taken: decided, position: index + 1}};
			}
		}
		const sure = certainty(character);
		const needed = Math.max(margin, ...character.alternatives.map(other => marginAgainst(decided, other)));
		if (level !== 'contradicted' && sure <= needed && sure < weakest) {
			weakest = sure;
			level = sure < thresholds.guessed ? 'guessed' : 'weak';
			reason = {
				code: 'read-weakly',
				params: {character: decided, position: index + 1, perhaps: character.alternatives[0] ?? ''},
			};
		}
	}
	return {level, changed, seen, ...(reason ? {reason} : {})};
}

/**
 * Returns the text of a slot with the other character that its reason names: "it may be I" offers that reading. Empty
 * where the reason names none.
 */
export function otherReadings(raw: string, slot: Slot, {reason}: ReadingConfidence): readonly string[] {
	const {perhaps = '', position = 0} = reason?.params ?? {};
	const at = Number(position) - 1 - slot[1];
	if (perhaps === '' || at < 0 || at >= raw.length) return [];
	return [raw.slice(0, at) + String(perhaps) + raw.slice(at + 1)];
}

/** How clearly a character must be read when another one is likely too. */
function marginAgainst(decided: string, other: string): number {
	if (!inkierThan(decided).includes(other) && !roundTwins(decided).includes(other)) return 0;
	return decided === 'O' ? thresholds.ringMargin : thresholds.wornMargin;
}

/**
 * What both networks say of a character, in nats of the first one. The second one's doubt takes from its margin, and
 * leaves little of it where it is not sure of the character at all; its agreement adds one nat at most. Where digits or
 * grammar overruled the first one, its margin is kept.
 */
export function certainty({margin, second}: CharacterReading): number {
	if (second === undefined || margin < 0) return margin;
	const both = margin + Math.min(1, Math.max(-thresholds.secondDoubt, second) * thresholds.secondWeight);
	return second < thresholds.agreed && margin < thresholds.beyondDispute ? Math.min(both, thresholds.disputed) : both;
}

/**
 * True when at most one character of the field and its check digit was read with low confidence; with two, one pair of
 * guesses in ten matches by chance. A digit that has already overruled a reading proves nothing more.
 *
 * @param slot The field; its digit follows it directly.
 */
export function isClosed(line: LineReading | undefined, [, from, to]: Slot): boolean {
	const characters = line?.characters?.slice(from, to + 1) ?? [];
	const overruled = characters.some(({margin}) => margin < 0);
	const open = characters.filter(
		character => certainty(character) <= (overruled ? thresholds.openBeside : thresholds.open),
	);
	return open.length < 2;
}

/** Whether what was read speaks against a check digit that agrees. */
export const isOverruled = ({level}: ReadingConfidence, line: LineReading | undefined, slot: Slot): boolean =>
	level === 'contradicted' || level === 'guessed' || !isClosed(line, slot);

/** A repair may not overrule a character that the engine read very clearly. */
export function mayOverrule(line: LineReading | undefined, slot: Slot, before: string, raw: string): boolean {
	const characters = line?.characters;
	if (!characters) return true;
	for (let index = 0; index < raw.length; index++) {
		if (before[index] !== raw[index] && (characters[slot[1] + index]?.margin ?? 0) > thresholds.repairMargin)
			return false;
	}
	return true;
}
