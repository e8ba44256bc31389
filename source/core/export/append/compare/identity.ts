/** By what a passport of a list and one that was read are known as one. */
export type Identity = {
	readonly number: string;
	readonly issuer: string;
	readonly nationality: string;
	readonly line: string;
	readonly surname: string;
	readonly given: string;
	/** Surname and given names, where the list has them in one column. */
	readonly full: string;
	readonly birth: string;
	readonly expiry: string;
};

/** In capitals, without what is neither a letter nor a digit. */
export const letters = (text: string): string => text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Without the zeros at its front, which a spreadsheet may have dropped. */
export const bareNumber = (text: string): string => letters(text).replace(/^0+/, '');

export const isSameValue = (one: string, other: string): boolean => letters(one) === letters(other);

/** What one person has: the day of birth and the surname; or the whole name. Twins may share some of it. */
export const personsOf = ({birth, surname, full}: Identity): readonly string[] =>
	birth === ''
		? []
		: [
				...(surname === '' ? [] : [`${birth} ${letters(surname)} `]),
				...(full === '' ? [] : [`${birth} ${letters(full)}`]),
			];

const wordsIn = (text: string): string[] => text.split(/[\s,]+/).map(letters);

/** Letters from which on a whole name may have been cut off where line 1 of an identity card ends, the shortest there is. */
const cutFrom = 26;

/** Whether a word may be the beginning of another that the MRZ had no room for. */
const mayBeCut = (whole: string): boolean => whole.replace(/[\s,]/g, '').length >= cutFrom;

/**
 * Whether the given names of two can be one person's: one has the first words of the other, up to a letter where the MRZ
 * may have cut it off, or leaves some out behind the first. Of twins, each has one that the other has not.
 */
function isSameGiven(one: Identity, other: Identity): boolean {
	const [shorter, longer] = [one, other].sort((a, b) => letters(a.given).length - letters(b.given).length) as [
		Identity,
		Identity,
	];
	const [part, words] = [letters(shorter.given), wordsIn(longer.given)];
	const whole = words.join('');
	if (part === '' || whole === '') return part === whole;
	const begins = words.some((_, place) => words.slice(0, place + 1).join('') === part);
	const few = wordsIn(shorter.given);
	// A word by itself that begins another one is a name: MING and MINGMING are two.
	const isCut = few.length > 1 || mayBeCut(`${shorter.surname}${shorter.given}`);
	if (begins || (isCut && whole.startsWith(part))) return true;
	return few[0] === words[0] && few.every(word => words.includes(word));
}

/** With the same day of birth and surname, or whole name. */
export const isSamePerson = (one: Identity, other: Identity): boolean =>
	letters(one.full) === letters(other.full) || isSameGiven(one, other);

/** Whether a row of a list has the name that was read, as far as it says one; undefined where it says none. */
function isSameName(listed: Identity, read: Identity): boolean | undefined {
	if (listed.surname === '' && listed.given === '') {
		const sorted = ({full}: Identity): string => wordsIn(full).sort().join(' ').trim();
		return sorted(listed) === '' ? undefined : sorted(listed) === sorted(read);
	}
	return (
		(listed.surname === '' || isSameValue(listed.surname, read.surname)) &&
		(listed.given === '' || isSameGiven(listed, read))
	);
}

/** A state as the MRZ has it; a list may have its name, in any language. */
export const isCode = (text: string): boolean => /^[A-Z]{1,3}$/.test(text);

const mayBeSameState = (one: string, other: string): boolean => !(isCode(one) && isCode(other)) || one === other;

const isSameIssuer = (one: Identity, other: Identity): boolean => mayBeSameState(one.issuer, other.issuer);

/** Whether two passports of one person can be one after the other: those of two states are valid side by side. */
export const mayFollow = (one: Identity, other: Identity): boolean =>
	isSameIssuer(one, other) && mayBeSameState(one.nationality, other.nationality);

/** Whether both have a day of birth, and the same one; undefined where one has none. */
const isSameBirth = (one: Identity, other: Identity): boolean | undefined =>
	one.birth === '' || other.birth === '' ? undefined : one.birth === other.birth;

/**
 * Returns whether a row of a list is of a passport whose number is the same but for zeros at its front: one number of one
 * state; or one of which a spreadsheet dropped the zeros, and one day of birth, or one name where the list has no such day.
 */
export function isSamePassport(listed: Identity, read: Identity): boolean {
	if (!isSameIssuer(listed, read)) return false;
	const isOther = !mayBeSameState(listed.nationality, read.nationality) && isSameBirth(listed, read) === false;
	if (isSameValue(listed.number, read.number)) return !isOther;
	return isSameBirth(listed, read) ?? isSameName(listed, read) === true;
}

/** Returns whether both may still be one passport where `isSamePassport` is false. */
export const mayBeSamePassport = (listed: Identity, read: Identity): boolean =>
	isSameIssuer(listed, read) && !(isSameBirth(listed, read) === false && isSameName(listed, read) !== true);

export const readIdentity = (members: Readonly<Record<string, string>>): Identity => ({
	...listedIdentity(key => members[key] ?? ''),
	full: [members.surname_english, members.given_name_english].join(' '),
});

export const listedIdentity = (said: (key: string) => string): Identity => ({
	number: said('passport_number'),
	issuer: said('issuing_country_code'),
	nationality: said('holder_country_code'),
	line: said('mrz_line2'),
	surname: said('surname_english'),
	given: said('given_name_english'),
	full: said('full_name') || said('name_english'),
	birth: said('birth_date'),
	expiry: said('expiry_date'),
});
