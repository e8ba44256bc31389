import type {ReviewState} from '../core/review/review.ts';
import {stepOf} from '../session/review/notices.ts';
import {recordName} from '../session/review/record-view.ts';
import {fieldNamesOf} from '../text/field-names.ts';
import {fileName} from '../text/format.ts';
import {type Language, messages} from '../text/index.ts';
import {answerName} from './answers.ts';

/** What a decision did, in words that name no key. */
export function newsLine(review: ReviewState, language: Language): string | undefined {
	const {news, records} = review;
	const {plain: text} = messages(language);
	const name = (path: string): string => {
		const record = records.find(each => each.path === path);
		return record ? recordName(record) : fileName(path);
	};
	const fieldsOf = (path: string) =>
		fieldNamesOf(messages(language), ...records.flatMap(each => (each.path === path ? [each.passport.shape] : [])));
	if (news?.kind === 'accepted' || news?.kind === 'rejected' || news?.kind === 'skipped') {
		return text[news.kind](name(news.path));
	}
	if (news?.kind === 'undone') return text.undoneStep(stepOf(review, {...news, kind: 'undone'}));
	if (news?.kind === 'refuted') {
		return text.refuted(news.fields.map(key => fieldsOf(news.path)[key]).join(text.comma), news.decision, answerName);
	}
	if (news?.kind !== 'nothing') return undefined;
	return news.why === 'to-undo' ? text.nothingToUndo : news.why === 'to-change' ? text.unchanged : undefined;
}
