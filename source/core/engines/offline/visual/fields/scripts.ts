import {editDistance} from '../../../../edit-distance.ts';
import type {Found, PrintedPage} from '../page.ts';
import {fold} from '../runs.ts';
import {isName} from './compare.ts';
import type {MrzFacts} from './mrz-facts.ts';
import {namesNationality} from './nationality.ts';

/** States whose pages print Cyrillic or Greek capitals, which the reader takes for Latin ones that look like them. */
export const lookAlike: ReadonlySet<string> = new Set(
	'RUS UKR BLR BGR SRB MKD MNE BIH KAZ KGZ TJK MNG GRC CYP SUN YUG SCG'.split(' '),
);

/** Of a word in those scripts, the reader finds at least so many letters that look like theirs. */
const most = 0.8;

const isLookAlike = (word: string): boolean => {
	const letters = word.replace(/[^\p{L}]/gu, '').toUpperCase();
	if (letters.length < 3 || /\p{Ll}|[DFGJQSVWZ]/u.test(word)) return false;
	return letters.replace(/[^ABCEHIKMOPTXY]/g, '').length >= most * letters.length || /\p{L}\d+\p{L}/u.test(word);
};

/** Whether most letters of a text are of words in another script: `PAK` behind `ORLEANS` is none. */
const isForeignText = (text: string): boolean => {
	const words = text.split(/[^\p{L}\p{N}]+/u);
	const lettersOf = (some: readonly string[]) => some.join('').length;
	return 2 * lettersOf(words.filter(isLookAlike)) > lettersOf(words);
};

/** Letters of two words that differ, at most, for the same word, read in one script and in another. */
const alike = 0.6;

/** Whether a part before a stroke is the one behind it, in the state's own script: `HOBNSAD / NOVI SAD`, `XAPbKiB/KHARKIV`. */
const isInOwnScript = (part: string, at: number, parts: readonly string[]): boolean => {
	if (parts.length !== 2 || at !== 0) return false;
	if (/\p{L}\d+\p{L}|^\d\p{L}|\p{Lu}\p{Ll}\p{Lu}/u.test(part)) return true;
	const [own, latin] = parts.map(fold) as [string, string];
	const most = Math.floor(alike * Math.max(own.length, latin.length));
	return own !== latin && Math.abs(own.length - latin.length) <= 2 && editDistance(own, latin, {most}) <= most;
};

/** A word in one script and in another: letters of the one for each of the other's. */
const [shortestOwn, longestOwn] = [0.25, 2.2];

/**
 * What is behind the stroke that has the same word before it, as the reader sees another script: `5PATWMC/ABA/BRATISLAVA`,
 * in which Л is a stroke as well. Undefined where no stroke has about as much before it.
 */
function behindOwnScript(text: string): string | undefined {
	const letters = (part: string) => fold(part).length;
	const [best] = [...text.matchAll(/\//g)]
		.map(({index}) => ({own: text.slice(0, index), latin: text.slice(index + 1).trim()}))
		.filter(({own, latin}) => letters(latin) > 1 && letters(own) > 0)
		.map(one => ({...one, share: letters(one.own) / letters(one.latin)}))
		.filter(({share}) => share > shortestOwn && share < longestOwn)
		.sort((a, b) => Math.abs(Math.log(a.share)) - Math.abs(Math.log(b.share)));
	return best?.latin;
}

/** Whether a page prints a name of the MRZ behind the same in the state's own script: `MBAHOB/IVANOV`. */
export const printsBothScripts = (page: PrintedPage, {surname, given}: MrzFacts): boolean =>
	page.entries.some(({text, labels}) =>
		[...text.matchAll(/[\s/]+/g)].some(({index, 0: between}) => {
			const [own, latin] = [text.slice(0, index), text.slice(index + between.length)];
			return (
				(between.includes('/') || labels.length === 0) &&
				fold(own).length > shortestOwn * fold(latin).length &&
				[surname, given].some(name => fold(name).length > 2 && isName(latin, name))
			);
		}),
	);

/** The second of two parts is the Latin one, also where all its letters are in both scripts: `MBA/MIA`. */
const isLatinBehind = (at: number, {length}: readonly string[]): boolean => length === 2 && at === 1;

/**
 * A value without what is printed in a script that the reader does not know: `MOCKOBCKAЯ` beside `RUSSIA`. Undefined
 * when nothing is left. `inBoth`: the page prints names in both.
 */
export function inKnownScript(found: Found, issuer: string, inBoth = false): Found | undefined {
	const worded = found.field === 'birth_place' || found.field === 'authority' || found.field === 'issue_place';
	if (!lookAlike.has(issuer) || !(worded || found.field === 'nationality')) return found;
	const behind = worded && inBoth ? behindOwnScript(found.text) : undefined;
	if (behind !== undefined) return {...found, text: behind};
	const parts = found.text.split('/').map(part => part.trim());
	const isForeign = (part: string, at: number) =>
		(!isLatinBehind(at, parts) && isForeignText(part)) ||
		(found.field === 'nationality'
			? parts.some(one => namesNationality(one, issuer)) && !namesNationality(part, issuer)
			: isInOwnScript(part, at, parts));
	const kept = parts.filter((part, at) => part !== '' && !isForeign(part, at));
	return kept.length === 0 ? undefined : kept.length === parts.length ? found : {...found, text: kept.join('/')};
}
