import {isUnfit} from '../../../core/passport/judge/validity.ts';
import {fieldInfo} from '../../../core/passport/model/fields.ts';
import {speaksFor} from '../../../core/passport/reasons-to-look.ts';
import type {PassportRecord} from '../../../core/records/record.ts';
import {isUnread} from '../../../core/records/unread-record.ts';
import {doubts, isOpen, isOpenAndClean} from '../../../core/review/doubts.ts';
import {leftToDo} from '../../../session/review/left-to-do.ts';
import {kinNote, kinSentence} from '../../../session/review/people-view.ts';
import {fieldView} from '../../../session/review/record-view.ts';
import {recordValidity, validityMark} from '../../../session/review/validity-view.ts';
import {currentField, isEmptyRow, reviewCounts} from '../../../session/review/view-model.ts';
import {fieldNamesOf} from '../../../text/field-names.ts';
import {messages} from '../../../text/index.ts';
import {sayFound, sayReason} from '../../../text/reason.ts';
import {keyNames} from '../../keys/key-names.ts';
import {fitsStatus} from '../../layout/fit.ts';
import {type Spans, span} from '../../layout/spans.ts';
import type {ShownState} from '../../shown-state.ts';
import {markColours, signs} from '../../theme.ts';
import {unreadHint} from './review-typed.ts';

/** What the status line says of the passport: of its field under the cursor, and of the pictures it belongs to. */
export function reviewHint(state: ShownState, record: PassportRecord, toldElsewhere: boolean): Spans {
	const withKin = (said: Spans, kin: string | undefined): Spans => {
		if (kin === undefined) return said;
		const spans = [span(kin, {color: 'look'})];
		// Where one row is all there is, the reason of a doubt comes first, and any other sentence last.
		return doubts(record).includes(state.review.field)
			? [...said, span('  '), ...spans]
			: [...spans, span('  '), ...said];
	};
	if (state.typingMrz) {
		return [
			span(` ${messages(state.language).app.review.edit} `, {inverse: true, bold: true}),
			span(`  ${messages(state.language).app.review.typingMrz(keyNames(state.language))}`),
		];
	}
	if (isUnread(record) && isOpen(record) && !state.editing) return unreadHint(state, record);
	const own = fieldHints(state, record, toldElsewhere);
	if (state.editing) return own[0] ?? [];
	// A name that is cut off in the middle of a sentence is of no use: then the mark that the list has for it.
	const kins = [kinSentence(state, record, keyNames(state.language)('passport.reject')), kinNote(state, record)];
	const hints = kins.flatMap(kin => own.map(said => withKin(said, kin)));
	return hints.find(hint => fitsStatus(hint, state.size)) ?? hints.at(-1) ?? [];
}

/**
 * What the status line may say of the field under the cursor, the longest first: the reason in full, and the others too,
 * unless they are above. Where not all have room, it says how many more speak against the value.
 */
function fieldHints(state: ShownState, record: PassportRecord, toldElsewhere: boolean): readonly Spans[] {
	const text = messages(state.language).app;
	const key = keyNames(state.language);
	const field = currentField(state.review);
	if (!field) return [[]];
	if (state.editing) {
		return [
			[
				span(` ${text.review.edit} `, {inverse: true, bold: true}),
				span(`  ${text.review.allowed[fieldInfo(field.key).kind]}`),
			],
		];
	}
	if (isEmptyRow(field)) return [[span(text.review.nothingRead(key))]];
	const left = leftToDo(state);
	if (left && reviewCounts(state.review).left === 0) {
		return [[span(`${signs.good} `, {color: 'good', bold: true}), span(text.review.leftToDo(left, key))]];
	}
	const {mark, accepted, all} = fieldView(record, field);
	if (!isOpen(record) && !accepted) return [[span(text.review.state[record.review.state])]];
	if (isOpen(record) && doubts(record).length === 0) {
		if (!isOpenAndClean(record)) return [[span(text.review.lookedAt(key))]];
		const validity = recordValidity(state, record);
		if (isUnfit(validity)) {
			const said = text.review.cleanBut(messages(state.language).exported.validity[validity], key);
			return [[span(said, {color: markColours[validityMark(state, record)!]})]];
		}
		return [
			[
				span(
					left && left.clean > 1 ? text.review.restClean(text.review.leftToDo(left, key), key) : text.review.clean(key),
				),
			],
		];
	}
	const color = mark === 'look' || mark === 'bad' ? markColours[mark] : undefined;
	const [first, ...others] = all;
	const {reasons} = messages(state.language);
	const hint = (count: number, say = sayReason): Spans => {
		const more = others.slice(count).filter(({code}) => !speaksFor.has(code)).length;
		const said = others.slice(0, count).map(other => say(reasons, other));
		if (more > 0 && !toldElsewhere) said.push(text.review.moreReasons(more));
		return [
			span(text.review.about(fieldNamesOf(messages(state.language), record.passport.shape)[field.key]), {bold: true}),
			span(accepted ? text.review.acceptedStill : ''),
			span(first ? say(reasons, first) : '', {color}),
			span(said.map(one => text.review.sentence + one).join(''), {dim: true}),
		];
	};
	const counts = toldElsewhere ? [0] : Array.from({length: others.length + 1}, (_, less) => others.length - less);
	// Rather all of what was found than half of what to do about it.
	const hints = [...counts.map(count => hint(count)), hint(0, sayFound)];
	return accepted ? [...hints, [span(text.review.state[record.review.state])]] : hints;
}
