import type {AnswerName} from '../key-name.ts';
import {plural} from './counting.ts';

/** What is asked before a list is written. */
export const writing = {
	/** `counts`: how many there are of each kind. */
	rest: (counts: string) => `${counts}. Which are written?`,
	/** The list was written before in this session. */
	again: (file: string) => `Replace ${file}, which was written before?`,
	all: (count: number) => (count === 1 ? 'write it' : `write all ${count}`),
	chosen: (count: number) => `only the ${count} accepted`,
	/** `missing`: columns that the settings of last time leave out; `style`: another format or date style, or nothing. */
	columns: (missing: string, style: string) =>
		`As last time, the list is written without: ${missing}.${style === '' ? '' : ` Also: ${style}.`} Write it so?`,
	/** The same where there is little room. */
	columnsShort: (missing: string, style: string) =>
		`Without: ${missing}.${style === '' ? '' : ` Also: ${style}.`} Write it so?`,
	/** Names of columns, and how many more; either may be nothing. */
	missing: (names: string, more: number) =>
		more === 0 ? names : names === '' ? plural(more, 'column', 'columns') : `${names} and ${more} more`,
	columnsOf: (set: string) => `columns ${set}`,
	datesAs: (example: string) => `dates as ${example}`,
	style: (style: string) => `Written as: ${style}.`,
	without: (columns: string) => `Without: ${columns}.`,
	/**
	 * After a list was written at once. `unfit`: how many of the rows are not valid; `written` and `left`: how many of each
	 * kind have a row, and have none; `unusual`: in sentences, what differs from the default. Each may be nothing.
	 */
	exported: (p: {
		rows: number;
		unfit: string;
		file: string;
		written: string;
		left: string;
		unusual: string;
		folder: string;
	}) =>
		[
			`${plural(p.rows, 'row', 'rows')}${p.unfit === '' ? '' : ` (${p.unfit})`} written${p.file === '' ? '' : ` to ${p.file}`}${p.written === '' ? '' : `: ${p.written}`}.`,
			p.left === '' ? '' : `Left out: ${p.left}.`,
			p.unusual,
			p.folder === '' ? '' : `In ${p.folder}`,
		]
			.filter(part => part !== '')
			.join(' '),
	plainRest: (counts: string, all: number, chosen: number, answer: AnswerName) =>
		`${counts}. Empty: write all ${all}.${chosen > 0 ? ` ${answer('chosen')}: only the ${chosen} accepted.` : ''} ${answer('no')}: write none.`,
	plainWritten: (written: string, left: string) =>
		`In the list: ${written}.${left === '' ? '' : ` Left out: ${left}.`}`,
};
