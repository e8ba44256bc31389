import {plural} from '../counting.ts';

/** After the file is written. */
export const done = {
	written: (rows: number, path: string) => `${plural(rows, 'row', 'rows')} written to ${path}`,
	accepted: (count: number) => `${count} accepted as read`,
	edited: (count: number) => `${count} edited by hand`,
	unchecked: (count: number) => `${count} not checked`,
	/** `unfit`: how many of the rows are not valid, in words. */
	ofThese: (unfit: string) => `of the rows: ${unfit}`,
	rejected: (count: number) => `${count} rejected, left out`,
	open: (count: number) => `${count} not checked, left out`,
	failed: (count: number, sheet: boolean) =>
		`${count} could not be read, not in the list${sheet ? ': sheet "Not read"' : ''}`,
	script: (rejected: boolean) => `From a script: everything in the folder${rejected ? '' : ' but what is rejected'}`,
	next: 'What next?',
	openFile: 'Open the file',
	copyPath: 'Copy its path',
	back: 'Back to checking',
	again: 'Export again in another way',
	more: 'More pictures',
	quit: 'Quit',
	kept: 'All is kept: passport-ocr-tui --resume goes on with it.',
};
