import {type CharacterReading, mostAlternatives} from '../../../passport/model/reading.ts';
import {characterOf} from './alphabet.ts';
import {type Alphabet, anyCharacter, at, best, type Matrix, marginOf} from './matrix.ts';
import type {Numbers} from './numbers.ts';

/** A line as decided, before it is given its place on the page. */
export type DecodedLine = {
	readonly text: string;
	readonly characters: readonly CharacterReading[];
	readonly runnerUp?: number;
	readonly runnerUpText?: string;
	/** Positions that check digits vouch for; there `runnerUp` says more than the characters' own margins. */
	readonly proven?: ReadonlySet<number>;
	/** What each position may hold. */
	readonly allowed: (position: number) => Alphabet;
};

/** Nats by which grammar and digits may overrule the eye; beyond, a wrong print is shown as it is printed. */
export const slack = 3;

/** A decided line with the characters of the second-best one where that has any. */
export const runnerUpOf = (text: readonly number[], {second, proven}: Pick<Numbers, 'second' | 'proven'>) =>
	second ? {runnerUpText: text.map((index, k) => characterOf(proven.has(k) ? second[k]! : index)).join('')} : {};

const notSeen = -12; // nats

const farthest = 6; // nats behind the decided character

/** Decided classes with their margins and other likely characters. `allowed`: what each position may hold. */
export function describe(
	matrix: Matrix,
	text: readonly number[],
	allowed: (position: number) => Alphabet,
): Pick<DecodedLine, 'text' | 'characters' | 'allowed'> {
	const characters: CharacterReading[] = [];
	for (const [k, chosen] of text.entries()) {
		if (matrix.unseen?.has(k)) {
			characters.push({seen: characterOf(chosen), margin: notSeen, alternatives: [], unseen: true});
			continue;
		}
		const here = allowed(k);
		characters.push({
			seen: characterOf(best(matrix, k, anyCharacter)),
			margin: marginOf(matrix, k, chosen, here),
			alternatives: likeliestOthers(matrix, k, chosen, here).map(characterOf),
		});
	}
	return {allowed, text: text.map(characterOf).join(''), characters};
}

/** Classes that are nearly as likely as the one that was chosen, the likeliest first. */
function likeliestOthers(matrix: Matrix, k: number, chosen: number, here: Alphabet): number[] {
	const decided = at(matrix, k, chosen);
	const found: number[] = [];
	for (const index of here) {
		const own = at(matrix, k, index);
		if (index === chosen || !(decided - own < farthest)) continue;
		let place = found.length;
		while (place > 0 && at(matrix, k, found[place - 1]!) < own) place--;
		found.splice(place, 0, index);
		found.length = Math.min(found.length, mostAlternatives);
	}
	return found;
}
