import {editDistance} from '../core/edit-distance.ts';

/** The name that a mistyped word was likely meant to be: at most a third of its letters differ. */
export function closest(word: string, names: readonly string[]): string | undefined {
	const [best] = names
		.map(name => ({
			name,
			away: name.startsWith(word) && word.length > 2 ? 1 : editDistance(word.toLowerCase(), name, {swaps: true}),
		}))
		.sort((one, other) => one.away - other.away);
	return best && best.away <= Math.max(1, Math.floor(best.name.length / 3)) ? best.name : undefined;
}
