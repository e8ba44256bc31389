import {layouts} from '../../core/passport/model/layouts.ts';
import {isUnread} from '../../core/records/unread-record.ts';
import {alternativesHere, currentRecord} from '../../session/review/view-model.ts';
import type {ShownState} from '../shown-state.ts';
import {type ReviewLayout, reviewLayout} from './review-layout.ts';

/** The layout for what is on the screen; undefined while there is no passport. */
export function layoutOf(state: ShownState): ReviewLayout | undefined {
	const record = currentRecord(state.review);
	if (!record) return undefined;
	return reviewLayout(state.size, {
		fields: record.passport.fields.length,
		alternatives: alternativesHere(state.review).length,
		lines: isUnread(record) ? 2 : record.passport.lines.length,
		unread: isUnread(record),
		lineLength: layouts[record.passport.shape].length,
		pictures: state.viewing.pictures,
		zoomed: state.viewing.pictures && state.viewing.zoom !== 'field',
	});
}
