import type {Reasons} from '../../reason.ts';
import {characterAt, place, text} from './words.ts';

/** What proves a value, and what speaks against it. */
export const proof = {
	'check-digit': {
		short: ({digit}) => (digit === undefined ? 'check digit' : `check digit ${digit}`),
		sentence: ({digit}) => `The printed check digit ${text(digit, '')} agrees with the value.`.replace('  ', ' '),
	},
	'check-digit-wrong': {
		short: () => 'check digit wrong',
		sentence: ({printed, expected}) =>
			`The printed check digit is ${text(printed)}, but this value needs ${text(expected)}: a character is misread, or the digit is.`,
	},
	'long-number': {
		short: () => 'may be longer',
		sentence: ({value}) =>
			`A filler is in the place of the check digit, and with the optional data behind it the number is ${text(value)}, with a check digit that agrees: it may have more than nine characters.`,
		next: () => 'Compare it with the number on the page.',
	},
	'check-digit-not-printed': {
		short: () => 'no check digit',
		sentence: () => 'No check digit is printed for this value.',
	},
	composite: {
		short: () => 'overall digit agrees',
		sentence: () => 'The overall check digit at the end of the second line agrees.',
	},
	'composite-wrong': {
		short: () => 'overall digit wrong',
		sentence: ({printed, expected}) =>
			`The overall check digit at the end of the second line is ${text(printed)}, but the line needs ${text(expected)}.`,
		next: () => 'Compare the second line with the picture.',
	},
	'read-clearly': {
		short: () => 'read clearly',
		sentence: () => 'Every character was read clearly.',
	},
	'read-weakly': {
		short: ({character}) => (character === undefined ? 'not clear' : `${character} not clear`),
		sentence: params =>
			params.character === undefined
				? params.position === undefined
					? 'Not every character was read clearly.'
					: `${characterAt(params, undefined)} was not read clearly.`
				: `The character ${text(params.character)}${place(params)} was not read clearly${
						params.perhaps === undefined || params.perhaps === '' ? '' : `; it may be ${params.perhaps}`
					}.`,
		next: ({character}) => (character === undefined ? 'Compare the value with the picture.' : ''),
	},
	'two-zones-agree': {
		short: () => 'printed text agrees',
		sentence: () => 'The printed text and the MRZ say the same.',
	},
	'two-zones-differ': {
		short: () => 'printed text differs',
		sentence: ({printed, mrz}) => `The printed text says ${text(printed)}, the MRZ says ${text(mrz)}.`,
	},
	'not-in-print': {
		short: () => 'not found in print',
		sentence: ({printed}) =>
			printed === undefined
				? 'The page prints other values as the MRZ has them, but this one was not found there.'
				: `Where the page prints this value, ${text(printed)} was read, not clearly.`,
		next: ({printed}) => (printed === undefined ? '' : 'Compare the value with what the page prints.'),
	},
	'engines-agree': {
		short: () => 'two readers agree',
		sentence: () => 'Two independent readers read the same.',
	},
	'engines-differ': {
		short: () => 'two readers differ',
		sentence: ({value, other}) => `One reader says ${text(value)}, the other says ${text(other)}.`,
	},
	'other-picture-differs': {
		short: () => 'another picture differs',
		sentence: ({other, file}) =>
			`${text(file, 'Another picture')} should be the same passport, but says ${text(other)}.`,
	},
	'issuer-agrees': {
		short: () => 'both lines agree',
		sentence: () => 'Issuing state and nationality, on different lines, say the same.',
	},
	'statement-differs': {
		short: () => 'differs from its lines',
		sentence: ({value, other}) => `The recognition service says ${text(other)}, but its own MRZ says ${text(value)}.`,
	},
	'as-given': {
		short: () => 'as given',
		sentence: () => 'No check digit covers this value: it is taken as it was given.',
	},
	'same-as-other': {
		short: () => 'same as another field',
		sentence: () => 'The same text was read as the place of birth and as the issuing authority.',
		next: () => 'Compare both with the picture.',
	},
	unlabelled: {
		short: () => 'no label read',
		sentence: () => 'It was read without a label that says what it is.',
		next: () => 'Compare it with the picture.',
	},
	'engine-word': {
		short: () => 'not cross-checked',
		sentence: () => 'It was read in one place only, and nothing else confirms it.',
	},
	'changed-outside': {
		short: () => 'file changed outside',
		sentence: ({value, other, line}) => {
			const changed = 'The file was changed outside this program:';
			if (line !== undefined) return `${changed} its MRZ line ${text(line)} is not the one that was judged.`;
			if (other === undefined) return `${changed} its parts no longer agree.`;
			return `${changed} it says ${text(other, 'nothing')}, but ${text(value, 'nothing')} was judged.`;
		},
	},
	'changed-picture': {
		short: () => 'picture changed',
		sentence: () => 'The picture has changed since it was read: these values are those of the former picture.',
		next: () => 'Read it again.',
	},
	'picture-gone': {
		short: () => 'picture gone',
		sentence: () => 'The picture is no longer in its place, or cannot be opened: nothing can be compared with it.',
		next: () => 'Put it back, or accept what was read.',
	},
	edited: {
		short: () => 'edited by hand',
		sentence: () => 'A person typed this value.',
	},
	confirmed: {
		short: () => 'confirmed by hand',
		sentence: () => 'A person looked and found it right.',
	},
} satisfies Reasons;
