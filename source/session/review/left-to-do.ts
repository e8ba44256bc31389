import {isBusy} from '../reading/start.ts';
import {unreadPictures} from '../reading/unread.ts';
import type {AppState} from '../state.ts';
import type {LeftToDo} from './state.ts';
import {reviewCounts} from './view-model.ts';

/** Returns what is left once nothing is to be checked; undefined before, and while pictures are read. */
export function leftToDo({review, reading}: Pick<AppState, 'review' | 'reading'>): LeftToDo | undefined {
	const {check, clean, skipped, unread: typeable} = reviewCounts(review);
	if (isBusy(reading) || check > 0) return undefined;
	// Where nothing can be typed by hand, only the list shows the picture.
	const unread = Math.max(typeable, unreadPictures(reading.items, review.records).length);
	return {clean, skipped, unread, onlyInList: typeable !== unread};
}
