import type {BatchItem} from '../core/batch/batch.ts';
import type {NotRead} from '../core/export/not-read.ts';
import {flatTime, isoTime} from '../core/records/time.ts';
import {type Language, messages} from '../text/index.ts';
import type {UnreadPicture} from './effect.ts';
import {fileName} from './format.ts';
import type {AppState} from './state.ts';

const isUnread = ({state}: BatchItem): boolean => state === 'failed' || state === 'waiting' || state === 'reading';

/** Pictures of the batch that no row of an export can show. What the person left out of the batch is none. */
export function unreadPictures({reading, review}: Pick<AppState, 'reading' | 'review'>): readonly UnreadPicture[] {
	const read = new Set(review.records.map(({path}) => path));
	return reading.items
		.filter(item => isUnread(item) && !read.has(item.path))
		.map(({path, outcome}) => (outcome?.kind === 'failed' ? {path, failure: outcome.failure} : {path}));
}

/** The same in words, for the sheet beside the list. */
export const notReadRows = (pictures: readonly UnreadPicture[], language: Language, now: Date): readonly NotRead[] =>
	pictures.map(({path, failure}) => {
		const {errors, commands} = messages(language);
		const recognizedAt = flatTime(isoTime(now));
		if (!failure)
			return {path, source: fileName(path), message: commands.export.notReadYet, recognizedAt, unread: true};
		const {code, details} = failure;
		const next = errors.next(code, {...details, path: fileName(path)}).join(' ');
		return {
			path,
			source: fileName(path),
			message: errors.what(code, {...details, path: fileName(path)}),
			next,
			recognizedAt,
		};
	});
