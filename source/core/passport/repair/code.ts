import {bareCode, codeKind} from '../tables/codes.ts';
import {asLetter, classTwins, lookAlikes} from '../tables/look-alikes.ts';

export type RepairedCode = {readonly raw: string; readonly changed: number; readonly offers: readonly string[]};

const known = (raw: string): boolean => codeKind(bareCode(raw)) !== undefined;

/** Every way to replace one character by what it is mistaken for, once; the class first. */
const variants = (raw: string): string[] =>
	[...raw].flatMap((character, index) =>
		[...classTwins(character), ...lookAlikes(character)].map(twin => raw.slice(0, index) + twin + raw.slice(index + 1)),
	);

/**
 * A code that no list holds (ICAO 9303-3 §5): applied only where the other line proves it by saying the same, at most two
 * characters; what else would be a known code is offered.
 */
export function repairCode(raw: string, other: string): RepairedCode {
	if (known(raw)) return {raw, changed: 0, offers: []};
	const letters = [...raw].map(character => asLetter(character) ?? character).join('');
	const once = variants(raw);
	const offers = [...new Set([letters, ...once, ...variants(letters)])].filter(known).slice(0, 4);
	const differing = [...raw].filter((character, index) => character !== other[index]).length;
	const alike = [...raw].every(
		(character, index) => character === other[index] || lookAlikes(character).includes(other[index]!),
	);
	if (known(other) && differing <= 2 && alike) return {raw: other, changed: differing, offers: []};
	return {raw, changed: 0, offers: lacksLetter(raw, other) ? [...new Set([other, ...offers])] : offers};
}

/** Whether a code is the other line's without one of its letters: a filler follows, or the line moved up by one. */
export const lacksLetter = (raw: string, other: string): boolean =>
	known(other) && !known(raw) && [0, 1, 2].some(at => raw.slice(0, 2) === other.slice(0, at) + other.slice(at + 1));
