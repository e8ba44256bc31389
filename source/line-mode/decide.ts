import type {TripDay} from '../core/passport/judge/validity.ts';
import type {CalendarDay} from '../core/passport/model/passport.ts';
import type {PassportRecord} from '../core/records/record.ts';
import {type ReviewEvent, type ReviewState, update} from '../core/review/review.ts';
import {changedRecords} from '../core/review/selectors.ts';
import {recordName} from '../session/review/record-view.ts';
import {fileName} from '../text/format.ts';
import {type Language, messages} from '../text/index.ts';
import type {Talk} from './talk.ts';

export type Checking = {
	readonly talk: Talk;
	readonly language: Language;
	readonly keep: (record: PassportRecord) => Promise<void>;
	/** The review after a decision, before what it changed is kept. */
	readonly note: (review: ReviewState) => void;
	/** What validity is judged against: the trip may change with any answer. */
	readonly day: () => TripDay;
	/** ISO 8601 with zone. */
	readonly at: () => string;
	/** The century of a date that is typed is computed from it. */
	readonly today: CalendarDay;
};

export type Checked = {readonly review: ReviewState; readonly stopped: boolean};

/** A decision: what it changed is on disk before the next question. */
export async function decide(review: ReviewState, event: ReviewEvent, checking: Checking): Promise<ReviewState> {
	const next = update(review, event);
	checking.note(next);
	for (const record of changedRecords(review, next)) await checking.keep(record);
	sayNews(next, checking);
	return next;
}

function sayNews({news, records}: ReviewState, {talk, language}: Checking): void {
	const {plain: text, app} = messages(language);
	const name = (path: string): string => {
		const record = records.find(each => each.path === path);
		return record ? recordName(record) : fileName(path);
	};
	switch (news?.kind) {
		case 'accepted':
		case 'rejected':
		case 'skipped':
			talk.say(text[news.kind](name(news.path)));
			break;
		case 'undone':
			talk.say(text.undone);
			break;
		case 'refuted':
			talk.say(text.refuted(news.fields.map(key => app.fields[key]).join(text.comma), news.decision));
			break;
		case 'taken':
			talk.say(text.changed(app.fields[news.field], news.value));
			break;
		case 'nothing':
			if (news.why === 'to-undo') talk.say(text.nothingToUndo);
	}
}
