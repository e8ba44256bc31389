import type {Slot} from '../model/layouts.ts';
import type {LineReading} from '../model/reading.ts';
import {type Finding, finding, levelOfReading, notice, offered, reason, refuted} from './finding.ts';
import {otherReadings, readingConfidence} from './reading-confidence.ts';
import {thresholds} from './thresholds.ts';

/** The value of a character of the sex; a filler is unspecified. */
const sexOf = (character: string): string => (character === '<' ? 'X' : character);

/**
 * `F`, `M`, or `<` for unspecified (ICAO 9303-4 §4.2.2.2, position 21); the visual zone says X, and some states print an
 * X in the MRZ too. A filler is also what may seem to be left where glare wiped a letter out, so it must be seen very
 * clearly, and from an engine that gives no margins it proves nothing.
 */
export function judgeSex(line: LineReading | undefined, raw: string, slot: Slot): Finding {
	const key = 'sex';
	const confidence = readingConfidence(line, slot[1], slot[2], thresholds.sexMargin);
	const read = levelOfReading(confidence);
	if (confidence.level === 'unseen') return refuted(read.reasons[0]!, {key, value: '', raw});
	switch (raw) {
		case 'M':
		case 'F':
			return finding({
				key,
				value: raw,
				raw,
				...read,
				alternatives: offered(otherReadings(raw, slot, confidence).map(sexOf), raw, undefined),
			});
		case 'X':
			return finding({key, value: 'X', raw, ...read, issues: [notice('sex-unspecified', key)]});
		case '<': {
			const isSeen = readingConfidence(line, slot[1], slot[2], thresholds.fillerMargin).level === 'clear';
			return finding({
				key,
				value: 'X',
				raw,
				...(isSeen ? read : {level: 'unverified', reasons: [reason('sex-unspecified')]}),
				issues: [notice('sex-unspecified', key)],
			});
		}
		default:
			return refuted(reason('sex-not-readable', {raw}), {key, value: '', raw});
	}
}
