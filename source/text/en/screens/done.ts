import {fewNames} from '../../format.ts';
import {plural} from '../counting.ts';

/** After the file is written. */
export const done = {
	appended: (rows: number, path: string) => `${plural(rows, 'row', 'rows')} added to ${path}`,
	listed: (count: number) => `${plural(count, 'passport was', 'passports were')} in it already`,
	written: (rows: number, path: string) => `${plural(rows, 'row', 'rows')} written to ${path}`,
	/** `unfit`: how many of the rows are not valid, in words. */
	ofThese: (unfit: string) => `of the rows: ${unfit}`,
	leftOut: (said: string) => `${said}: not written`,
	notRead: (said: string, sheet: boolean) => `${said}: not in the list${sheet ? ', sheet "Not read"' : ''}`,
	refused: (name: string, why: string) => `${name} has no line: ${why}`,
	moreRefused: (count: number) => `${plural(count, 'more passport has', 'more passports have')} no line`,
	changed: (names: readonly string[]) =>
		`${plural(names.length, 'picture has', 'pictures have')} changed since reading, not proven, read again: ${fewNames(names, ', ')}`,
	script: (rejected: boolean) => `From a script: everything in the folder${rejected ? '' : ' but what is rejected'}`,
	next: 'What next?',
	openFile: 'Open the file',
	copyPath: 'Copy its path',
	back: 'Back to checking',
	again: 'Export again in another way',
	more: 'More pictures',
	quit: 'Quit',
	kept: (command: string) => `All is kept: ${command} --resume continues.`,
};
