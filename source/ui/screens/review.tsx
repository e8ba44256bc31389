import {Box} from 'ink';
import type {ReactElement} from 'react';
import {layouts} from '../../core/passport/layouts.ts';
import {messages} from '../../text/index.ts';
import {Blank} from '../components/blank.tsx';
import {Frame} from '../components/frame.tsx';
import {Line, type Piece, piece} from '../components/line.tsx';
import {fileName} from '../format.ts';
import {type ReviewLayout, reviewLayout} from '../review-layout.ts';
import {alternativesHere, currentRecord, recordMark, reviewCounts} from '../review-view.ts';
import type {AppState} from '../state.ts';
import {statusPieces} from '../status.ts';
import {type Mark, markColours, signs} from '../theme.ts';
import {stillToRead} from '../update/start.ts';
import type {ScreenProps} from './props.ts';
import {fieldLines} from './review-fields.ts';
import {listLines, stripPieces} from './review-list.ts';
import {mrzLines} from './review-mrz.ts';
import {otherLines, whyLines} from './review-reasons.ts';
import {reviewHint} from './review-status.ts';

export function Review({state}: ScreenProps): ReactElement {
	const {columns} = state.size;
	const text = messages(state.language).app;
	const record = currentRecord(state.review);
	if (!record) {
		return (
			<Frame state={state} title={text.titles.review} status={statusPieces(state, '')}>
				<Blank />
				<Line columns={columns} pieces={[piece(`  ${text.review.none}`)]} />
			</Frame>
		);
	}
	const layout = layoutOf(state)!;
	const lines = (rows: readonly (readonly Piece[])[], wide: number) =>
		// biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
		rows.map((pieces, index) => <Line key={index} columns={wide} pieces={pieces} />);
	return (
		<Frame
			state={state}
			title={text.titles.review}
			subject={`${signs(state.ascii)[recordMark(state.review, record)]} ${fileName(record.path)}`}
			right={countPieces(state)}
			status={statusPieces(state, reviewHint(state, record))}
		>
			<Blank rows={layout.top} />
			<Box width={columns} height={upperRows(layout)} flexShrink={0}>
				<Box width={layout.fieldColumns} flexDirection="column" flexShrink={0}>
					{lines(fieldLines(state, record, layout), layout.fieldColumns)}
					{lines(otherLines(state, layout), layout.fieldColumns)}
					{lines(whyLines(state, record, layout), layout.fieldColumns)}
				</Box>
				{layout.list?.kind === 'column' && (
					<Box width={layout.list.columns} flexDirection="column" flexShrink={0}>
						{lines(listLines(state, layout.list.columns, upperRows(layout)), layout.list.columns)}
					</Box>
				)}
			</Box>
			{lines(mrzLines(state, record, layout), columns)}
			{layout.list?.kind === 'strip' && lines(stripPieces(state), columns)}
		</Frame>
	);
}

/** The layout for what is on the screen; undefined while there is no passport. */
export function layoutOf(state: AppState): ReviewLayout | undefined {
	const record = currentRecord(state.review);
	if (!record) return undefined;
	return reviewLayout(state.size, {
		fields: record.passport.fields.length,
		alternatives: alternativesHere(state.review).length,
		lines: record.passport.lines.length,
		lineLength: layouts[record.passport.shape].length,
		picture: false,
	});
}

const upperRows = ({fieldRows, otherRows, whyRows, gap}: ReviewLayout): number => fieldRows + otherRows + whyRows + gap;

function countPieces(state: AppState): readonly Piece[] {
	const counts = reviewCounts(state.review);
	const text = messages(state.language).app;
	const still = stillToRead(state.reading);
	const each: readonly (readonly [Mark, number])[] = [
		['good', counts.accepted],
		['edited', counts.edited],
		['look', counts.check],
		['open', counts.clean],
		['skipped', counts.rejected + counts.skipped],
	];
	return [
		piece(text.reading.of(state.review.current + 1, counts.total), {bold: true}),
		...each.flatMap(([mark, count]) =>
			count === 0 ? [] : [piece(`  ${signs(state.ascii)[mark]} ${count}`, {color: markColours[mark]})],
		),
		...(still > 0 ? [piece(`  ${text.review.reading(still)}`, {color: 'blue'})] : []),
	];
}
