import type {Reasons} from '../../reason.ts';
import {forms, text} from './words.ts';

const documentKinds: Readonly<Record<string, string>> = {
	ordinary: 'ordinary passport',
	'multiple-journey': 'ordinary, several journeys',
	official: 'official passport',
	'public-affairs': 'passport for public affairs',
	service: 'service passport',
	diplomatic: 'diplomatic passport',
};

/** Numbers and codes: what states and the organisation of civil aviation have laid down. */
export const codes = {
	'number-pattern': {
		short: ({issuer}) => `usual for ${text(issuer, 'issuer')}`,
		sentence: ({issuer}) => `The number has the form that ${text(issuer, 'the issuing state')} uses.`,
	},
	'number-pattern-unusual': {
		short: ({issuer}) => `unusual for ${text(issuer, 'issuer')}`,
		sentence: ({issuer, expected}) =>
			`The number does not have the form known for ${text(issuer, 'the issuing state')}${
				expected === undefined ? '' : ` (${forms(expected)})`
			}.`,
		next: () => 'Compare it with the picture.',
	},
	'number-pattern-wrong': {
		short: ({issuer}) => `wrong form for ${text(issuer, 'issuer')}`,
		sentence: ({issuer, expected}) =>
			`Numbers of ${text(issuer, 'the issuing state')} have another form${expected === undefined ? '' : ` (${forms(expected)})`}: a character is misread.`,
	},
	'known-code': {
		short: () => 'known code',
		sentence: ({code}) => `${text(code, 'The code')} is in the list of ICAO.`,
	},
	'unknown-code': {
		short: ({code}) => `${text(code, 'code')} is not a code`,
		sentence: ({code}) => `${text(code, 'This')} is not a code of any state or organisation: a character is misread.`,
	},
	'withdrawn-code': {
		short: () => 'withdrawn code',
		sentence: ({code}) => `${text(code, 'This code')} is no longer issued; only old passports have it.`,
	},
	'unofficial-code': {
		short: () => 'unofficial code',
		sentence: ({code}) => `${text(code, 'This code')} is not in the list of ICAO, but it is seen on passports.`,
	},
	specimen: {
		short: () => 'specimen',
		sentence: ({code}) => `${text(code, 'This code')} is used on specimens only: this is not a real passport.`,
	},
	'document-kind': {
		short: ({kind}) => documentKinds[String(kind)] ?? 'passport',
		sentence: ({kind, issuer}) =>
			`The letters mean: ${documentKinds[String(kind)] ?? 'passport'}${issuer === undefined ? '' : ` (${issuer})`}.`,
	},
	'unknown-type': {
		short: () => 'type of its own',
		sentence: ({code}) => `What ${text(code, 'the second letter')} means is for the issuing state to say.`,
	},
	'personal-number': {
		short: () => 'personal number',
		sentence: ({issuer}) =>
			`${text(issuer, 'This state')} usually prints a personal identity number here: pass it on only where it is needed.`,
	},
} satisfies Reasons;
