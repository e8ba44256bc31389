import {isName, matchNumber} from './compare.ts';
import {isPartOfLabel} from './match-label.ts';
import type {MrzFacts} from './mrz-facts.ts';
import {provesNationality} from './nationality.ts';
import {entryOf, type PrintedEntry, type PrintedPage} from './page.ts';
import {partOf} from './runs.ts';

/**
 * A page on which what the MRZ says is an entry of its own, also where it was read as one line with its label before it,
 * or a number with the code of the state.
 */
export const withValuesApart = (page: PrintedPage, facts: MrzFacts): PrintedPage => ({
	...page,
	entries: page.entries.flatMap(entry =>
		matchNumber(entry.text, facts.number) ? entry : (behindLabels(entry, facts) ?? aroundNumber(entry, facts)),
	),
});

const partsOf = (entry: PrintedEntry, cuts: readonly (readonly [from: number, to: number])[]): PrintedEntry[] =>
	cuts.flatMap(([from, to]) => (to > from ? entryOf(partOf(entry, from, to)) : []));

/** Names shorter than this are parts of other words. */
const shortestApart = 3;

/** `Surname/Nom LINDQVIST`: a label, and a value of the MRZ behind it. */
function behindLabels(
	entry: PrintedEntry,
	{surname, given, number, nationality}: MrzFacts,
): PrintedEntry[] | undefined {
	const end = entry.labels.at(-1)?.to ?? 0;
	const after =
		end === 0 ? wordsOfLabel(entry.text) : /^[^\p{L}\p{N}]+(?=[\p{L}\p{N}])/u.exec(entry.text.slice(end))?.[0].length;
	// Without a space between them nothing says where the label ends.
	if (after === undefined || after === 0) return undefined;
	const from = end + after;
	const rest = entry.text.slice(from);
	const isKnown =
		matchNumber(rest, number) ||
		[surname, given].some(name => name.length >= shortestApart && isName(rest, name)) ||
		(end > 0 && rest.length > shortestApart && provesNationality(rest, nationality));
	return isKnown
		? partsOf(entry, [
				[0, from],
				[from, entry.text.length],
			])
		: undefined;
}

/** Where a text continues behind words of a label, or capitals begin behind small letters: `Skunnw Lsname XEQ`, misread. */
function wordsOfLabel(text: string): number {
	const first = [...text.matchAll(/\s+/g)].findLast(({index}) => isPartOfLabel(text.slice(0, index)));
	if (first) return first.index + first[0].length;
	const capitals = /^.*\p{Ll}\S*\s+(?=\p{Lu}[\p{Lu}\p{N}\s,'’-]+$)/u.exec(text);
	return capitals?.[0].length ?? 0;
}

function aroundNumber(entry: PrintedEntry, {number}: MrzFacts): PrintedEntry[] {
	const starts = [0, ...[...entry.text.matchAll(/ /g)].map(({index}) => index + 1)];
	const ends = [...starts.slice(1).map(start => start - 1), entry.text.length];
	for (const from of starts) {
		for (const to of ends) {
			if (to <= from || to - from === entry.text.length || !matchNumber(entry.text.slice(from, to), number)) continue;
			return partsOf(entry, [
				[0, from - 1],
				[from, to],
				[to + 1, entry.text.length],
			]);
		}
	}

	return [entry];
}
