import {blocking, notice} from '../judge/finding.ts';
import type {Issue} from '../model/passport.ts';

/** Longer pastes are cut from the front: the MRZ is at the foot of a page, and no input may take long. */
const longestText = 4096;
const mostLines = 32;

/** What programs and people write for the filler. `«` is two of them. */
const fillers: Readonly<Record<string, string>> = {
	'«': '<<',
	'»': '<<',
	'≪': '<<',
	'《': '<<',
	'‹': '<',
	'›': '<',
	'〈': '<',
	'˂': '<',
	'≺': '<',
	'€': '<',
};

const homoglyphs: Readonly<Record<string, string>> = Object.fromEntries(
	[
		['АВЕКМНОРСТУХІЈЅԚԜ', 'ABEKMHOPCTYXIJSQW'],
		['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
	].flatMap(([from, to]) => [...from!].map((character, index) => [character, to![index]!])),
);

const escapes = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-_])/g;
const invisible =
	/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

export type ReadableLine = {
	readonly text: string /** The same with every space taken for a filler. */;
	readonly spaced: string;
};

type Found = {removed: Set<string>; replaced: Map<string, string>; homoglyphs: Map<string, string>};

/** One line in the alphabet of the MRZ: `A-Z`, `0-9`, `<` and spaces. */
function cleanLine(line: string, found: Found): string {
	let clean = '';
	for (const character of line) {
		if (/[A-Z0-9< ]/.test(character)) clean += character;
		else if (Object.hasOwn(fillers, character)) {
			clean += fillers[character];
			found.replaced.set(character, fillers[character]!);
		} else if (Object.hasOwn(homoglyphs, character)) {
			clean += homoglyphs[character];
			found.homoglyphs.set(character, homoglyphs[character]!);
		} else if (/\s/.test(character)) clean += ' ';
		else found.removed.add(character);
	}
	return clean;
}

const listed = (characters: Iterable<string>): string => [...characters].slice(0, 5).join(' ');

/**
 * Pasted text as lines in the alphabet of the MRZ, each change noted once: escape sequences, invisible characters and
 * what cannot be in an MRZ go; full-width forms, `«` and lower case are rewritten; Cyrillic and Greek letters that
 * only look Latin are rewritten and block, because what was meant by them is not known.
 */
export function readable(text: string): {lines: ReadableLine[]; notes: Issue[]} {
	const notes: Issue[] = [];
	const cut = text.slice(-longestText);
	if (cut !== text) notes.push(notice('text-ignored'));
	const bare = cut
		.replace(/^\ufeff/, '')
		.replace(/&lt;/gi, '<')
		.replace(escapes, '\u001a')
		.replace(invisible, '\u001a');
	const visible = bare.replaceAll('\u001a', '');
	const found: Found = {removed: new Set(), replaced: new Map(), homoglyphs: new Map()};
	if (visible !== bare) notes.push(notice('characters-removed', undefined, {characters: 'U+200B, ESC, …'}));
	const narrow = visible.replace(/[\uff01-\uff5e]/g, character => {
		const ascii = String.fromCharCode(character.charCodeAt(0) - 0xfee0);
		found.replaced.set(character, ascii);
		return ascii;
	});
	const capital = narrow.replace(/[a-z\u0430-\u0458\u03b1-\u03c9]/g, character => character.toUpperCase());
	if (capital !== narrow) notes.push(notice('capitals'));
	const lines = capital
		.split(/\r\n|[\r\n\u2028\u2029\u0085]/)
		.map(line => cleanLine(line, found).trim())
		.filter(line => line !== '')
		.slice(-mostLines)
		.map(line => ({text: line.replaceAll(' ', ''), spaced: line.replaceAll(' ', '<')}));
	if (found.replaced.size > 0) {
		const params = {from: listed(found.replaced.keys()), to: listed(new Set(found.replaced.values()))};
		notes.push(notice('characters-replaced', undefined, params));
	}
	if (found.removed.size > 0) {
		notes.push(blocking('characters-removed', undefined, {characters: listed(found.removed)}));
	}
	for (const [character, as] of found.homoglyphs) {
		notes.push(blocking('homoglyph', undefined, {character, as}));
		if (notes.length > 12) break;
	}
	return {lines, notes};
}
