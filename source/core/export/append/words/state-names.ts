import {allCodes, alpha2Of, codeKind, exportCode} from '../../../passport/tables/codes.ts';
import {onceForEach} from '../../../remember.ts';
import type {ExportWords} from '../../words.ts';

/** A name as a person writes it: capitals and spaces say nothing. */
const bare = (name: string): string =>
	name
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');

/** The codes of states by their names in a language; undefined for a name of several. */
const namesIn = onceForEach((words: ExportWords): ReadonlyMap<string, string | undefined> => {
	const names = new Map<string, string | undefined>();
	for (const printed of allCodes) {
		const code = exportCode(printed);
		const name = bare(words.country(code));
		if (name === bare(code)) continue;
		names.set(name, names.has(name) && names.get(name) !== code ? undefined : code);
	}
	return names;
});

/** Whether a text is the name of a state in a language. */
export const isNameIn = (text: string, words: ExportWords): boolean => namesIn(words).has(bare(text));

/** Whether a text is the name of the state with a code, in one of the languages. */
const namesState = (text: string, code: string, languages: readonly ExportWords[]): boolean =>
	languages.some(({country}) => bare(country(code)) === bare(text));

/** The codes of states by all that other lists have for them: their own in any letters, and those of two letters. */
const byCode = new Map(
	allCodes.flatMap(printed => {
		const code = exportCode(printed);
		return [printed, code, alpha2Of(code) ?? code].map(text => [bare(text), code] as const);
	}),
);

/** Whether a text is a code of two letters, such as `CN`. */
export const isAlpha2 = (text: string): boolean => text.length === 2 && byCode.has(bare(text));

/** Whether a text is a code, or a name in one of the languages, of the state with a code. */
export const meansState = (text: string, code: string, languages: readonly ExportWords[]): boolean =>
	namesState(text, code, languages) || byCode.get(bare(text)) === code;

/**
 * Returns the code of a state by what a list has for it. A code of no state, such as `GER` or `UK`, may be any; so may
 * those of Hong Kong and Macao, whose passports have the code of China.
 */
export function stateOf(text: string, languages: readonly ExportWords[]): string {
	const code = codeOfName(text, languages) ?? byCode.get(bare(text)) ?? text;
	const isAny = code === 'HKG' || code === 'MAC' || codeKind(code) === undefined;
	return isAny && code !== '' ? `${text}?` : code;
}

/** Returns the code of a state by its name in one of the languages; undefined for any other text. */
export function codeOfName(text: string, languages: readonly ExportWords[]): string | undefined {
	for (const words of languages) {
		const code = namesIn(words).get(bare(text));
		if (code !== undefined) return code;
	}
	return undefined;
}
