import type {Found} from './page.ts';

/** States whose pages print Cyrillic or Greek capitals, which the reader takes for Latin ones that look like them. */
const lookAlike: ReadonlySet<string> = new Set(
	'RUS UKR BLR BGR SRB MKD MNE BIH KAZ KGZ TJK MNG GRC CYP SUN YUG SCG'.split(' '),
);

/** Of a word in those scripts, the reader finds at least so many letters that look like theirs. */
const most = 0.8;

const isLookAlike = (word: string): boolean => {
	const letters = word.replace(/[^\p{L}]/gu, '').toUpperCase();
	if (letters.length < 3 || /\p{Ll}|[DFGJQSVWZ]/u.test(word)) return false;
	return letters.replace(/[^ABCEHIKMOPTXY]/g, '').length >= most * letters.length || /\p{L}\d+\p{L}/u.test(word);
};

/**
 * A value without what is printed in a script that the reader does not know: `MOCKOBCKAЯ` beside `RUSSIA`. Undefined
 * when nothing is left.
 */
export function inKnownScript(found: Found, issuer: string): Found | undefined {
	const worded = found.field === 'birth_place' || found.field === 'authority' || found.field === 'issue_place';
	if (!lookAlike.has(issuer) || !(worded || found.field === 'nationality')) return found;
	const parts = found.text.split('/').map(part => part.trim());
	const kept = parts.filter(part => part !== '' && !part.split(/[^\p{L}\p{N}]+/u).some(isLookAlike));
	return kept.length === 0 ? undefined : kept.length === parts.length ? found : {...found, text: kept.join('/')};
}
