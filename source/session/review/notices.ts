import {type FieldKey, fieldInfo} from '../../core/passport/model/fields.ts';
import {withPictureNow} from '../../core/records/changed-picture.ts';
import {provenWithoutPicture} from '../../core/review/doubts.ts';
import type {ReviewState} from '../../core/review/review.ts';
import type {Step} from '../../text/en/steps.ts';
import type {Notice, OffReason} from '../app/notice.ts';
import {pictureName} from '../picture-name.ts';
import type {AppState} from '../state.ts';
import {leftToDo} from './left-to-do.ts';
import {fieldView, recordName} from './record-view.ts';
import type {LeftToDo} from './state.ts';

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

type Moved = Extract<ReviewState['news'], {kind: 'undone' | 'redone'}>;

/** What was undone or redone, and of which passport: of the open one where only the skipped ones changed. */
export function stepOf({records, current}: ReviewState, {decision, paths}: Moved): Step {
	const record = records.find(({path}) => path === paths[0]) ?? records[current];
	return {step: decision, name: record ? recordName(record) : '', count: paths.length};
}

/** A yes that comes before the question was read must not hide what was left out of it. */
function acceptedClean(state: Pick<AppState, 'review' | 'reading'>, count: number, left: LeftToDo | undefined): Notice {
	const without = provenWithoutPicture(state.review.records).map(({path}) => pictureName(state, path));
	return {kind: 'acceptedClean', params: {count, without}, tone: without.length > 0 ? 'look' : 'good', left};
}

/** What a decision did, for the status line, and once nothing is to be checked what is left to do. */
export function newsNotice(state: Pick<AppState, 'review' | 'reading'>): Notice | undefined {
	const {review} = state;
	const {news} = review;
	const left = leftToDo(state);
	const nameOf = (path: string): string => {
		const record = review.records.find(each => each.path === path);
		return record ? recordName(record) : pictureName(state, path);
	};
	const shapeOf = (path: string) => review.records.find(each => each.path === path)?.passport.shape ?? 'TD3';
	const emptyIn = (path: string): readonly FieldKey[] =>
		(review.records.find(each => each.path === path)?.passport.fields ?? [])
			.filter(({key, value}) => value === '' && fieldInfo(key).decides && key !== 'given_name_english')
			.map(({key}) => key);
	switch (news?.kind) {
		case 'accepted':
			if (emptyIn(news.path).length > 0) {
				const params = {shape: shapeOf(news.path), name: nameOf(news.path), fields: emptyIn(news.path)};
				return {kind: 'acceptedEmpty', params, tone: 'look', left};
			}
			return news.doubts.length > 0
				? {kind: 'acceptedOver', params: {name: nameOf(news.path), fields: news.doubts.length}, tone: 'look', left}
				: {kind: 'accepted', params: {name: nameOf(news.path)}, tone: 'good', left};
		case 'refuted': {
			const record = review.records.find(({path}) => path === news.path);
			const field = record?.passport.fields.find(({key}) => key === news.fields[0]);
			const why = record && field && fieldView(withPictureNow(record), field).why;
			return {
				kind: 'refuted',
				params: {shape: shapeOf(news.path), fields: news.fields, why, decision: news.decision},
				tone: 'bad',
			};
		}
		case 'taken':
			return {kind: 'taken', params: {shape: shapeOf(news.path), field: news.field, value: news.value}, tone: 'good'};
		case 'nothing':
			return {kind: 'off', reason: nothing[news.why]};
		case 'rejected':
			return {kind: 'rejected', params: {name: nameOf(news.path)}, tone: 'look', left};
		case 'skipped':
			return {kind: 'skipped', params: {name: nameOf(news.path)}, tone: 'plain', left};
		case 'acceptedAll':
			return acceptedClean(state, news.count, left);
		case 'undone':
		case 'redone':
			return {kind: news.kind, params: stepOf(review, news), tone: 'plain'};
		default:
			return undefined;
	}
}
