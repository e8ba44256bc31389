import type {KeyName} from '../../key-name.ts';
import {plural, seconds} from '../counting.ts';

/** The choice of pictures. */
export const picker = {
	chosen: (count: number, all: number) => `${count} of ${all} chosen`,
	/** Where some are in other folders. */
	chosenAnywhere: (count: number) => `${count} chosen`,
	searching: 'searching',
	filter: 'Filter',
	matches: (count: number) => plural(count, 'match', 'matches'),
	files: (count: number) => plural(count, 'picture', 'pictures'),
	pages: (count: number) => plural(count, 'page', 'pages'),
	page: (number: number, count: number) => `page ${number} of ${count}`,
	pagesChosen: (chosen: number, count: number) => `${chosen} of ${plural(count, 'page', 'pages')}`,
	chosenInside: (count: number, all: number) => `${count} of ${all} chosen`,
	up: '../',
	sort: {name: 'by name', time: 'newest first', size: 'largest first'},
	ordering: 'sorting',
	hidden: 'hidden files too',
	about: (time: number) => `about ${seconds(time)}`,
	/** What is known of a picture; at most 18 cells, but for the two last. */
	marks: {
		new: 'new',
		before: 'read before',
		small: (size: string) => `too small (${size})`,
		unreadable: 'unreadable',
		same: (file: string) => `same as ${file}`,
		notBefore: 'not read before',
		beforeAgo: (days: number) => (days === 0 ? 'read today' : days === 1 ? 'read yesterday' : `read ${days} days ago`),
	},
	more: (count: number) => `${count} more`,
	empty: 'No pictures here: JPEG, PNG, HEIC, PDF, WebP, TIFF, ZIP and others.',
	emptyHere: 'None in this folder itself.',
	emptyFilter: 'Nothing matches the filter.',
	path: 'Go to',
	hintAll: (count: number, key: KeyName) => `${key('picker.all')} chooses all ${count}, ${key('picker.start')} starts`,
	hintChosen: (count: number, size: string, key: KeyName) =>
		`${key('picker.start')} reads ${plural(count, 'picture', 'pictures')}${size === '' ? '' : `, ${size}`}`,
	hintKept: 'Read before: the saved result is used, and nothing is paid twice.',
	hintMatches: (count: number, key: KeyName) => `${key('picker.all')} takes all ${count} that match the filter.`,
	hintFolder: (key: KeyName) =>
		`${key('picker.start')} opens the folder, ${key('picker.toggle')} chooses all pictures in it`,
	hintPages: (count: number, key: KeyName) =>
		`${plural(count, 'page', 'pages')}: ${key('picker.open')} lists them, to choose some of them.`,
	hintPage: (key: KeyName) =>
		`${key('picker.toggle')} chooses this page, ${key('picker.parent')} folds the pages again.`,
	hintZip: (key: KeyName) => `${key('picker.open')} unpacks the ZIP beside it and lists its pictures.`,
	/** Files that are not opened although pictures may be in them: the first name, and how many more. */
	passedOver: (name: string, more: number) => `Not opened: ${name}${more > 0 ? ` and ${more} more` : ''}.`,
	/** Between two hints in one line. */
	hintEnd: '. ',
	passedOverHere: (key: KeyName) =>
		`It may hold pictures: ${key('picker.goTo')} and its name open a Word document or a link; unpack archives, save what e-mails hold.`,
	hintFilter: (key: KeyName) =>
		`Type a part of the name. ${key('filter.keep')} keeps it, ${key('filter.drop')} drops it.`,
};
