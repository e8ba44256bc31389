import {type LineReading, mostAlternatives} from '../model/reading.ts';
import {blindTwins} from '../tables/look-alikes.ts';
import {certainty} from './reading-confidence.ts';
import {thresholds} from './thresholds.ts';

/**
 * A likely misreading that no check digit sees: the character at a position of the field, from 0, and what it may be.
 */
export type BlindSpot = {readonly position: number; readonly character: string; readonly twin: string};

/**
 * Misreadings that a check digit cannot see: `open` are those that nothing else rules out, `closed` says that the form
 * of the value rules some out. A character that was read clearly is still open: only its level differs.
 *
 * @param fits Whether the field can hold a text.
 */
export function blindSpots(
	raw: string,
	fits: (text: string) => boolean = () => true,
): {readonly open: readonly BlindSpot[]; readonly closed: boolean} {
	const open: BlindSpot[] = [];
	let closed = false;
	for (let index = 0; index < raw.length; index++) {
		for (const twin of blindTwins(raw[index]!)) {
			// A misread character apart from the end of the value cannot go unseen: it leaves a gap.
			if (raw[index] === '<' && raw[index - 1] === '<') continue;
			if (fits(withTwin(raw, {position: index, twin}))) open.push({position: index, character: raw[index]!, twin});
			else closed = true;
		}
	}
	return {open, closed};
}

/** The text with the other character in its place. */
export const withTwin = (raw: string, {position, twin}: Pick<BlindSpot, 'position' | 'twin'>): string =>
	raw.slice(0, position) + twin + raw.slice(position + 1);

/** Whether a character was read clearly, or what it may be taken for is not its twin: the digit sees all the others. */
export function isTwinSeen(
	line: LineReading | undefined,
	position: number,
	twin: string,
	least: number = thresholds.blindMargin,
): boolean {
	const character = line?.characters?.[position];
	if (!character || character.seen !== line?.text[position]) return false;
	const {second = 0, alternatives} = character;
	// Where the engine names what else it may be, and has room for more.
	const isNamed = alternatives.length > 0 && alternatives.length < mostAlternatives;
	return certainty(character) > least || (isNamed && second >= 0 && !alternatives.includes(twin));
}
