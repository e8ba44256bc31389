import {compareNames, type NameMatch, spells} from '../../../../passport/printed/compare-names.ts';
import {onceForTexts} from '../../../../remember.ts';

/**
 * Letters that the general reader does not have and reads without their mark, where the MRZ spells them with two: it
 * sees `MULLER`, the MRZ says `MUELLER`, so the page prints `MÜLLER` (ICAO 9303-3 §6 A).
 */
const hidden: ReadonlyArray<readonly [seen: string, mrz: string, printed: string]> = [
	['A', 'AE', 'Æ'],
	['E', 'AE', 'Æ'],
	['A', 'AE', 'Ä'],
	['A', 'AA', 'Å'],
	['O', 'OE', 'Ö'],
	['O', 'OE', 'Ø'],
	['U', 'UE', 'Ü'],
	['P', 'TH', 'Þ'],
	['B', 'SS', 'ß'],
];

/** Where AE and OE stand for Æ and Ø, or Ö; elsewhere for Ä and Ö. */
const northern: ReadonlySet<string> = new Set(['ISL', 'DNK', 'NOR', 'FRO', 'GRL']);

const mostMarks = 4;

/** A letter in capitals without its mark: one mark is easily taken for another. */
const bareLetter = onceForTexts((letter: string): string => letter.normalize('NFD')[0]!.toUpperCase());

const isCapital = (letter: string): boolean => letter === letter.toUpperCase();

/**
 * A name as the page must have printed it, when the reader's lack of marks is all that parts it from the MRZ's; as it
 * was read otherwise.
 */
export const restoreMarks = (read: string, mrz: string, issuer = ''): string => restored(read, mrz, issuer);

/** No name has digits: the reader takes O and I beside letters for them. Nor is an L small at its beginning or among capitals: that is an I. */
const inLetters = (text: string): string =>
	text
		.replace(/(?<=\p{L})0|0(?=\p{L})/gu, 'O')
		.replace(/(?<=\p{L})1|1(?=\p{L})/gu, 'I')
		.replace(/(?<!\p{L})l(?=\p{L})|(?<=\p{Lu})l(?!\p{Ll})/gu, 'I');

/** Letters of two that the reader sees as three: A and E beside the Æ that they are. */
const withoutTwins = (text: string): string => text.replace(/A(?=ÆE?)|(?<=Æ)E|O(?=ŒE?)|(?<=Œ)E/giu, '');

/** A text with one of the places that a pattern finds written otherwise, where that makes it the MRZ's; else as it was read. */
const withOther = (text: string, pattern: RegExp, mrz: string, otherwise: (seen: string) => string): string =>
	[...text.matchAll(pattern)]
		.map(({index, 0: seen}) => text.slice(0, index) + otherwise(seen) + text.slice(index + seen.length))
		.find(one => compareNames(one, mrz) === 'same') ?? text;

/** Œ where the reader saw it as C and E. */
const withLigature = (text: string, mrz: string): string =>
	withOther(text, /CE/gi, mrz, seen => (seen === 'CE' ? 'Œ' : 'œ'));

/** IJ where the reader saw it as U: in narrow type the foot of the J reaches the I. */
const withDutchLetter = (text: string, mrz: string): string =>
	mrz.includes('IJ') ? withOther(text, /U/gi, mrz, seen => (seen === 'U' ? 'IJ' : 'ij')) : text;

/** Ó where the reader saw its accent and itself as one: `Eš6`. */
const withAcute = (text: string, mrz: string): string =>
	withOther(text, /6/g, mrz, () => (/\p{Ll}/u.test(text) ? 'ó' : 'Ó'));

const restored = onceForTexts((seen: string, mrz: string, issuer: string): string => {
	if (compareNames(seen, mrz) === 'same') return seen;
	const read = withAcute(withDutchLetter(withLigature(withoutTwins(inLetters(seen)), mrz), mrz), mrz);
	if (compareNames(read, mrz) === 'same') return read;
	// Dutch has IJ as one letter: the J of it is short, and is seen as another I.
	const joined = read.replaceAll('II', 'IJ').replaceAll('ii', 'ij');
	if (joined !== read && compareNames(joined, mrz) === 'same') return joined;
	const foreign = issuer === '' ? '' : issuer === 'ISL' ? 'ÄØ' : northern.has(issuer) ? 'ÄÖ' : 'ÆØ';
	const likely = hidden.filter(([, spelled, printed]) => mrz.includes(spelled) && !foreign.includes(printed));
	if (likely.length === 0) return read;
	const tryFrom = (text: string, from: number, left: number): string | undefined => {
		for (let index = from; left > 0 && index < text.length; index++) {
			const letter = bareLetter(text[index]!);
			for (const [seen, , printed] of likely) {
				if (letter !== seen) continue;
				const mark = isCapital(text[index]!) ? printed : printed.toLowerCase();
				const candidate = text.slice(0, index) + mark + text.slice(index + 1);
				if (spells(candidate, mrz)) return candidate;
				const further = tryFrom(candidate, index + 1, left - 1);
				if (further !== undefined) return further;
			}
		}

		return undefined;
	};

	return tryFrom(read.slice(0, 60), 0, mostMarks) ?? read;
});

