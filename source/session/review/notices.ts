import {type FieldKey, fieldInfo} from '../../core/passport/model/fields.ts';
import type {ReviewState} from '../../core/review/review.ts';
import {fileName} from '../../text/format.ts';
import type {Notice, OffReason} from '../state.ts';
import {fieldView, recordName} from './record-view.ts';
import {reviewCounts} from './view-model.ts';

type Nothing = Extract<ReviewState['news'], {kind: 'nothing'}>['why'];

const nothing = {
	'to-undo': 'nothingToUndo',
	'to-redo': 'nothingToRedo',
	'to-take': 'noOther',
	'to-change': 'nothingChanged',
	unread: 'notTyped',
	clean: 'noneClean',
	left: 'allDecided',
} as const satisfies Readonly<Record<Nothing, OffReason>>;

/** With what is left, and the key that comes next, once nothing is to be checked any more. */
function acceptedNotice(name: string, review: ReviewState, allRead: boolean): Notice {
	const {left, check, clean, skipped} = reviewCounts(review);
	if (allRead && left === 0) return {kind: 'acceptedLast', params: {name}, tone: 'good'};
	return allRead && check === 0 && clean > 0
		? {kind: 'acceptedRest', params: {name, clean, skipped}, tone: 'good'}
		: {kind: 'accepted', params: {name}, tone: 'good'};
}

/** What a decision did, for the status line. `allRead`: no more passports are coming. */
export function newsNotice(review: ReviewState, allRead: boolean): Notice | undefined {
	const {news} = review;
	const nameOf = (path: string): string => {
		const record = review.records.find(each => each.path === path);
		return record ? recordName(record) : fileName(path);
	};
	const emptyIn = (path: string): readonly FieldKey[] =>
		(review.records.find(each => each.path === path)?.passport.fields ?? [])
			.filter(({key, value}) => value === '' && fieldInfo(key).decides && key !== 'given_name_english')
			.map(({key}) => key);
	switch (news?.kind) {
		case 'accepted':
			if (emptyIn(news.path).length > 0) {
				const params = {name: nameOf(news.path), fields: emptyIn(news.path)};
				return {kind: 'acceptedEmpty', params, tone: 'look'};
			}
			return news.doubts.length > 0
				? {kind: 'acceptedOver', params: {name: nameOf(news.path), fields: news.doubts.length}, tone: 'look'}
				: acceptedNotice(nameOf(news.path), review, allRead);
		case 'refuted': {
			const record = review.records.find(({path}) => path === news.path);
			const field = record?.passport.fields.find(({key}) => key === news.fields[0]);
			const why = record && field && fieldView(record, field).why;
			return {kind: 'refuted', params: {fields: news.fields, why, decision: news.decision}, tone: 'bad'};
		}
		case 'taken':
			return {kind: 'taken', params: {field: news.field, value: news.value}, tone: 'good'};
		case 'nothing':
			return {kind: 'off', reason: nothing[news.why]};
		case 'rejected':
			return {kind: 'rejected', params: {name: nameOf(news.path)}, tone: 'look'};
		case 'skipped':
			return {kind: 'skipped', params: {name: nameOf(news.path)}, tone: 'plain'};
		case 'acceptedAll':
			return {
				kind: allRead && reviewCounts(review).left === 0 ? 'acceptedCleanLast' : 'acceptedClean',
				params: {count: news.count},
				tone: 'good',
			};
		case 'undone':
			return {kind: 'undone', params: {}, tone: 'plain'};
		case 'redone':
			return {kind: 'redone', params: {}, tone: 'plain'};
		default:
			return undefined;
	}
}
