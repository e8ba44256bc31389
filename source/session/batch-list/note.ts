import {isOfDay} from '../../core/passport/judge/validity.ts';
import type {PassportRecord} from '../../core/records/record.ts';
import {familiesByPath} from '../../core/review/family-groups.ts';
import {messages} from '../../text/index.ts';
import {sayShort} from '../../text/reason.ts';
import {kinNote} from '../review/people-view.ts';
import {toCheckText} from '../review/record-view.ts';
import {isWorthTelling, recordValidity, shownRecord} from '../review/validity-view.ts';
import type {AppState} from '../state.ts';
import type {ListRow} from './every-row.ts';

/**
 * What there is to say of a row, in a few words: why it was not read, or else first the other pictures of this person.
 *
 * @param kin what is said of those; empty for nothing
 */
export function noteOf(
	state: AppState,
	row: ListRow,
	kin: string | undefined = row.record && kinNote(state, row.record),
): string {
	const {list, app} = messages(state.language);
	if (row.state === 'failed') {
		const code = row.record?.failures?.at(-1)?.code;
		if (row.item?.outcome?.kind === 'failed') return app.problems(row.item.outcome.failure.code);
		if (code !== undefined) return app.problems(code);
	}
	const picture = row.record && pictureNote(state, row.record);
	if (picture) return picture;
	if (kin) return kin;
	const family = state.list.sort === 'family' && familiesByPath(state.review.records).get(row.path);
	if (family) return list.family(family.surname, family.paths.length);
	if (row.record && row.state === 'check') return toCheckText(row.record, state.language) || list.states.check;
	if (row.record && row.state !== 'rejected') {
		const why = unfitReason(state, row.record);
		if (why !== undefined) return why;
	}
	// The mark says the rest.
	return row.state === 'clean' ? '' : list.states[row.state];
}

/** That its picture is another one by now, or gone; the mark says what was decided. */
function pictureNote({language}: AppState, {pictureNow, review}: PassportRecord): string | undefined {
	if (pictureNow === undefined || review.state === 'rejected') return undefined;
	return messages(language).reasons[pictureNow === 'other' ? 'changed-picture' : 'picture-gone'].short({});
}

/** Why a passport is not valid, or cannot be judged for the trip, in a few words. */
export function unfitReason(state: AppState, record: PassportRecord): string | undefined {
	if (!isWorthTelling(state, record)) return undefined;
	const why = shownRecord(state, record).passport.issues.find(isOfDay);
	return why
		? sayShort(messages(state.language).reasons, why)
		: messages(state.language).exported.validity[recordValidity(state, record)];
}
