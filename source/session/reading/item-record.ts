import type {BatchItem} from '../../core/batch/item.ts';
import {isBlank} from '../../core/records/failures.ts';
import type {PassportRecord} from '../../core/records/record.ts';
import {markOf} from '../../core/review/selectors.ts';
import {currentRecordOf} from '../review/view-model.ts';
import type {AppState} from '../state.ts';

type Reviewed = Pick<AppState, 'review'>;

/**
 * The record of a picture that is done, with what a person did to it: also of one that failed, which a person can type.
 * Undefined where there is none, or it is of an earlier reading.
 */
export function itemRecord(state: Reviewed, item: BatchItem): PassportRecord | undefined {
	if (item.state !== 'read' && item.state !== 'failed') return undefined;
	const current = currentRecordOf(state, item.path);
	return current ?? (item.outcome?.kind === 'read' ? item.outcome.record : undefined);
}

/** Whether a picture failed and there is no passport of it since: no person has typed or rejected it. */
export function isStillFailed(state: Reviewed, item: BatchItem): boolean {
	if (item.state !== 'failed' || isBlank(item.outcome)) return false;
	const record = itemRecord(state, item);
	return record === undefined || markOf(state.review, record) === 'unread';
}
