import type {Reasons} from '../../reason.ts';
import {place, plural, text} from './words.ts';

const shapes: Readonly<Record<string, string>> = {
	TD1: 'an identity card (three lines of 30)',
	TD2: 'an identity card (two lines of 36)',
	TD3: 'another document of passport size',
	'old-french-card': 'an old French identity card, whose lines do not follow ICAO 9303',
	'MRV-A': 'a visa',
	'MRV-B': 'a visa',
};

/** The page and its lines: what was there, and how the text was brought into shape. */
export const page = {
	'other-document': {
		short: () => 'not a passport',
		sentence: ({shape}) => `This is not a passport but ${shapes[String(shape)] ?? 'another document'}.`,
	},
	'other-beside': {
		short: () => 'another document, too',
		sentence: ({shape}) =>
			`The picture also shows ${shapes[String(shape)] ?? 'another document'}, which was not asked for: --documents reads it.`,
	},
	'several-passports': {
		short: () => 'several passports',
		sentence: ({count}) =>
			`The picture shows ${text(count, 'several')} passports and only the first was read: take a picture of each.`,
	},
	'passport-unread': {
		short: () => 'another passport unread',
		sentence: ({count}) =>
			Number(count) > 1
				? `${text(count)} more passports seem to be on this picture and could not be read: take a picture of each.`
				: 'Another passport seems to be on this picture and could not be read: take a picture of it alone.',
	},
	'printed-unread': {
		short: () => 'page not read',
		sentence: () => 'Only the MRZ was read: the printed text could not be.',
	},
	unseen: {
		short: () => 'not in the picture',
		sentence: params => `Not all of it is in the picture: the line is cut off${place(params)}.`,
		next: () => 'Take the picture again with the whole page, or type the value from the passport.',
	},
	'composite-unseen': {
		short: () => 'last digit out of picture',
		sentence: () =>
			'The picture ends before the overall check digit at the end of the second line: it proves nothing here. The other check digits were compared.',
	},
	mirrored: {
		short: () => 'mirrored picture',
		sentence: () => 'The picture is mirrored, as some front cameras keep it; it was turned over and read.',
	},
	'picture-cut': {
		short: () => 'file cut off',
		sentence: () =>
			'The file ends before the picture does; what it holds was read. Copy it again from where it came from to have all of it.',
	},
	'picture-damaged': {
		short: () => 'file damaged',
		sentence: () =>
			'The file is damaged, so parts of the picture may be shifted or missing. Copy it again from where it came from.',
	},
	'picture-small': {
		short: ({height}) => `letters ${text(height)} pixels tall`,
		sentence: ({height, needed}) =>
			`The letters of the MRZ are ${text(height)} pixels tall; ${text(needed)} are needed to read them surely. Photograph from nearer, or scan at 300 dpi.`,
	},
	'picture-blurred': {
		short: () => 'blurred lines',
		sentence: () => 'The MRZ is blurred. Hold the camera still, tap on the lines to focus, and take the picture again.',
	},
	'picture-glare': {
		short: () => 'glare on the lines',
		sentence: () => 'Glare hides a part of the MRZ. Tilt the page or the lamp, and take the picture again.',
	},
	'picture-shadow': {
		short: () => 'shadow on the lines',
		sentence: () => 'A shadow or something dark is on the MRZ. Take the picture again in even light.',
	},
	'picture-dark': {
		short: () => 'dark picture',
		sentence: () => 'The picture is dark where the MRZ is. Take it again in better light.',
	},
	'picture-grey': {
		short: () => 'black and white',
		sentence: () =>
			'The picture is black and white: a copy, or a scan in grey. Where the passport itself must be seen, ask for a picture in colour.',
	},
	'picture-dots': {
		short: () => 'dots of a screen or print',
		sentence: () =>
			'Fine dots cover the whole picture, as when a screen or a printed copy is photographed. A picture of the passport itself is read more surely.',
	},
	'no-zone': {
		short: () => 'no MRZ found',
		sentence: () => 'There is no MRZ in the text.',
	},
	'line-missing': {
		short: () => 'a line is missing',
		sentence: ({length}) =>
			`Only one line of the two is there${length === undefined ? '' : ` (${length} characters)`}.`,
	},
	'lines-swapped': {
		short: () => 'lines in the wrong order',
		sentence: () => 'The two lines are in the wrong order: the line with the names comes first.',
	},
	'wrong-length': {
		short: ({from}) => `line of ${text(from)} characters`,
		sentence: ({line, from, to}) => `Line ${text(line)} has ${text(from)} characters instead of ${text(to)}.`,
	},
	realigned: {
		short: ({line}) => `line ${text(line)} realigned`,
		sentence: ({line, from, to}) =>
			Number(from) === Number(to)
				? `Line ${text(line)} was brought back into step.`
				: `Line ${text(line)} had ${text(from)} characters and was brought to ${text(to)}.`,
	},
	capitals: {
		short: () => 'made capitals',
		sentence: () => 'Small letters were made capitals.',
	},
	'characters-replaced': {
		short: () => 'signs rewritten',
		sentence: ({from, to}) => `Signs were rewritten: ${text(from)} as ${text(to)}.`,
	},
	'characters-removed': {
		short: () => 'signs removed',
		sentence: ({characters}) => `Characters that an MRZ cannot hold were removed: ${text(characters, '')}`.trimEnd(),
	},
	'text-ignored': {
		short: () => 'other text left out',
		sentence: ({lines}) =>
			lines === undefined
				? 'Other text was left out.'
				: `${plural(lines, 'other line was', 'other lines were')} left out.`,
	},
} satisfies Reasons;
