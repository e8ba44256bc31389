import type {KeyName} from '../../key-name.ts';
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
	typeOrLeave: (key: KeyName) =>
		`${key('mrz.type')} types its two lines, ${key('field.edit')} one field, ${key('view.open')} opens the picture; ` +
		`${key('passport.skip')} skips, ${key('passport.reject')} rejects, ${key('passport.again')} reads again.`,
	typingMrz: (key: KeyName) =>
		`The two lines as printed. ${key('mrz.next')}: next line, then done. < at the end of line 1 may be left out.`,
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
	toGo: (count: number) => (count === 0 ? 'all checked' : `${count} not decided`),
	reading: (count: number) => `${count} unread`,
	/** The reading behind has stopped by itself. */
	stopped: (count: number) => `stopped, ${count} unread`,
	pace: (time: number) => `${about(time)} at your pace`,
	/** Once nothing is to be checked: what is left, and the key that comes next. `unread`: pictures; see `LeftToDo`. */
	leftToDo: (
		{clean, skipped, unread, onlyInList}: {clean: number; skipped: number; unread: number; onlyInList: boolean},
		key: KeyName,
	) => {
		const goesTo = `${key('passport.nextDoubt')} goes to`;
		const notRead = `${plural(unread, 'picture is', 'pictures are')} not read: ${onlyInList ? `${key('batch.list')} lists` : goesTo} ${unread === 1 ? 'it' : 'them'}.`;
		if (clean + skipped === 0) {
			return unread === 0
				? `All checked. ${key('review.export')} writes the file, ${key('field.confirm')} asks how.`
				: `All that was read is checked. ${notRead} ${key('review.export')} writes the file without ${unread === 1 ? 'it' : 'them'}.`;
		}
		const rest = unread === 0 ? '' : ` ${notRead}`;
		return clean === 0
			? `Left: ${skipped} skipped; ${goesTo} ${skipped === 1 ? 'it' : 'the next'}.${rest}`
			: `Left: ${clean} proven; ${key('passport.acceptClean')} accepts ${clean === 1 ? 'it' : 'them all'}.${skipped > 0 ? ` ${skipped} skipped.` : ''}${rest}`;
	},
	clean: (key: KeyName) => `Everything that decides is proven. ${key('field.confirm')} accepts it.`,
	cleanBut: (unfit: string, key: KeyName) => `Proven, but ${unfit}. ${key('field.confirm')} accepts it.`,
	/** `left`: what is left to do. */
	restClean: (left: string, key: KeyName) => `Proven; ${key('field.confirm')} accepts it. ${left}`,
	/** Not proven: a person has said what is right. */
	lookedAt: (key: KeyName) => `You have looked at every doubt. ${key('field.confirm')} accepts it.`,
	others: 'passports',
	/** Of a field that only the page prints. */
	nothingRead: (key: KeyName) => `Nothing was read of this field. ${key('field.edit')} types it.`,
};

/** The pictures beside the fields. */
export const viewing = {
	enlarged: (what: string) => `${what}, enlarged`,
	zooms: {mrz: 'MRZ', page: 'Whole page'},
	times: (scale: number) => `Page, ${scale} times`,
	/** What the key of the zoom shows next. */
	next: {
		field: (key: KeyName) => `${key('view.zoom')}: letters`,
		letters: (key: KeyName) => `${key('view.zoom')}: MRZ`,
		mrz: (key: KeyName) => `${key('view.zoom')}: whole page`,
		page: (key: KeyName) => `${key('view.closer')} ${key('view.farther')}: size   ${key('view.zoom')}: field`,
	},
	noPlace: (key: KeyName) =>
		`The place of this field in the picture is not known. ${key('view.open')} opens the picture.`,
	changed: 'The picture has been replaced since it was read. It is not shown.',
	notShown: (why: string) => `The picture cannot be shown: ${why}.`,
};
