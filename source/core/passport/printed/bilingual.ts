/** A text in letters of East Asian scripts. */
const isEastAsian = (text: string): boolean =>
	/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);

const isPair = (national: string, latin: string): boolean =>
	latin !== '' && isEastAsian(national) && !isEastAsian(latin);

/** A place in an East Asian script and in Latin letters as a page prints both: `四川/SICHUAN`. */
export const bilingual = (national: string, latin: string): string =>
	isPair(national, latin) ? `${national}/${latin}` : national || latin;

/** The reverse of `bilingual`: without `latin` for any other text. */
export function bilingualParts(text: string): {readonly national: string; readonly latin?: string} {
	if (!text.includes('/')) return {national: text};
	const [national = '', latin = '', ...more] = text.split('/').map(part => part.trim());
	return more.length === 0 && isPair(national, latin) ? {national, latin} : {national: text};
}
