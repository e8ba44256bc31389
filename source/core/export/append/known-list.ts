import {presets} from '../column-sets.ts';
import {type Column, columnsByKey} from '../columns.ts';
import {type ExportWords, wordsOfOthers} from '../words.ts';

/** The columns of a list, known by their heads. */
export type KnownList = {
	/** By their places; undefined for a column that a person added or named otherwise. */
	readonly columns: readonly (Column | undefined)[];
	readonly words: ExportWords;
	/** The columns are those of the original skill. */
	readonly asOriginal: boolean;
};

type Known = {readonly byHead: ReadonlyMap<string, Column>; readonly words: ExportWords; readonly asOriginal: boolean};

const earlier = ({earlierHeads}: ExportWords) =>
	Object.entries(earlierHeads).map(([head, key]) => [head, columnsByKey.get(key)!] as const);

/** Every way in which the heads of a list can be written: in a language, or in one after the other. */
function waysOf(languages: readonly ExportWords[], asked: readonly Column[]): readonly Known[] {
	const sets = [[...columnsByKey.values()], presets.original.columns];
	return sets.flatMap((columns, set) =>
		languages.map(words => ({
			words,
			asOriginal: set === 1,
			byHead: new Map([
				...(set === 0 ? asked.map(column => [column.head(words), column] as const) : []),
				...(set === 0 ? earlier(words) : []),
				...columns.flatMap(column => {
					const further = languages.filter(one => one !== words);
					return [(one: ExportWords) => one, wordsOfOthers].flatMap(named => {
						const head = column.head(named(words));
						const both = further.map(one => `${head} ${column.head(named(one))}`);
						return [head, ...both].map(text => [text, column] as const);
					});
				}),
			]),
		})),
	);
}

/**
 * Returns what the heads of a list mean, or undefined where they are not those of a list of passports: it has a column
 * for the number, and one more.
 *
 * @param asked columns that may be there under heads of their own.
 */
export function knownList(
	heads: readonly string[],
	languages: readonly ExportWords[],
	asked: readonly Column[] = [],
): KnownList | undefined {
	const texts = heads.map(head => head.trim());
	const ways = waysOf(languages, asked).map(way => ({way, found: texts.filter(head => way.byHead.has(head)).length}));
	const {way, found} = ways.reduce((best, one) => (one.found > best.found ? one : best));
	const seen = new Set<string>();
	const columns = texts.map(head => {
		const column = way.byHead.get(head);
		if (!column || seen.has(column.key)) return undefined;
		seen.add(column.key);
		return column;
	});
	if (found < 2 || !seen.has('passport_number')) return undefined;
	return {columns, words: way.words, asOriginal: way.asOriginal};
}