/**
 * A name with spaces where the MRZ parts its words: the reader drops most, and sees some that are none. As it was read
 * where it is not the MRZ's, or where it plainly has more words.
 */
export function respace(read: string, mrz: string): string {
	const spans = read.split(' ').filter(Boolean);
	const words = mrz.split(' ').filter(Boolean);
	if (spans.length > words.length && spans.every(span => /^\p{Lu}./u.test(span))) return read;
	let rest = spans.join('');
	let spaced = '';
	for (const word of words) {
		let length = 1;
		while (length <= rest.length && !spells(rest.slice(0, length), word)) length++;
		if (length > rest.length) return read;
		const span = rest.slice(0, length);
		spaced += spaced === '' || /^[^\p{L}]/u.test(span) || /[^\p{L}]$/u.test(spaced) ? span : ` ${span}`;
		rest = rest.slice(length);
	}

	return rest === '' ? spaced : read;
}

/** How a printed name relates to the MRZ's; marks that the reader cannot see do not count. */
export const matchName = (read: string, mrz: string, truncated = false): NameMatch =>
	mrz === '' ? 'different' : compareNames(restoreMarks(read, mrz), mrz, truncated);

/** Whether a text is the MRZ's name, in one of its spellings. */
export const isName = (text: string, mrz: string, truncated = false): boolean =>
	isNameAs(text, mrz, truncated ? 'truncated' : 'whole');

const isNameAs = onceForTexts((text: string, mrz: string, as: 'truncated' | 'whole'): boolean => {
	if (/\d{2}/.test(text)) return false;
	const match = matchName(text, mrz, as === 'truncated');
	return match === 'same' || match === 'variant' || match === 'truncated';
});

/** `Œ367605`: a number has no letters of two. */
export const withoutLigatures = (text: string): string => text.replace(/Œ/gi, 'OE').replace(/Æ/gi, 'AE');

/** Pairs that the general reader does not distinguish. A number's check digit sees each of them. */
const alike = (text: string): string => text.replaceAll('O', '0').replaceAll('Q', '0').replaceAll('I', '1');

/**
 * The MRZ's number where a text prints it, alone or after a label of its own; what the reader cannot distinguish (O and
 * 0, I and 1) does not count. Undefined when it prints another.
 */
export function matchNumber(text: string, number: string): boolean {
	// A number has no marks: one that is seen is a speck.
	const plain = withoutLigatures(text)
		// In narrow type C looks like this.
		.replace(/^\((?=\d)/, 'C')
		.normalize('NFKD')
		.toUpperCase()
		.replace(/[^A-Z0-9]/g, '');
	const [seen, wanted] = [alike(plain), alike(number.replace(/[^A-Z0-9]/g, ''))];
	return (
		wanted.length >= 5 &&
		(seen === wanted || (seen.endsWith(wanted) && /N[O0R]?$/.test(plain.slice(0, -wanted.length))))
	);
}

const sexTokens: Readonly<Record<string, readonly string[]>> = {
	M: ['M', 'MALE', '男', 'MASCULIN', 'MASCULINO', 'MASCULINE'],
	F: ['F', 'FEMALE', '女', 'FEMININ', 'FEMININO', 'FEMENINO', 'FEMININE'],
	'<': ['X', '<'],
};

const sexWords: ReadonlySet<string> = new Set(Object.values(sexTokens).flat());

/** The sexes that a short text prints: `F`, `K/F`, `男/M`. Letters of other languages say nothing. */
export function sexesIn(text: string): string[] {
	if (text.length > 12) return [];
	const tokens = text
		.toUpperCase()
		.split(/[^\p{L}<.]+/u)
		.map(token => token.replace(/^\.+|\.+$/g, ''))
		.filter(Boolean);
	if (tokens.length > 3) return [];
	// `M airie De`: a stroke parts the letter from a word in another language.
	const isOther = (token: string) => token.length > 2 && !sexWords.has(token);
	if (tokens.some(isOther) && !/[/|-]/.test(text)) return [];
	return Object.entries(sexTokens).flatMap(([sex, words]) =>
		tokens.some(token => words.includes(token)) ? [sex] : [],
	);
}
