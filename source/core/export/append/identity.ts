/** By what a passport of a list and one that was read are known as one. */
export type Identity = {
	readonly number: string;
	readonly issuer: string;
	readonly line: string;
	readonly surname: string;
	readonly given: string;
	/** Surname and given names, where the list has them in one column. */
	readonly full: string;
	readonly birth: string;
	readonly expiry: string;
};

const letters = (text: string): string => text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');

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

/**
 * Whether the given names of two can be one person's: one is the other as far as it goes, or leaves some out behind the
 * first. Of twins, each has one that the other has not.
 */
function isSameGiven(one: string, other: string): boolean {
	const [shorter, longer] = [one, other].map(wordsIn).sort((a, b) => a.length - b.length) as [string[], string[]];
	const [part, whole] = [shorter.join(''), longer.join('')];
	if (part === '' || whole === '') return part === whole;
	if (whole.startsWith(part) || part.startsWith(whole)) return true;
	return shorter[0] === longer[0] && shorter.every(word => longer.includes(word));
}

/** With the same day of birth and surname, or whole name. */
export const isSamePerson = (one: Identity, other: Identity): boolean =>
	letters(one.full) === letters(other.full) || isSameGiven(one.given, other.given);

/** Whether a row of a list has the name that was read, as far as it says one; undefined where it says none. */
function isSameName(listed: Identity, read: Identity): boolean | undefined {
	if (listed.surname === '' && listed.given === '') {
		const sorted = ({full}: Identity): string => wordsIn(full).sort().join(' ').trim();
		return sorted(listed) === '' ? undefined : sorted(listed) === sorted(read);
	}
	return (
		(listed.surname === '' || isSameValue(listed.surname, read.surname)) &&
		(listed.given === '' || isSameGiven(listed.given, read.given))
	);
}

function isSameIssuer(one: Identity, other: Identity): boolean {
	const isKnown = one.issuer !== '' && other.issuer !== '';
	return !isKnown || one.issuer.length > 3 || isSameValue(one.issuer, other.issuer);
}

/** Whether both have a day of birth, and the same one; undefined where one has none. */
const isSameBirth = (one: Identity, other: Identity): boolean | undefined =>
	one.birth === '' || other.birth === '' ? undefined : one.birth === other.birth;

/**
 * Returns whether a row of a list is of a passport whose number is the same but for zeros at its front: one number of one
 * state; or one of which a spreadsheet dropped the zeros, and one day of birth, or one name where the list has no such day.
 */
export function isSamePassport(listed: Identity, read: Identity): boolean {
	if (!isSameIssuer(listed, read)) return false;
	if (isSameValue(listed.number, read.number)) return true;
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
	line: said('mrz_line2'),
	surname: said('surname_english'),
	given: said('given_name_english'),
	full: said('full_name') || said('name_english'),
	birth: said('birth_date'),
	expiry: said('expiry_date'),
});
