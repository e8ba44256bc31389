import type {BatchItem} from '../../core/batch/batch.ts';
import type {NotRead} from '../../core/export/not-read.ts';
import type {PassportRecord} from '../../core/records/record.ts';
import {isoTime, legacyTime} from '../../core/records/time.ts';
import {isUnread} from '../../core/records/unread-record.ts';
import {fileName} from '../../text/format.ts';
import {type Language, messages} from '../../text/index.ts';
import {sentences} from '../../text/sentences.ts';
import type {UnreadPicture} from '../effect.ts';

const isMissing = ({state}: BatchItem): boolean => state === 'failed' || state === 'waiting' || state === 'reading';

/** Pictures of the batch that no row of an export can show. What the person left out or rejected is none. */
export function unreadPictures(
	items: readonly BatchItem[],
	records: readonly PassportRecord[],
): readonly UnreadPicture[] {
	const decided = new Set(
		records.filter(record => !isUnread(record) || record.review.state === 'rejected').map(({path}) => path),
	);
	return items
		.filter(item => isMissing(item) && !decided.has(item.path))
		.map(({path, outcome}) => (outcome?.kind === 'failed' ? {path, failure: outcome.failure} : {path}));
}

/** The same in words, for the sheet beside the list. */
export const notReadRows = (pictures: readonly UnreadPicture[], language: Language, now: Date): readonly NotRead[] =>
	pictures.map(({path, failure}) => {
		const {errors, commands} = messages(language);
		const recognizedAt = legacyTime(isoTime(now));
		const source = fileName(path);
		if (!failure) return {path, source, message: commands.export.notReadYet, recognizedAt, unread: true};
		const details = {...failure.details, path: source};
		const next = sentences(...errors.next(failure.code, details));
		return {path, source, message: errors.what(failure.code, details), next, recognizedAt};
	});
