import {editDistance} from '../../../../edit-distance.ts';
import {allCodes, alpha2Of, exportCode} from '../../../../passport/tables/codes.ts';
import {fold} from '../runs.ts';
import {alike} from './label-letters.ts';

/**
 * Languages whose names of states are printed on passports beside a state's own; the reader has Latin and Chinese
 * letters.
 */
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

const displays = new Map<string, Intl.DisplayNames | undefined>();

/** Names of states in a language, where the Unicode CLDR that comes with Node has them. */
function regions(language: string): Intl.DisplayNames | undefined {
	if (!displays.has(language)) {
		const known = Intl.DisplayNames.supportedLocalesOf([language]).length > 0;
		displays.set(language, known ? new Intl.DisplayNames([language], {type: 'region', fallback: 'none'}) : undefined);
	}

	return displays.get(language);
}

const names = new Map<string, readonly string[]>();

/** What a state is called, folded, letters that print confuses alike: in the common languages, in its own, by its code. */
function namesOf(code: string): readonly string[] {
	const known = names.get(code);
	if (known) return known;
	const two = alpha2Of(code);
	const own = two ? new Intl.Locale(`und-${two}`).maximize().language : undefined;
	const texts = two ? [...common, ...(own ? [own] : [])].flatMap(language => regions(language)?.of(two) ?? []) : [];
	const found = [...new Set([...texts.map(fold), ...(others[code]?.split(' ') ?? [])])].filter(Boolean).map(alike);
	names.set(code, found);
	return found;
}

/** Letters that must agree from the beginning: Poland and Polish share three. */
const stem = (name: string): string =>
	name.slice(0, /^\p{Script=Han}/u.test(name) ? 2 : Math.max(3, Math.min(6, name.length - 3)));

const wordsOf = (text: string): string[] =>
	text
		.split(/[^\p{L}]+/u)
		.map(fold)
		.filter(word => word.length > 1);

const isCode = (text: string, code: string): boolean => {
	const whole = fold(text);
	return wordsOf(text).includes(code) || whole === code || (code === 'DEU' && whole === 'D');
};

/**
 * Whether a text may name the nationality of a code: by a word that begins like the state's name in a common language or
 * its own (Poland: POLSKIE, POLISH, POLONAISE), or by the code itself. Enough to find where it is printed; several
 * states begin alike (Austria, Australia), so it proves nothing.
 */
export function namesNationality(text: string, code: string): boolean {
	if (code === '') return false;
	if (isCode(text, code)) return true;
	const whole = alike(fold(text));
	const words = wordsOf(text).map(alike);
	return namesOf(code).some(name => {
		const beginning = stem(name);
		return (
			(whole.includes(name) && name.length > 3) ||
			words.some(word => word.startsWith(beginning) && word.length <= name.length + 14)
		);
	});
}

const shared = (a: string, b: string): number => {
	let length = 0;
	while (length < a.length && a[length] === b[length]) length++;
	return length;
};

/** Letters that the text shares with the beginning of a name of the state. */
const likeness = (texts: readonly string[], code: string): number => {
	let most = 0;
	for (const name of namesOf(code)) for (const text of texts) most = Math.max(most, shared(text, name));
	return most;
};

/** Whether a text names the nationality of this code and of no other: it begins more like this state's names. */
export function provesNationality(text: string, code: string): boolean {
	if (!namesNationality(text, code)) return false;
	if (isCode(text, code)) return true;
	const texts = [fold(text), ...wordsOf(text)].map(alike);
	const own = likeness(texts, code);
	for (const other of allCodes) if (exportCode(other) !== code && likeness(texts, other) >= own) return false;
	return true;
}

/**
 * What states print for the nationality of their own, as far as public specimens show it: the reader drops spaces and
 * marks, and letters at the ends of a line.
 */
const inFull: Readonly<Record<string, readonly string[]>> = {
	USA: ['UNITED STATES OF AMERICA'],
	GBR: ['BRITISH CITIZEN'],
	KOR: ['REPUBLIC OF KOREA'],
	ARE: ['UNITED ARAB EMIRATES'],
	SAU: ['SAUDI ARABIA'],
	ZAF: ['SOUTH AFRICAN'],
	LKA: ['SRI LANKAN'],
	PNG: ['PAPUA NEW GUINEAN'],
	NZL: ['NEW ZEALAND'],
	LTU: ['LIETUVOS RESPUBLIKOS', 'REPUBLIC OF LITHUANIA'],
	CZE: ['ČESKÁ REPUBLIKA', 'CZECH REPUBLIC'],
	SVK: ['SLOVENSKÁ REPUBLIKA', 'SLOVAK REPUBLIC'],
	AUS: ['AUSTRALIAN'],
	CAN: ['CANADIAN', 'CANADIENNE'],
	FRA: ['FRANÇAISE'],
	NLD: ['NEDERLANDSE'],
	ESP: ['ESPAÑOLA'],
	PRT: ['PORTUGUESA'],
	ITA: ['ITALIANA'],
	BRA: ['BRASILEIRO(A)'],
	MEX: ['MEXICANA'],
	COL: ['COLOMBIANA'],
	ARG: ['ARGENTINA'],
	POL: ['POLSKIE', 'POLISH'],
	HRV: ['HRVATSKO', 'CROATIAN'],
	SVN: ['SLOVENSKO', 'SLOVENE'],
	EST: ['ESTONIAN'],
	LVA: ['LATVIJAS', 'LATVIAN'],
	HUN: ['HUNGARIAN'],
	VNM: ['VIỆT NAM', 'VIETNAMESE'],
	PAK: ['PAKISTANI'],
	PHL: ['FILIPINO', 'PILIPINO'],
	CHE: ['SVIZZERA'],
};

