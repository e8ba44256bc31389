import fc from 'fast-check';
import {issuers} from '../../../source/core/passport/tables/issuers.ts';
import {mrz, type ZoneParts} from './support.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const digits = '0123456789';
const signs: Readonly<Record<string, string>> = {
	9: digits,
	'@': letters,
	'#': letters.replace('I', '').replace('O', ''),
	'*': letters + digits,
	'&': `CFGHJKLMNPRTVWXYZ${digits}`,
};

/** Made once: fast-check indexes what it may choose from, and passports are made in thousands. */
const choices = new Map<string, fc.Arbitrary<string>>();
const oneOf = (characters: string): fc.Arbitrary<string> => {
	const made = choices.get(characters) ?? fc.constantFrom(...characters);
	choices.set(characters, made);
	return made;
};

const text = (characters: readonly string[]) => fc.tuple(...characters.map(oneOf)).map(parts => parts.join(''));

/** A number of the form. */
const ofForm = (form: string): fc.Arbitrary<string> => text([...form].map(sign => signs[sign] ?? sign));

/** No name has one letter three times running: such a run at the end of the line is taken for fillers. */
const name = fc
	.array(oneOf(letters), {minLength: 2, maxLength: 8})
	.map(parts => parts.join('').replace(/(.)\1{2,}/g, '$1$1'));

const names = fc
	.tuple(name, fc.array(name, {minLength: 1, maxLength: 2}))
	// Nor does a name end in four such letters of which most are the same, and none a vowel.
	.map(([surname, given]) => `${surname}<<${given.join('<').replace(/[KCLSXG<]{4,}$/, 'A')}`);

const day = (from: number, to: number) =>
	fc
		.tuple(fc.integer({min: from, max: to}), fc.integer({min: 1, max: 12}), fc.integer({min: 1, max: 28}))
		.map(parts => parts.map(part => String(part % 100).padStart(2, '0')).join(''));

const optional = fc.oneof(
	fc.constant(''),
	fc.array(oneOf(letters + digits), {minLength: 5, maxLength: 14}).map(parts => parts.join('')),
);

const passportOf = (
	issuer: string,
	number: fc.Arbitrary<string>,
): fc.Arbitrary<Required<Omit<ZoneParts, 'optionalDigit'>>> =>
	fc.record({
		type: fc.constantFrom('P<', 'PO', 'PP'),
		issuer: fc.constant(issuer),
		nationality: fc.constant(issuer),
		names,
		number,
		birth: day(1940, 2020),
		sex: fc.constantFrom('F', 'M'),
		expiry: day(2027, 2035),
		optional,
	});

/** Valid passports of issuers whose number forms are known, the published forms alone. */
export const formed = fc
	.constantFrom(
		...Object.entries(issuers).flatMap(([issuer, {forms}]) => forms.map(({form}) => [issuer, form] as const)),
	)
	.chain(([issuer, form]) => passportOf(issuer, ofForm(form)));

/** Valid passports of issuers of whose numbers nothing is known. */
export const unformed = fc.constantFrom('UTO', 'NGA', 'PER', 'KEN', 'XXB').chain(issuer =>
	passportOf(
		issuer,
		fc.array(oneOf(letters + digits), {minLength: 6, maxLength: 9}).map(parts => parts.join('')),
	),
);

export const linesOf = (parts: ZoneParts): [string, string] => mrz(parts);
