import {presets} from '../column-sets.ts';
import {type Column, columnsByKey} from '../columns.ts';
import {type ExportWords, wordsOfOthers} from '../words.ts';

/** The columns of a list, known by their heads. */
export type KnownList = {
	/** By their places; undefined for a column that a person added or named otherwise. */
	readonly columns: readonly (Column | undefined)[];
	/** Those of the heads; a person may have values in another language below them. */
	readonly words: ExportWords;
	readonly languages: readonly ExportWords[];
	/** The columns are those of the original skill. */
	readonly asOriginal: boolean;
};

type Known = {
	readonly byHead: ReadonlyMap<string, Column>;
	/** By their heads as `bare` has them. */
	readonly byBare: ReadonlyMap<string, Column>;
	readonly words: ExportWords;
	readonly asOriginal: boolean;
};

/** A head whatever its capitals, spaces and line ends are: a person sets it in capitals, or breaks it to save width. */
const bare = (head: string): string =>
	head
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\s\u200b\ufeff]+/g, '');

const earlier = ({earlierHeads}: ExportWords) =>
	Object.entries(earlierHeads).map(([head, key]) => [head, columnsByKey.get(key)!] as const);

type Ways = {readonly languages: readonly ExportWords[]; readonly ways: readonly Known[]};

/** Each of the first rows of a file may be that of the heads, and is looked up in them. */
const remembered = new WeakMap<readonly Column[], Ways>();

function waysOf(languages: readonly ExportWords[], asked: readonly Column[]): readonly Known[] {
	const before = remembered.get(asked);
	if (before?.languages === languages) return before.ways;
	const ways = computedWays(languages, asked);
	remembered.set(asked, {languages, ways});
	return ways;
}

/** Every way in which the heads of a list can be written: in a language, or in one after the other. */
function computedWays(languages: readonly ExportWords[], asked: readonly Column[]): readonly Known[] {
	const sets = [[...columnsByKey.values()], presets.original.columns];
	return sets.flatMap((columns, set) =>
		languages.map(words => {
			const byHead = new Map([
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
			]);
			const byBare = new Map([...byHead].map(([head, column]) => [bare(head), column] as const));
			return {words, asOriginal: set === 1, byHead, byBare};
		}),
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
	const {way, columns, found} = nearest(heads, waysOf(languages, asked));
	if (found < 2 || !columns.some(column => column?.key === 'passport_number')) return undefined;
	return {columns, words: way.words, languages, asOriginal: way.asOriginal};
}

type Near = {
	readonly way: Known;
	readonly columns: readonly (Column | undefined)[];
	/** How many of the heads are known. */
	readonly found: number;
};

/** What heads mean in the way in which most of them are known; where several are, most of them letter by letter. */
function nearest(heads: readonly string[], ways: readonly Known[]): Near {
	const texts = heads.map(head => ({head: head.trim(), bare: bare(head)}));
	const counted = ways.map(way => ({
		way,
		found: texts.filter(one => way.byBare.has(one.bare)).length,
		exact: texts.filter(one => way.byHead.has(one.head)).length,
	}));
	const {way, found} = counted.reduce((best, one) =>
		one.found > best.found || (one.found === best.found && one.exact > best.exact) ? one : best,
	);
	const seen = new Set<string>();
	const taken = (column: Column | undefined): Column | undefined => {
		if (!column || seen.has(column.key)) return undefined;
		seen.add(column.key);
		return column;
	};
	// A person's own column may have a head that is nearly one of this program.
	const exact = texts.map(({head}) => taken(way.byHead.get(head)));
	const columns = texts.map(({head, bare}, place) =>
		way.byHead.has(head) ? exact[place] : taken(way.byBare.get(bare)),
	);
	return {way, columns, found};
}

/** Returns the column that has a head in one of the languages. */
export function columnNamed(head: string, languages: readonly ExportWords[]): Column | undefined {
	const ways = waysOf(languages, noneAsked);
	return ways.map(({byBare}) => byBare.get(bare(head))).find(column => column !== undefined);
}

const noneAsked: readonly Column[] = [];

/** What is missing in a file without the heads of a list. */
export type HeadsFound = {
	/** Those of the row that has most of them. */
	readonly heads: readonly string[];
	/** That row has none for the number, or that alone. */
	readonly missing: 'number' | 'others';
};

/** Returns the heads of the row that is nearest to those of a list; undefined where no row has a head that is known. */
export function headsFound(
	rows: readonly (readonly string[])[],
	languages: readonly ExportWords[],
	asked: readonly Column[],
): HeadsFound | undefined {
	const ways = waysOf(languages, asked);
	let best: Near | undefined;
	let heads: readonly string[] = [];
	for (const row of rows) {
		const near = nearest(row, ways);
		if (near.found <= (best?.found ?? 0)) continue;
		best = near;
		heads = row.filter(head => head.trim() !== '');
	}
	if (!best) return undefined;
	const hasNumber = best.columns.some(column => column?.key === 'passport_number');
	return {heads, missing: hasNumber ? 'others' : 'number'};
}
