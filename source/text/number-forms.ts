/** What a character of a number may be. */
export type FormSign = 'digit' | 'letter' | 'either';

const signs: Readonly<Record<string, FormSign>> = {
	'9': 'digit',
	'@': 'letter',
	'#': 'letter',
	'*': 'either',
	'&': 'either',
};

/**
 * Says in words what numbers look like that `core/passport/tables/issuers.ts` writes as `E#9999999, @@9999999`.
 *
 * @param forms As in the reason, separated by commas
 * @param some Words for so many characters of a kind
 */
export const numberForms = (forms: string, some: (count: number, sign: FormSign) => string, or: string): string =>
	forms
		.split(', ')
		.map(form =>
			[...form.matchAll(/[A-Z0-8]+|([9@#*&])\1*/g)]
				.map(([part]) => (signs[part[0]!] ? some(part.length, signs[part[0]!]!) : part))
				.join(' + '),
		)
		.join(or);
