import type {PassportRecord} from '../../core/records/record.ts';
import {relatedTo} from '../../core/review/related-records.ts';
import {commonIn} from '../../core/review/same-person.ts';
import {messages} from '../../text/index.ts';
import {pictureName} from '../picture-name.ts';
import type {AppState} from '../state.ts';
import {fieldNames} from './conflict-text.ts';

/** How a passport belongs to others of the batch, in a sentence: what it is, and what to do. `reject`: the name of the key. */
export function kinSentence(state: AppState, record: PassportRecord, reject: string): string | undefined {
	const {review, language} = state;
	const kin = relatedTo(review.records, record);
	if (!kin) return undefined;
	const {list, app} = messages(language);
	const file = pictureName(state, kin.others[0]!);
	const more = kin.others.length - 1;
	if (kin.kind !== 'conflict') return list.kin[kin.kind](file, more, reject);
	const differs = list.conflict(commonIn(kin.fields), file, more, fieldNames(kin.fields, [record], language));
	return differs + app.review.sentence + list.compare(reject);
}

/** The same in a few cells, for a column. */
export function kinNote(state: AppState, record: PassportRecord): string | undefined {
	const {review, language} = state;
	const kin = relatedTo(review.records, record);
	return kin && messages(language).list.same[kin.kind](pictureName(state, kin.others[0]!));
}
