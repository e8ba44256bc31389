import type {AnswerName, KeyName} from '../key-name.ts';
import {plural} from './counting.ts';

const more = (count: number): string => (count > 0 ? ` and ${count} more` : '');

/** The list of the whole batch, what belongs together in it, and coming back to it. */
export const list = {
	of: (shown: number, all: number) => (shown === all ? plural(all, 'picture', 'pictures') : `${shown} of ${all}`),
	heads: {name: 'name', number: 'number', country: 'nat.', expiry: 'expires', note: 'note', file: 'file'},
	sort: {
		file: 'as chosen',
		name: 'by name',
		state: 'to check first',
		expiry: 'by expiry',
		family: 'families first',
	},
	show: {
		look: 'to check',
		open: 'not decided',
		accepted: 'accepted',
		leftOut: 'rejected, left out',
		failed: 'failed',
		unfit: 'not valid',
	},
	states: {
		check: 'to check',
		clean: 'proven',
		skipped: 'skipped, to check',
		accepted: 'accepted',
		edited: 'edited by hand',
		rejected: 'rejected',
		failed: 'failed',
		waiting: 'not read yet',
		leftOut: 'left out',
	},
	none: 'Nothing matches.',
	empty: 'There is no picture in the batch yet.',
	told: (file: string, said: string) => `${file}: ${said}`,
	hint: (key: KeyName) =>
		`${key('batch.open')} opens the passport, ${key('batch.filter')} finds by name, number or file.`,
	hintFailed: (key: KeyName) => `${key('batch.open')} shows what can be done.`,
	hintType: (key: KeyName) => `${key('batch.open')} opens it, to be typed by hand.`,
	hintFilter: (key: KeyName) =>
		`Type a part of name, number or file. ${key('batch.keep')} keeps it, ${key('batch.drop')} drops it.`,
	family: (surname: string, count: number) => `family ${surname}, ${count}`,
	/** Short, for a column. */
	same: {
		conflict: (file: string) => `differs: ${file}`,
		samePicture: (file: string) => `= ${file}`,
		samePassport: (file: string) => `= ${file}`,
		samePerson: (file: string) => `2nd: ${file}`,
	},
	/** `one`: what the two have in common. */
	conflict: (one: 'number' | 'picture', file: string, others: number, fields: string) =>
		`The same ${one} as ${file}${more(others)}, but different: ${fields}.`,
	compare: (reject: string) => `Compare them; ${reject} rejects one.`,
	/** Whole, for the status line. `others`: how many more than the one named; `reject`: the key that rejects. */
	kin: {
		samePicture: (file: string, others: number, reject: string) =>
			`The same picture as ${file}${more(others)}. ${reject} leaves this one out.`,
		samePassport: (file: string, others: number, reject: string) =>
			`The same passport is in ${file}${more(others)}. ${reject} leaves this one out.`,
		samePerson: (file: string, others: number, reject: string) =>
			`The same person has another passport: ${file}${more(others)}. Both are written unless ${reject} rejects one.`,
	},
	once: {
		/** `first`: the name of the first picture of `left`. */
		question: (first: string, left: number, rows: number, differing: number) =>
			`${differing === 0 ? '' : `${differing} rows should be one passport but differ. `}${first}${more(left - 1)} ${left === 1 ? 'repeats' : 'repeat'} a passport. Write each once (${plural(rows, 'row', 'rows')})?`,
		ownRows: 'What differs has a row of its own.',
		conflict: (differing: number, rows: number) =>
			`${differing} rows should be one passport but differ. Write all ${plural(rows, 'row', 'rows')}?`,
		plainQuestion: (names: string, left: number, rows: number, answer: AnswerName) =>
			`${names} ${left === 1 ? 'repeats' : 'repeat'} a passport. Empty: write each once (${plural(rows, 'row', 'rows')}). ${answer('both')}: write all.`,
		repeated: (count: number) => `${plural(count, 'picture', 'pictures')} of the same passports`,
	},
	resume: {
		goOn: (pictures: number, place: string, when: string) =>
			`Resume ${pictures === 0 ? 'what was not read yet' : plural(pictures, 'picture', 'pictures')}: ${place}, ${when}`,
		today: (time: string) => `today ${time}`,
		back: (p: {read: number; unread: number; toRead: number}, place: string) => {
			const others = [
				...(p.unread > 0 ? [`${plural(p.unread, 'picture', 'pictures')} not read`] : []),
				...(p.toRead > 0 ? [`${p.toRead} still to read`] : []),
			];
			const passports = plural(p.read, 'passport', 'passports');
			const counts = others.length > 0 ? [`${passports} read`, ...others].join(', ') : passports;
			return `Picked up where you left off: ${counts} in ${place}.`;
		},
		missing: (count: number) => `${plural(count, 'saved result is', 'saved results are')} missing.`,
		replaced: (count: number, names: string) =>
			`${plural(count, 'picture was', 'pictures were')} replaced since, to check again: ${names}.`,
		gone: (count: number, names: string) => `${plural(count, 'picture is', 'pictures are')} gone: ${names}.`,
		none: 'There is no batch to resume.',
		broken:
			'The notes of the last session cannot be read and are ignored. Decisions saved beside the pictures are safe.',
		uploadRest: (where: string, count: number | undefined) =>
			count === undefined
				? `Counting what would be sent to ${where}`
				: `Send the ${count} unread to ${where}? It may cost money.`,
		/** On the plain terminal, after the session. */
		how: (command: string) => `To resume: ${command}`,
	},
};
