import {spells} from '../../../../passport/printed/compare-names.ts';
import type {PrintedEntry} from '../entry.ts';
import type {PrintedPage} from '../page.ts';
import {fold, partOf, type TextRun, withoutHan} from '../runs.ts';
import {type Add, choose, withThirds} from './candidates.ts';
import {isName, respace, restoreMarks} from './compare.ts';
import type {MrzFacts} from './mrz-facts.ts';
import {namesNationality} from './nationality.ts';
import {labelDistance} from './near-label.ts';
import {lookAlike} from './scripts.ts';

/** A name with the marks and spaces that the reader does not see and the MRZ vouches for. */
const asPrinted = (read: string, mrz: string, issuer: string): string => {
	const usual = restoreMarks(read, mrz, issuer);
	// A holder may have a letter that the state's own names lack.
	return respace(spells(usual, mrz) ? usual : restoreMarks(read, mrz), mrz);
};

/** A name in Cyrillic or Greek letters has between so many times the Latin one's letters. */
const [shorter, longer] = [0.5, 1.7];

/** What may be the name in Latin letters behind the same in the state's own, whose stroke was not read: `ANNXY APIHU`. */
const behindOwnScript = (entry: PrintedEntry, issuer: string): TextRun[] => {
	const {text} = entry;
	if (!lookAlike.has(issuer) || text.includes('/')) return [];
	return Array.from(text, (_, at) => at).flatMap(at => {
		const [own, latin] = [fold(text.slice(0, at)).length, fold(text.slice(at)).length];
		const isName = latin >= leastBehind && own > shorter * latin && own < longer * latin;
		return isName && /\p{L}/u.test(text[at]!) ? [partOf(entry, at, text.length)] : [];
	});
};

/** What is behind the last label of a text: `/Nom Icine Rekukuv`. */
const behindLabels = (entry: PrintedEntry): TextRun[] =>
	[...entry.text.matchAll(/(?<!\p{L})\p{L}/gu)]
		.filter(({index}) => index >= (entry.labels.at(-1)?.to ?? 0))
		.map(({index}) => partOf(entry, index, entry.text.length))
		.filter(({text}) => fold(text).length >= leastBehind);

/** A label is smaller than this share of a value. */
const valueHigh = 0.8;

/** What a label announces is this many heights below it. */
const [nearest, farthest] = [0.4, 1.5];

/** Whether a label's word, as `ADI` or `SEX`, is set like a name: as tall, and announced by another label or above no value. */
const isSetAsName = (page: PrintedPage, entry: PrintedEntry): boolean =>
	entry.height > valueHigh * page.height &&
	((['surname', 'given_names'] as const).some(field => labelDistance(page, entry, field) !== undefined) ||
		page.entries.every(other => {
			const below = (other.v - entry.v) / page.height;
			return (
				other.isLabel ||
				below < nearest ||
				below > farthest ||
				other.left > entry.right + page.height ||
				other.right < entry.left
			);
		}));

/** A name that is found by its letters alone in a longer text has so many, at least. */
const leastBehind = 4;

/** The names of the MRZ as a page prints them: in entries of their own, behind labels, over rows, or both on one line. */
export const findNames = (
	page: PrintedPage,
	values: readonly PrintedEntry[],
	{surname, given, issuer, nationality, truncated}: MrzFacts,
	add: Add,
): void => {
	const latin = values.flatMap((entry): TextRun[] => {
		const text = withoutHan(entry.text);
		if (!/\p{L}/u.test(text)) return [];
		const isEither = ({text: read}: TextRun) => isName(read, surname) || isName(read, given, truncated);
		// A label's word may be a name: `Van`, `Post`.
		if (entry.isLabel && entry.labels.length > 0)
			return isEither(entry) && isSetAsName(page, entry) ? [entry] : behindLabels(entry).filter(isEither);
		// `ИВАНОВ / IVANOV`: the same in two scripts.
		const stroke = text === entry.text ? text.search(/\/\s*\p{L}/u) + 1 : 0;
		const behind = stroke > 0 ? [partOf(entry, stroke + /^\s*/.exec(text.slice(stroke))![0].length, text.length)] : [];
		const speck = text === entry.text ? text.search(/\p{L}/u) : 0;
		const whole = speck > 0 ? partOf(entry, speck, text.length) : entry;
		// `1VANOV`: a digit before a letter may be one that was misread.
		const withDigit = speck === 1 && /^\d\p{L}/u.test(text) ? [entry] : [];
		return [text === entry.text ? whole : {...entry, text}, ...withDigit, ...behind, ...behindOwnScript(entry, issuer)];
	});
	const candidates = withThirds(page, latin);
	const first = choose(
		page,
		candidates.filter(({text}) => isName(text, surname, truncated && given === '')),
		['surname', 'name'],
	);
	add('surname', first, first && asPrinted(first.text, surname, issuer));
	const chosen = choose(
		page,
		candidates.filter(
			run => run !== first && isName(run.text, given, truncated) && (!first || run.v > first.v - 0.4 * page.height),
		),
		['given_names'],
	);
	const second = truncated && chosen ? wholeName(chosen, candidates, given, nationality) : chosen;
	add('given_names', second, second && asPrinted(second.text, given, issuer));
	if (first && second) return;
	// Both on one line, as China prints them: `ZHANG, SAN`.
	const whole = choose(
		page,
		candidates.filter(({text}) => given !== '' && isName(text, `${surname} ${given}`)),
		['name', 'surname', 'given_names'],
	);
	if (!whole) return;
	add('name', whole);
	const parts = splitName(whole.text, surname, given);
	if (!parts) return;
	if (!first) add('surname', whole, asPrinted(parts.surname, surname, issuer), true);
	if (!second) add('given_names', whole, asPrinted(parts.given, given, issuer), true);
};

/** A name that the MRZ cut off, with the rows and words that continue it, but for the nationality: its beginning is one, too. */
const wholeName = (chosen: TextRun, candidates: readonly TextRun[], mrz: string, nationality: string): TextRun =>
	candidates
		.filter(
			({text}) =>
				text.startsWith(chosen.text) &&
				isName(text, mrz, true) &&
				!namesNationality(text.slice(chosen.text.length), nationality),
		)
		.sort((a, b) => b.text.length - a.text.length)[0]!;

/** Surname and given names of one printed line, in either order; undefined when no cut of it gives both. */
function splitName(
	text: string,
	surname: string,
	given: string,
): {readonly surname: string; readonly given: string} | undefined {
	const spans = text.split(/[,，]\s*|\s+/).filter(Boolean);
	for (let cut = 1; cut < spans.length; cut++) {
		const [before, after] = [spans.slice(0, cut).join(' '), spans.slice(cut).join(' ')];
		if (isName(before, surname) && isName(after, given)) return {surname: before, given: after};
		if (isName(after, surname) && isName(before, given)) return {surname: after, given: before};
	}

	return undefined;
}
