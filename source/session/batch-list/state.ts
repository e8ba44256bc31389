import type {TextEdit} from '../typing/text-edit.ts';

export const listSorts = ['file', 'name', 'state', 'expiry', 'family'] as const;

export type ListSort = (typeof listSorts)[number];

/** Which rows are listed: those that a person must see, that are not decided, that were decided, that failed, that are not valid. */
export const listShows = ['all', 'look', 'open', 'accepted', 'leftOut', 'failed', 'unfit'] as const;

export type ListShow = (typeof listShows)[number];

/** The list of the whole batch. */
export type BatchListState = {
	readonly sort: ListSort;
	readonly show: ListShow;
	readonly filter: TextEdit;
	readonly filtering: boolean;
	/** The picture under the cursor: it stays there when the list changes around it. Undefined for the first. */
	readonly cursor: string | undefined;
	/** Passport numbers are shown in full. */
	readonly numbers: boolean;
	readonly from: 'review' | 'reading';
};
