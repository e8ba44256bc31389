import {about, plural} from '../counting.ts';

/** The check of one passport. */
export const review = {
	none: 'Nothing to check yet. Passports appear here as they are read.',
	other: 'Other readings',
	from: {
		offline: 'this computer',
		xiangyun: 'cloud',
		person: 'by hand',
		mrz: 'MRZ',
		repair: 'repair',
		printed: 'printed text',
	},
	mrz: 'MRZ',
	digits: (agree: number, all: number) =>
		agree === all ? `all ${all} check digits agree` : `${agree} of ${all} check digits agree`,
	was: (value: string) => `was ${value}`,
	empty: 'empty',
	about: (field: string) => `${field}: `,
	/** Between two sentences. */
	sentence: ' ',
	comma: ', ',
	edit: 'EDIT',
	/** What is typed, as it is understood. */
	means: (value: string) => `→ ${value}`,
	or: ' or ',
	/** Of a picture that was not read. */
	notRead: (why: string) => `Not read: ${why}.`,
	typeOrLeave: 'enter types its two lines, e one field, o opens the picture; s skips, x rejects, r reads again.',
	typingMrz: 'The two lines as printed. enter: next line, then done. < at the end of line 1 may be left out.',
	digitNames: {number: 'number', birth: 'birth', expiry: 'expiry', optional: 'optional data', composite: 'all'},
	/** Behind a check digit that is wrong. */
	needs: (expected: string | undefined) => (expected === undefined ? '' : `: needs ${expected}`),
	digit: (expected: string, printed: string, agrees: boolean) =>
		agrees ? `check digit ${printed} agrees` : `check digit ${printed}, expected ${expected}`,
	/** The same where there is no room. */
	digitShort: (expected: string, printed: string, agrees: boolean) =>
		agrees ? `digit ${printed} agrees` : `digit ${printed}, not ${expected}`,
	allowed: {
		name: "letters A to Z, space, - and '",
		number: 'letters and digits',
		code: 'a code of three letters, such as CHN',
		date: 'a date: 1990-02-01, 1 FEB 1990, 01.02.1990 or 900201',
		sex: 'M, F or X',
		type: 'P and one letter',
		text: 'the text as it is printed',
	},
	state: {
		unreviewed: 'not checked yet',
		accepted: 'accepted',
		edited: 'accepted, edited by hand',
		rejected: 'rejected, not exported',
	},
	acceptedOver: (why: string) => `accepted, ${why}`,
	acceptedStill: 'accepted anyway. ',
	more: (count: number) => `${count} more`,
	moreReasons: (count: number) => `${plural(count, 'more reason', 'more reasons')}.`,
	toGo: (count: number) => (count === 0 ? 'all checked' : `${count} to check`),
	reading: (count: number) => `${count} to be read`,
	/** The reading behind has stopped by itself. */
	stopped: (count: number) => `stopped, ${count} unread`,
	pace: (time: number) => `${about(time)} at your pace`,
	/** Once nothing is to be checked: what is left, and the key that comes next. `unread`: pictures; `key` leads to them. */
	leftToDo: ({clean, skipped, unread, key}: {clean: number; skipped: number; unread: number; key: 'n' | 'l'}) => {
		const notRead = `${plural(unread, 'picture is', 'pictures are')} not read: ${key === 'n' ? 'n goes to' : 'l lists'} ${unread === 1 ? 'it' : 'them'}.`;
		if (clean + skipped === 0) {
			return unread === 0
				? 'All checked. E writes the file, enter asks how.'
				: `All that was read is checked. ${notRead} E writes the file without ${unread === 1 ? 'it' : 'them'}.`;
		}
		const rest = unread === 0 ? '' : ` ${notRead}`;
		return clean === 0
			? `Left: ${skipped} skipped; n goes to ${skipped === 1 ? 'it' : 'the next'}.${rest}`
			: `Left: ${clean} proven; A accepts ${clean === 1 ? 'it' : 'them all'}.${skipped > 0 ? ` ${skipped} skipped.` : ''}${rest}`;
	},
	clean: 'Everything that decides is proven. enter accepts it.',
	cleanBut: (unfit: string) => `Proven, but ${unfit}. enter accepts it.`,
	/** `left`: what is left to do. */
	restClean: (left: string) => `Proven; enter accepts it. ${left}`,
	/** Not proven: a person has said what is right. */
	lookedAt: 'You have looked at every doubt. enter accepts it.',
	others: 'passports',
};

/** The pictures beside the fields. */
export const viewing = {
	enlarged: (what: string) => `${what}, enlarged`,
	zooms: {mrz: 'MRZ', page: 'Whole page'},
	/** What `space` shows next. */
	next: {field: 'space: MRZ', mrz: 'space: whole page', page: 'space: field'},
	noPlace: 'The place of this field in the picture is not known. o opens the picture.',
	changed: 'The picture has been replaced since it was read. It is not shown.',
	notShown: (why: string) => `The picture cannot be shown: ${why}.`,
};
