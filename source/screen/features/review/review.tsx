import type {ReactElement} from 'react';
import type {PassportRecord} from '../../../core/records/record.ts';
import {isUnread} from '../../../core/records/unread-record.ts';
import {pictureName} from '../../../session/picture-name.ts';
import {stillToRead} from '../../../session/reading/start.ts';
import {timeToDecide} from '../../../session/review/decision-rate.ts';
import {shownRecord, validityMark} from '../../../session/review/validity-view.ts';
import {comparedRecord, recordMark, reviewCounts} from '../../../session/review/view-model.ts';
import {messages} from '../../../text/index.ts';
import {Frame} from '../../components/frame.tsx';
import {Blank, Line, Lines} from '../../components/line.tsx';
import {markCountSpans, unfitCountSpans, unsavedSpans} from '../../components/mark-counts.ts';
import type {ReviewLayout} from '../../layout/review-layout.ts';
import {layoutOf} from '../../layout/review-layout-of.ts';
import {beside, type Spans, span} from '../../layout/spans.ts';
import {wrap} from '../../layout/width.ts';
import type {ShownState} from '../../shown-state.ts';
import {statusSpans} from '../../status.ts';
import {markColours, signs} from '../../theme.ts';
import type {ScreenProps} from '../props.ts';
import {detailLines, tellsReasons} from './review-detail.ts';
import {fieldLines} from './review-fields.ts';
import {listLines, stripSpans} from './review-list.ts';
import {mrzLines} from './review-mrz.ts';
import {pictureLines} from './review-picture.ts';
import {reviewHint} from './review-status.ts';
import {stripLines} from './review-strip.ts';
import {typedLinesShown} from './review-typed.ts';

export function Review({state}: ScreenProps): ReactElement {
	const {columns} = state.size;
	const text = messages(state.language).app;
	const open = comparedRecord(state.review);
	if (!open) {
		return (
			<Frame state={state} title={text.titles.review} status={statusSpans(state, '')}>
				<Blank />
				<Lines rows={wrap(text.review.none, columns - 4).map(line => [span(`  ${line}`)])} />
			</Frame>
		);
	}
	const record = shownRecord(state, open);
	const unfit = validityMark(state, record);
	const layout = layoutOf(state)!;
	return (
		<Frame
			state={state}
			title={text.titles.review}
			subject={`${signs[recordMark(state.review, record)]} ${unfit ? `${signs[unfit]} ` : ''}${pictureName(state, record.path)}`}
			right={countSpans(state)}
			status={statusSpans(state, reviewHint(state, record, tellsReasons(layout)))}
		>
			<Blank rows={layout.top} />
			<Lines rows={upperLines(state, record, layout)} />
			{layout.strip && <Lines rows={stripLines(state, record, layout)} />}
			{layout.mrz && (
				<Lines rows={isUnread(record) ? typedLinesShown(state, layout) : mrzLines(state, record, layout)} />
			)}
			{layout.list?.kind === 'strip' && <Line spans={stripSpans(state)} />}
		</Frame>
	);
}

/** The page, the fields, and the other passports, as far as there is room for them beside each other. */
function upperLines(state: ShownState, record: PassportRecord, layout: ReviewLayout): readonly Spans[] {
	const {picture, fieldColumns, fieldRows, detailRows, list} = layout;
	const rows = fieldRows + detailRows;
	const fields = [...fieldLines(state, record, layout), ...detailLines(state, record, layout)];
	return beside(
		[
			...(picture ? [{rows: pictureLines(state, record, layout), columns: picture.columns + 2}] : []),
			{rows: fields, columns: fieldColumns},
			...(list?.kind === 'column' ? [{rows: listLines(state, list.columns, rows), columns: list.columns}] : []),
		],
		rows,
	);
}

function countSpans(state: ShownState): Spans {
	const counts = reviewCounts(state.review);
	const text = messages(state.language).app;
	const time = timeToDecide(state.decidedAt, counts.left);
	return [
		span(text.reading.of(state.review.current + 1, counts.total), {bold: true}),
		...unsavedSpans(state),
		...markCountSpans(counts),
		...unfitCountSpans(state),
		...(counts.left > 0 && state.size.columns >= 100 ? [span(`  ${text.review.toGo(counts.left)}`)] : []),
		...stillSpans(state),
		...(time !== undefined && state.size.columns >= 110
			? [span(`  ${text.review.pace(time / 1000)}`, {dim: true})]
			: []),
	];
}

/** How many are coming. That no more come must be seen also by those who did not see why. */
function stillSpans(state: ShownState): Spans {
	const {reading, size, language} = state;
	const text = messages(language).app.review;
	const still = stillToRead(state);
	if (still === 0) return [];
	if (reading.phase === 'stopped') return [span(`  ${text.stopped(still)}`, {color: markColours.look})];
	// In a narrow window the name of the picture is worth more.
	return size.columns >= 80 ? [span(`  ${text.reading(still)}`, {color: 'busy'})] : [];
}
