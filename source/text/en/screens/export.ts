import {formatWords} from '../../export-formats.ts';
import type {KeyName} from '../../key-name.ts';
import {plural} from '../counting.ts';

/** The file to be written. */
export const exporting = {
	toExport: (count: number) => `${plural(count, 'row', 'rows')} to write`,
	format: 'Format',
	formats: formatWords.en,
	inFolder: 'in',
	file: 'File',
	newName: 'new name (-2)',
	replace: 'replace it',
	append: 'add to it',
	rows: 'Rows',
	rowKinds: {accepted: 'accepted', edited: 'edited', unchecked: 'unchecked', rejected: 'rejected'},
	columns: 'Columns',
	/** Sets of columns. */
	sets: {
		default: 'all known',
		'tour-list': 'tour list',
		'visa-group': 'visa group',
		brief: 'brief',
		original: 'original skill',
	},
	/** Columns of a set that can be left out. */
	ofThese: 'of these',
	columnKinds: {
		number: 'number',
		surname: 'surname',
		given: 'given names',
		script: 'name in script',
		sex: 'sex',
		born: 'born, age',
		nationality: 'nationality',
		issuer: 'issuing state',
		expiry: 'expiry',
		printed: 'issue, places',
		mrz: 'MRZ',
		file: 'file',
		checks: 'checks',
	},
	dates: 'Dates',
	/** What a day looks like in each style. */
	dateKinds: {iso: '2026-11-22', slash: '22/11/2026', month: '22 NOV 2026'},
	style: 'Style',
	/** What a style is about. */
	styleParts: {header: 'heads', names: 'names', countries: 'states', optional: 'optional data', photos: 'pictures'},
	headerKinds: {en: 'English', zh: 'Chinese', both: 'both'},
	nameKinds: {mrz: 'as the MRZ', printed: 'as printed', title: 'Title Case'},
	countryKinds: {code: 'codes', name: 'names'},
	optionalKinds: {masked: 'masked', full: 'in full'},
	photoKinds: {with: 'yes', without: 'no'},
	withOptional: 'with optional data',
	withPhotos: 'with pictures',
	columnsHint: 'Columns with a mark are written, in this order. Beside them: the first row.',
	columnsChosen: (count: number) => plural(count, 'column', 'columns'),
	typedHead: 'Head',
	typedName: 'Name of these columns',
	exists: (size: string, time: string) => `exists: ${size}, ${time}`,
	existsAlone: 'exists',
	first: 'first rows',
	none: 'No rows: nothing is accepted yet.',
	uncheckedWarning: 'Unchecked rows hold values that no person has checked.',
	hintFile: (key: KeyName) => `Type the file name. ${key('export.write')} writes the file.`,
	writing: 'writing',
};
