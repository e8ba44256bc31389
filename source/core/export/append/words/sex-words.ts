import {isSameValue, letters} from '../compare/identity.ts';

type Sex = 'M' | 'F';

/**
 * How lists write male and female, the usual way first. Those of one letter are of their languages: M is a woman in Spain
 * (hombre, mujer), and beside W a man in Germany.
 */
const pairs: readonly Readonly<Record<Sex, string>>[] = [
	{M: 'M', F: 'F'},
	{M: 'MALE', F: 'FEMALE'},
	{M: '男', F: '女'},
	{M: 'MAN', F: 'WOMAN'},
	{M: 'MR', F: 'MS'},
	{M: 'H', F: 'F'},
	{M: 'H', F: 'M'},
	{M: 'M', F: 'W'},
	{M: 'М', F: 'Ж'},
];

/** Words that are written by hand beside those of a pair. */
const others: Readonly<Record<Sex, readonly string[]>> = {M: [], F: ['MRS', 'MISS']};

const sexes = ['M', 'F'] as const;

const isSex = (text: string): text is Sex => sexes.some(sex => sex === text);

/** How a list writes the sex of a person. */
export type SexWords = {
	/** Whether a text of the list means the sex that was read, or is the same where that is another value. */
	readonly isSame: (listed: string, read: string) => boolean;
	/** Returns how the list writes a sex; any other value as it is. */
	readonly write: (sex: string) => string;
};

/** @param texts All of the column; those that say neither male nor female decide nothing. */
export function sexWordsOf(texts: readonly string[]): SexWords {
	const said = texts.filter(text => pairs.some(pair => meaning(pair, text)));
	const fitting = pairs.find(pair => said.every(text => meaning(pair, text)));
	const pair = fitting ?? pairs[0]!;
	const meant = (text: string): Sex | undefined =>
		[pair, ...pairs].map(one => meaning(one, text)).find(sex => sex !== undefined) ??
		sexes.find(sex => others[sex].includes(letters(text)));
	return {
		isSame: (listed, read) => (isSex(read) ? meant(listed) === read : isSameValue(listed, read)),
		write(sex) {
			if (!isSex(sex) || said.length === 0 || !fitting) return sex;
			const own = said.find(text => meaning(fitting, text) === sex);
			return own ?? cased(fitting[sex], said[0]!);
		},
	};
}

const meaning = (pair: Readonly<Record<Sex, string>>, text: string): Sex | undefined =>
	sexes.find(sex => pair[sex] === letters(text));

/** A word in capitals, in small letters or with a capital letter, as another one. */
function cased(word: string, like: string): string {
	if (like === like.toLowerCase()) return word.toLowerCase();
	const isTitle = like.length > 1 && like !== like.toUpperCase();
	return isTitle ? word[0] + word.slice(1).toLowerCase() : word;
}