/** Whether a text is what its state prints in several words, letter for letter. */
export const isInFull = (text: string, code: string): boolean =>
	inFull[code]?.some(name => fold(name) === fold(text)) ?? false;

/** Whether a text holds, in one of its languages, the first words only of what its state prints in several. */
export const isBeginningOnly = (text: string, code: string): boolean =>
	text.split('/').some(part =>
		inFull[code]?.some(name => {
			const words = name.split(' ');
			return words.some((_, at) => at > 0 && fold(words.slice(0, at).join('')) === fold(part));
		}),
	);

/** Letters of a name for each that may be missing or wrong: shorter ones begin to look like others. */
const lettersPerError = 5;

/** What the state prints that a text nearly is; undefined where it is nothing of the kind. */
function nearlyInFull(text: string, names: readonly string[] = []): string | undefined {
	const read = fold(text);
	const [known] = names
		.map(name => {
			const most = Math.floor(fold(name).length / lettersPerError);
			return {name, most, wrong: editDistance(read, fold(name), {most})};
		})
		.filter(({most, wrong}) => wrong <= most)
		.sort((a, b) => a.wrong - b.wrong);
	return known?.name;
}

/** A nationality as the state whose code the MRZ says prints it, where it was read as nearly that; as it was read otherwise. */
export function nationalityAsPrinted(text: string, code: string): string {
	const asPrinted = (part: string): string => {
		const known = nearlyInFull(part, inFull[code]);
		if (known === undefined) return part;
		return /^\p{Lu}?\p{Ll}+$/u.test(part) ? known[0]! + known.slice(1).toLowerCase() : known;
	};

	// A stroke that both of two boxes hold is one.
	const alone = withoutNext(withoutNumbers(text).replace(/\s*\/[\s/]*\/\s*/g, ' / '), code);
	// Two rows of one nationality are no two languages.
	const overRows = nearlyInFull(
		alone,
		inFull[code]?.filter(name => name.includes(' ')),
	);
	if (overRows !== undefined) return overRows;
	return alone
		.split('/')
		.map(part => part.replace(part.trim(), asPrinted(part.trim())))
		.join('/');
}

/**
 * `663690-1622 INDIAN`, `y INDIAN`: a nationality has no numbers, and none in capitals the end of its label before it. In a
 * word a digit is a letter of another script.
 */
const withoutNumbers = (text: string): string =>
	text
		.replace(/^\p{Ll}{1,3} (?=\p{Lu}{2})/u, '')
		.split(' ')
		.filter(word => !/\d/.test(word) || /\p{L}/u.test(word))
		.join(' ');

/** `NEW ZEALAND ZDV/26`, `STUDENT POLSKIE`: a nationality without the value of the column before or behind it. */
function withoutNext(text: string, code: string): string {
	// `AMERICA11 MAR`: the next column begins with a day.
	const spaces = [...text.matchAll(/(?<!\/) (?=[^\s/])|(?<=\p{L})(?=\d)/gu)].map(({index}) => index);
	const end = spaces.find(
		at => isInFull(text.slice(text.lastIndexOf('/', at) + 1, at), code) && !namesNationality(text.slice(at), code),
	);
	const whole = end === undefined ? text : text.slice(0, end);
	const stroke = whole.includes('/') ? whole.indexOf('/') : whole.length;
	const start = spaces.find(
		at => at < stroke && isInFull(whole.slice(at, stroke), code) && !namesNationality(whole.slice(0, at), code),
	);
	return start === undefined ? whole : whole.slice(start + 1);
}

/** The nationality behind its code in the row of the number: `P NLD Nederlandse`. Undefined when nothing there names it. */
export function nationalityBesideCode(text: string, code: string): string | undefined {
	const [, rest] = new RegExp(`^(?:P[A-Z<.]?\\s)?${code}\\s(.+)$`).exec(text) ?? [];
	return rest !== undefined && namesNationality(rest, code) ? rest : undefined;
}
