import type {LineReading} from '../../passport/reading.ts';
import {classOf} from './alphabet.ts';
import type {Baseline} from './crop.ts';
import {marginOf} from './decode/matrix.ts';
import {readAgain} from './lines.ts';
import type {Pyramid} from './pyramid.ts';
import type {Network} from './runtime.ts';
import type {Attempt} from './zone.ts';

/** Nats against a character that the second network does not see at all. */
const unseen = -12;

/**
 * Adds what a second network, trained apart from the first, makes of each character. Its word changes no character: it
 * is evidence for the judge. Only passports are asked about, for nothing else is ever accepted unseen.
 */
export async function askSecond(network: Network, pyramid: Pyramid, attempt: Attempt): Promise<Attempt> {
	const baselines = attempt.lines.flatMap(line => baselineOf(line) ?? []);
	if (attempt.shape !== 'TD3' || baselines.length !== attempt.lines.length) return attempt;
	const read = await readAgain(network, pyramid, baselines);
	return {
		...attempt,
		lines: attempt.lines.map((line, i) => {
			const matrix = read[i]?.matrix;
			const characters = line.characters?.map((character, k) => ({
				...character,
				second: matrix ? marginOf(matrix, k, classOf(line.text[k]!), attempt.allowed[i]!(k)) : unseen,
			}));
			return characters ? {...line, characters} : line;
		}),
	};
}

const baselineOf = ({text, from, to, pitch}: LineReading): Baseline | undefined => {
	if (!from || !to || !pitch) return undefined;
	const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
	const unit: [number, number] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
	const start: [number, number] = [from[0] - (unit[0] * pitch) / 2, from[1] - (unit[1] * pitch) / 2];
	return {start, unit, pitch, count: text.length};
};
