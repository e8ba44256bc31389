import {accept} from './accept.ts';
import type {Slot} from './layouts.ts';
import {areLookAlikes} from './look-alikes.ts';
import type {Reason} from './passport.ts';
import type {CharacterReading, LineReading} from './reading.ts';

/**
 * How clearly a stretch of a line was read.
 *
 * - `clear`: every character beyond the margin. `weak`: one is not. `guessed`: one was put there by grammar or digits
 *   against the eye, which saw another or nothing. `contradicted`: a character was decided against a confident raw
 *   reading that is no look-alike. `unknown`: the engine gives no margins.
 */
export type Clarity = {
	readonly level: 'clear' | 'weak' | 'guessed' | 'contradicted' | 'unknown';
	/** Characters that grammar or check digits decided otherwise than they were seen. */
	readonly changed: number;
	/** The stretch as it was seen. */
	readonly seen: string;
	readonly reason?: Reason;
};

const unknown: Clarity = {level: 'unknown', changed: 0, seen: ''};

export function clarityOf(line: LineReading | undefined, from: number, to: number, margin: number): Clarity {
	const characters = line?.characters;
	if (!characters) return unknown;
	let level: Clarity['level'] = 'clear';
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
			if (Math.abs(character.margin) > accept.confident && !areLookAlikes(character.seen, decided)) {
				level = 'contradicted';
				reason = {code: 'not-look-alike', params: {seen: character.seen, taken: decided, position: index + 1}};
			}
		}
		const sure = certainty(character);
		if (level !== 'contradicted' && sure <= margin && sure < weakest) {
			weakest = sure;
			level = sure < accept.guessed ? 'guessed' : 'weak';
			reason = {
				code: 'read-weakly',
				params: {character: decided, position: index + 1, perhaps: character.alternatives[0] ?? ''},
			};
		}
	}
	return {level, changed, seen, ...(reason ? {reason} : {})};
}

/** What two networks know together is what the one that doubts more knows; a doubt of the second alone counts less. */
const certainty = ({margin, second}: CharacterReading): number =>
	second === undefined ? margin : Math.min(margin, second + accept.secondCredit);

/** A repair may not overrule a character that the engine read very clearly. */
export function mayOverrule(line: LineReading | undefined, slot: Slot, before: string, raw: string): boolean {
	const characters = line?.characters;
	if (!characters) return true;
	for (let index = 0; index < raw.length; index++) {
		if (before[index] !== raw[index] && (characters[slot[1] + index]?.margin ?? 0) > accept.repairMargin) return false;
	}
	return true;
}
