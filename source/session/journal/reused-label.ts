import type {KeptBatch} from '../../core/journal/latest.ts';
import {formatDate} from '../../core/passport/model/dates.ts';
import {fileTime, shownPath} from '../../text/format.ts';
import {messages} from '../../text/index.ts';
import {commonFolder} from '../export/update.ts';
import type {AppState} from '../state.ts';

/** The file or folder that was chosen for a batch, or the folder that several are in. */
export function batchPlace({folder, home}: Pick<AppState, 'folder' | 'home'>, roots: readonly string[]): string {
	const [root = folder] = roots;
	return shownPath(roots.length > 1 ? commonFolder(roots, root) : root, home);
}

/**
 * Which batch, and when it was left: by the clock today, else by the day.
 *
 * @param shorten makes the place fit, given the label without it; a face that wraps long lines leaves it out
 */
export function keptLabel(
	{language, today, folder, home}: Pick<AppState, 'language' | 'today' | 'folder' | 'home'>,
	{pictures, roots, changed}: KeptBatch,
	shorten: (place: string, label: string) => string = place => place,
): string {
	const {resume} = messages(language).list;
	const [day = '', time = ''] = fileTime(new Date(changed)).split(' ');
	const place = batchPlace({folder, home}, roots);
	const label = (where: string) => resume.goOn(pictures, where, day === formatDate(today) ? resume.today(time) : day);
	return label(shorten(place, label('')));
}
