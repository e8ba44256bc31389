import {plural} from '../counting.ts';

/** One file of each format, in a sentence. */
export const aFile = {excel: 'an Excel file', csv: 'a CSV file', json: 'a JSON file'};

/** The file to be written. */
export const exporting = {
	toExport: (count: number) => `${plural(count, 'row', 'rows')} to write`,
	format: 'Format',
	formats: {excel: 'Excel', csv: 'CSV', json: 'JSON'},
	inFolder: 'in',
	file: 'File',
	newName: 'new name (-2)',
	replace: 'replace it',
	rows: 'Rows',
	rowKinds: {accepted: 'accepted', edited: 'edited', unchecked: 'unchecked', rejected: 'rejected'},
	columns: 'Columns',
	columnKinds: {
		number: 'number',
		surname: 'surname',
		given: 'given names',
		script: 'name in script',
		sex: 'sex',
		born: 'born, age',
		nationality: 'nationality',
		issuer: 'issued by',
		expiry: 'expiry',
		printed: 'issue, places',
		mrz: 'MRZ',
		file: 'file',
		checks: 'checks',
	},
	dates: 'Dates',
	/** What a day looks like in each style. */
	dateKinds: {iso: '2026-11-22', slash: '22/11/2026', month: '22 NOV 2026'},
	exists: (size: string, time: string) => `exists: ${size}, ${time}`,
	first: 'first rows',
	none: 'No rows: nothing is accepted yet.',
	uncheckedWarning: 'Unchecked rows hold values that no person has checked.',
	hints: {
		excel: 'Numbers and names go in as text, dates as real dates.',
		csv: 'Opened by Excel, a CSV loses the zeros at the front of numbers: for Excel, take Excel.',
		json: 'For other programs: each passport under the names of its fields.',
	},
	hintFile: 'Type the file name. enter writes the file.',
	writing: 'writing',
};
