import type {Reasons} from '../../reason.ts';
import {text} from './words.ts';

/** Name and sex. */
export const person = {
	'name-truncated': {
		short: () => 'name may be cut off',
		sentence: () => 'The name fills its line to the end, so it may be cut off.',
		next: () => 'Compare it with the printed name.',
	},
	'name-no-separator': {
		short: () => 'no << in the name',
		sentence: () => 'Nothing separates surname and given names: a name of one part, or a separator that was misread.',
	},
	'name-digit': {
		short: () => 'digit in the name',
		sentence: () => 'A name has no digits: a letter is misread.',
	},
	'not-in-a-name': {
		short: ({character}) => `no ${text(character, 'such sign')} in a name`,
		sentence: ({character}) => `A name cannot hold ${text(character, 'this')}: type letters, spaces, - and ' only.`,
	},
	'no-letter': {
		short: () => 'no letter',
		sentence: () => 'A name needs at least one letter.',
	},
	'name-filler': {
		short: () => 'fillers read as letters',
		sentence: () => 'Fillers at the end of the name were read as letters.',
	},
	'no-surname': {
		short: () => 'no surname',
		sentence: () => 'The passport has no surname. That is allowed.',
	},
	'no-given-name': {
		short: () => 'no given name',
		sentence: () => 'The passport has no given name. That is allowed.',
	},
	'spelling-variant': {
		short: () => 'other spelling printed',
		sentence: ({printed, mrz}) =>
			`The page prints ${text(printed)}, the lines ${text(mrz)}: two spellings of one name. Tickets follow the lines.`,
	},
	'sex-unspecified': {
		short: () => 'sex not specified',
		sentence: () => 'The MRZ does not specify the sex.',
	},
	'sex-not-readable': {
		short: () => 'sex not readable',
		sentence: ({raw}) => `${text(raw, 'This')} is no sex that a passport prints.`,
	},
} satisfies Reasons;
