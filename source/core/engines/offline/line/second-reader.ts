import {classOf} from '../decode/alphabet.ts';
import {marginOf} from '../decode/matrix.ts';
import type {Pyramid} from '../locate/pyramid.ts';
import type {Network} from '../networks/network.ts';
import type {MrzAttempt} from '../read-mrz.ts';
import {readAgain} from './lines.ts';

/** Nats against a character that the second network does not see at all. */
const unseen = -12;

/**
 * Adds what a second network, trained apart from the first, makes of each character. Its word changes no character: it
 * is evidence for the judge.
 */
export async function askSecond(network: Network, pyramid: Pyramid, attempt: MrzAttempt): Promise<MrzAttempt> {
	const read = await readAgain(network, pyramid, attempt.baselines, attempt.plain);
	return {
		...attempt,
		lines: attempt.lines.map((line, i) => {
			const matrix = read[i]?.matrix;
			const characters = line.characters?.map((character, k) =>
				character.unseen
					? character
					: {
							...character,
							second: matrix ? marginOf(matrix, k, classOf(line.text[k]!), attempt.allowed[i]!(k)) : unseen,
						},
			);
			return characters ? {...line, characters} : line;
		}),
	};
}
