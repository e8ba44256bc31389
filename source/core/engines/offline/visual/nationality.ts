import {alpha2Of} from '../../../passport/codes.ts';
import {fold} from './runs.ts';

/** Languages whose names of states stand on passports beside a state's own; the reader has Latin and Chinese letters. */
const common = ['en', 'fr', 'es', 'de', 'zh-Hans', 'zh-Hant'];

/** Words for a nationality that do not begin like the name of the state. */
const others: Readonly<Record<string, string>> = {
	GBR: 'BRITISH BRITANNIQUE',
	NLD: 'DUTCH NEDERLANDSE',
	DEU: 'DEUTSCH GERMAN ALLEMANDE',
	CHE: 'SWISS SUISSE SVIZZERA SCHWEIZ',
	USA: 'AMERICAN USA',
	TWN: 'REPUBLICOFCHINA 中華民國',
	KOR: 'REPUBLICOFKOREA KOREAN',
	PRK: 'KOREAN',
	PHL: 'FILIPINO PILIPINO',
	DNK: 'DANISH DANSK',
	GRC: 'HELLENIC GREEK',
	ARE: 'EMIRATI EMIRIAN',
	HUN: 'MAGYAR',
	FIN: 'SUOMI SUOMALAINEN',
	HRV: 'HRVATSK',
	MMR: 'MYANMAR BURMESE',
	NZL: 'NEWZEALAND',
	LKA: 'SRILANKA',
	CIV: 'IVOIRIENNE IVORIAN',
	CZE: 'CESK',
};

const names = new Map<string, readonly string[]>();

/** What a state is called, folded: in the common languages, in its own, by its code. */
function namesOf(code: string): readonly string[] {
	const known = names.get(code);
	if (known) return known;
	const two = alpha2Of(code);
	const own = two ? new Intl.Locale(`und-${two}`).maximize().language : undefined;
	const texts = two
		? [...common, ...(own ? [own] : [])].flatMap(language => {
				try {
					return new Intl.DisplayNames([language], {type: 'region', fallback: 'none'}).of(two) ?? [];
				} catch {
					return [];
				}
			})
		: [];
	const found = [...new Set([...texts.map(fold), ...(others[code]?.split(' ') ?? [])])].filter(Boolean);
	names.set(code, found);
	return found;
}

/** Letters that must agree from the beginning: Poland and Polish share three. */
const stem = (name: string): string =>
	name.slice(0, /^\p{Script=Han}/u.test(name) ? 2 : Math.max(3, Math.min(6, name.length - 3)));

/**
 * Whether a text names the nationality of a code: by a word that begins like the state's name in a common language or
 * its own (Poland: POLSKIE, POLISH, POLONAISE), or by the code itself.
 */
export function namesNationality(text: string, code: string): boolean {
	if (code === '') return false;
	const words = text
		.split(/[^\p{L}]+/u)
		.map(fold)
		.filter(word => word.length > 1);
	const whole = fold(text);
	if (words.includes(code) || whole === code || (code === 'DEU' && whole === 'D')) return true;
	return namesOf(code).some(name => {
		const beginning = stem(name);
		return (
			(whole.includes(name) && name.length > 3) ||
			words.some(word => word.startsWith(beginning) && word.length <= name.length + 8)
		);
	});
}
