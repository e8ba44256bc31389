import {type Issuer, issuerOf, type NumberForm} from './issuers.ts';

const german = 'CFGHJKLMNPRTVWXYZ';

function stands(character: string, sign: string): boolean {
	const digit = character >= '0' && character <= '9';
	const letter = character >= 'A' && character <= 'Z';
	if (sign === '9') return digit;
	if (sign === '@') return letter;
	if (sign === '#') return letter && character !== 'I' && character !== 'O';
	if (sign === '*') return digit || letter;
	return sign === '&' ? digit || german.includes(character) : character === sign;
}

/** True when the nine positions of the MRZ have the form, padded with fillers. */
export function hasForm(raw: string, form: string): boolean {
	for (let index = 0; index < raw.length; index++) {
		const sign = form[index];
		if (sign === undefined ? raw[index] !== '<' : !stands(raw[index]!, sign)) return false;
	}
	return form.length <= raw.length;
}

/** The issuer's form that the number has: a hard one before a soft one. */
export function formOf(raw: string, issuer: Issuer | undefined): NumberForm | undefined {
	let found: NumberForm | undefined;
	for (const form of issuer?.forms ?? []) {
		if (!hasForm(raw, form.form)) continue;
		if (form.hard) return form;
		found ??= form;
	}
	return found;
}

/** The known forms of an issuer for people: `E99999999`, `E#9999999`. */
export const formsOf = (code: string): string =>
	(issuerOf(code)?.forms ?? [])
		.slice(0, 3)
		.map(one => one.form)
		.join(', ');
