import {editDistance} from '../../edit-distance.ts';
import {capitals, spellings} from '../tables/transliteration.ts';

/**
 * How a printed name relates to that of the MRZ.
 *
 * - `same`: the MRZ has a valid spelling of the printed name (ICAO 9303-3 §6), marks and gaps apart.
 * - `variant`: two spellings that are used for one name (Chinese LYU, LV and LU).
 * - `truncated`: the MRZ holds the beginning of each part (9303-4 §4.2.3).
 * - `near`: one or two letters differ: one of the two was misread.
 * - `different`.
 */
export type NameMatch = 'same' | 'variant' | 'truncated' | 'near' | 'different';

const lettersOf = (text: string): string[] => [...capitals(text)].filter(one => /\p{L}/u.test(one));

/** True when the MRZ's letters are one of the spellings of the printed ones; with `prefix`, the beginning of one. */
export function spells(printed: string, mrz: string, prefix = false): boolean {
	const letters = lettersOf(printed);
	const target = mrz.replace(/[^A-Z]/g, '');
	let reached = new Set([0]);
	if (prefix && target.length === 0) return true;
	for (const letter of letters) {
		const next = new Set<number>();
		for (const from of reached) {
			for (const spelling of spellings(letter)) {
				if (target.startsWith(spelling, from)) next.add(from + spelling.length);
				else if (prefix && spelling.startsWith(target.slice(from))) return true;
			}
		}
		if (prefix && next.has(target.length)) return true;
		if (next.size === 0) return false;
		reached = next;
	}
	return reached.has(target.length);
}

/** The syllables that China spelled in three ways: GB/T 28039-2011 has LYU and NYU; older passports LV, LU, NV, NU. */
const oneSpelling = (name: string): string => name.replace(/[^A-Z]/g, '').replace(/([LN])(?:YU|V)(?!E)/g, '$1U');

const parts = (name: string): string[] =>
	capitals(name)
		.split(/[^\p{L}]+/u)
		.filter(Boolean);

/** Titles and what they are followed by; Germany printed DR. in passports until 2024. */
const titles = /^(?:(?:DR|PROF|MAG|ING|DIPL|MUDR|JUDR|PHDR|MVDR|MR|MRS|MS|MISS)\b[. -]+)+(?=\p{L}{2})/iu;
/** A name at birth, or of a spouse, behind the name that the MRZ has. */
const formerName = /[ ,(]+(?:GEB|GEBOREN|N[ÉE]E|[ÉE]P|[ÉE]PSE|[ÉE]POUSE|VVE|BORN)\b[. ].*$/iu;

/** A printed name without titles, and without the name that its holder bears or bore besides. */
const bareName = (printed: string): string => printed.trim().replace(titles, '').replace(formerName, '').trim();

/**
 * Compares a printed name with the MRZ's; either may be in any order of its parts. `truncated` says that the MRZ's line
 * is full, so that the beginning of each part is enough.
 */
export function compareNames(printed: string, mrz: string, truncated = false): NameMatch {
	if (spells(printed, mrz)) return 'same';
	const bare = bareName(printed);
	if (bare !== '' && bare !== printed.trim()) return compareNames(bare, mrz, truncated);
	const mrzParts = parts(mrz);
	const printedParts = parts(printed);
	if (mrzParts.length > 1 && mrzParts.length === printedParts.length && mrzParts.length <= 8) {
		const left = [...printedParts];
		const everyOne = mrzParts.every(part => {
			const at = left.findIndex(one => spells(one, part));
			if (at >= 0) left.splice(at, 1);
			return at >= 0;
		});
		if (everyOne) return 'same';
	}
	const plain = lettersOf(printed)
		.map(letter => spellings(letter)[0] ?? '')
		.join('');
	const target = mrz.replace(/[^A-Z]/g, '');
	if (oneSpelling(plain) === oneSpelling(target)) return 'variant';
	if (
		truncated &&
		mrzParts.length > 0 &&
		mrzParts.length <= printedParts.length &&
		mrzParts.every((part, index) => spells(printedParts[index]!, part, true))
	) {
		return 'truncated';
	}
	return target !== '' && editDistance(plain, target, {most: 2}) <= 2 ? 'near' : 'different';
}
