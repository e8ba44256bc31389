import {cleanText} from '../../../core/clean-text.ts';
import type {PassportRecord} from '../../../core/records/record.ts';
import {digitCount, type MrzPosition, mrzView} from '../../../session/review/mrz-view.ts';
import {typedRecord} from '../../../session/review/typed-value.ts';
import {shownLines} from '../../../session/review/without-identity-numbers.ts';
import {messages} from '../../../text/index.ts';
import {titleSpans} from '../../components/title.ts';
import type {ReviewLayout} from '../../layout/review-layout.ts';
import {joinSpans, type Span, type Spans, span} from '../../layout/spans.ts';
import type {ShownState} from '../../shown-state.ts';
import {markColours, signs} from '../../theme.ts';

/** The machine-readable lines: the current field's characters marked, check digits explained under them. */
export function mrzLines(state: ShownState, record: PassportRecord, layout: ReviewLayout): readonly Spans[] {
	const text = messages(state.language).app.review;
	const shown = typedRecord(state, record);
	const {agree, all} = digitCount(shown.passport);
	const characters = shownLines(state, shown.passport);
	const gap = layout.spaced ? ' ' : '';
	return [
		titleSpans(state, text.mrz, text.digits(agree, all), agree === all ? 'good' : 'bad'),
		...mrzView(shown, state.review.field).flatMap((line, row) => [
			[
				span('   '),
				...joinSpans(
					line.map((position, place) => characterSpan({...position, character: characters[row]![place]!}, gap)),
				),
			],
			...(layout.marks ? [[span('   '), ...joinSpans(line.map(position => markSpan(position, gap)))]] : []),
		]),
	];
}

function characterSpan({character, current, doubt, digit}: MrzPosition, gap: string): Span {
	const color = doubt ? markColours.look : digit ? markColours[digit] : current ? 'accent' : undefined;
	return span(cleanText(character) + gap, {
		color,
		bold: current || digit !== undefined,
		dim: character === '<' && !current && digit === undefined,
	});
}

function markSpan({current, doubt, digit}: MrzPosition, gap: string): Span {
	const mark = doubt ? 'look' : digit;
	if (mark) return span(signs[mark] + gap, {color: markColours[mark], bold: true});
	const {under} = signs;
	return current ? span(under + (gap === '' ? '' : under), {color: 'accent'}) : span(` ${gap}`);
}
