import type {Reasons} from '../../reason.ts';
import {characterAt, place, plural, text} from './words.ts';

/** A character that may be another, and what was done about it. */
export const misread = {
	'blind-spot': {
		short: ({character, twin}) =>
			character === undefined
				? 'a look-alike is possible'
				: `${text(character)} may be ${twin === '<' ? 'blank' : text(twin)}`,
		sentence: params =>
			params.character === undefined
				? `${characterAt(params, undefined)} may be another that looks like it: no check digit can distinguish the two.`
				: `No check digit can distinguish ${text(params.character)}${place(params)} from ${params.twin === '<' ? 'a filler' : text(params.twin)}.`,
		next: () => 'Compare it with the picture.',
	},
	repaired: {
		short: ({from}) => (String(from ?? '').length > 16 ? 'corrected' : `was read ${text(from)}`),
		sentence: ({from}) => `It was read as ${text(from)} and corrected; the proof is shown next to it.`,
	},
	'several-repairs': {
		short: ({count}) => `${text(count, 'several')} corrections fit`,
		sentence: ({count}) =>
			`${plural(count, 'correction', 'corrections')} would satisfy the check digit, so none was made. Choose the one that the picture shows.`,
	},
	'repair-offered': {
		short: ({value}) => (String(value ?? '').length > 18 ? 'perhaps another value' : `perhaps ${text(value)}`),
		sentence: ({value}) => `It may be ${text(value)}, but nothing printed proves it.`,
		next: () => 'Compare it with the picture.',
	},
	'wrong-character': {
		short: ({character}) => `${text(character, 'this')} is not allowed here`,
		sentence: params => `${characterAt(params, params.character)} is not allowed in this field: it is misread.`,
	},
	'not-look-alike': {
		short: ({seen, taken}) =>
			seen === undefined ? 'another character seen' : `saw ${text(seen)}, took ${text(taken)}`,
		sentence: params =>
			params.seen === undefined
				? `${characterAt(params, undefined)} was seen clearly as another one, but that does not fit the rules.`
				: `${text(params.seen)}${place(params)} was seen clearly, but ${text(params.taken)} fits the rules.`,
		next: () => 'Compare it with the picture.',
	},
	'other-line-possible': {
		short: ({value}) =>
			value === undefined || String(value).length > 14 ? 'another line fits too' : `${text(value)} fits too`,
		sentence: ({value}) =>
			`Another reading of the line${value === undefined ? '' : `, with ${text(value)} here,`} satisfies every check digit nearly as well.`,
		next: () => 'Compare it with the picture.',
	},
	homoglyph: {
		short: () => 'not a Latin letter',
		sentence: ({character, as}) =>
			character === undefined
				? 'A letter of another alphabet was taken for a Latin one.'
				: `A letter ${text(character)} of another alphabet was taken for ${text(as)}.`,
		next: () => 'Compare it with the passport.',
	},
	missing: {
		short: () => 'nothing read',
		sentence: () => 'Nothing was read here.',
	},
	'too-long': {
		short: ({places}) => `more than ${text(places, 'its')} places`,
		sentence: ({places}) =>
			`The lines have ${text(places, 'fewer')} places for it, so no check digit speaks for this value. Leave out spaces and what does not belong to it.`,
	},
	'inner-filler': {
		short: () => 'gap in the number',
		sentence: () => 'The number has a gap; whether the passport prints a space or a hyphen there is not known.',
	},
} satisfies Reasons;
