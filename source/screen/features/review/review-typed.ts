import {cleanText} from '../../../core/clean-text.ts';
import {checkTyped, typedLength} from '../../../core/passport/typed-mrz.ts';
import type {PassportRecord} from '../../../core/records/record.ts';
import type {TypingMrz} from '../../../session/review/state.ts';
import {messages} from '../../../text/index.ts';
import {titleSpans} from '../../components/title.ts';
import {keyNames} from '../../keys/key-names.ts';
import type {ReviewLayout} from '../../layout/review-layout.ts';
import {cutSpans, type Spans, span} from '../../layout/spans.ts';
import type {ShownState} from '../../shown-state.ts';
import {markColours, signs} from '../../theme.ts';

const empty: TypingMrz['lines'] = [
	{text: '', cursor: 0},
	{text: '', cursor: 0},
];

/** Where the two lines begin. */
const indent = 3;

/** The lines that a person types of a picture that was not read: each check digit is judged as soon as it is typed. */
export function typedLinesShown(state: ShownState, layout: ReviewLayout): readonly Spans[] {
	const text = messages(state.language).app.review;
	const lines = (state.typingMrz?.lines ?? empty).map(line => line.text);
	const typed = lines.map((line, index) => lineSpans(state, line, index));
	return [
		state.typingMrz
			? cutSpans([span(` ${text.mrz}  `, {bold: true}), ...digitSpans(state)], state.size.columns - 1)
			: titleSpans(state, text.mrz, ''),
		...typed.flatMap(line => (layout.marks ? [line, []] : [line])),
	];
}

function lineSpans({typingMrz}: ShownState, line: string, index: number): Spans {
	const typing = typingMrz?.at === index;
	return [
		span(typing ? ` ${signs.cursor} ` : ' '.repeat(indent), {color: 'accent', bold: true}),
		span(cleanText(line.slice(0, typedLength)), {bold: true}),
		span(cleanText(line.slice(typedLength)), {color: markColours.bad, bold: true}),
		span('<'.repeat(Math.max(0, typedLength - line.length)), {dim: true, underline: typing}),
		span(typingMrz ? `  ${line.length}/${typedLength}` : '', {dim: line.length <= typedLength}),
	];
}

/** The check digits that are typed, each with its verdict. */
function digitSpans({typingMrz, language}: ShownState): Spans {
	if (!typingMrz) return [];
	const text = messages(language);
	const [first, second] = typingMrz.lines;
	return checkTyped([first.text, second.text])
		.digits.filter(({verdict}) => verdict === 'verified' || verdict === 'refuted')
		.flatMap(({name, verdict, expected}) => {
			const mark = verdict === 'refuted' ? 'bad' : 'good';
			const needed = verdict === 'refuted' ? text.app.review.needs(expected) : '';
			const said = `${text.app.review.digitNames[name]}${needed}  `;
			return [span(`${signs[mark]} `, {color: markColours[mark], bold: true}), span(said, {color: markColours[mark]})];
		});
}

/** Where the real cursor is while the lines are typed. */
export function typedCursor({typingMrz}: ShownState, layout: ReviewLayout): {x: number; y: number} | undefined {
	if (!typingMrz) return undefined;
	const {cursor} = typingMrz.lines[typingMrz.at];
	const strip = layout.strip ? layout.strip.rows + 1 : 0;
	const lines = typingMrz.at * (layout.marks ? 2 : 1);
	return {x: indent + cursor, y: 2 + layout.top + layout.fieldRows + layout.detailRows + strip + 1 + lines};
}

/** What the status line says of a picture that was not read: why, and what can be done. */
export function unreadHint({language}: ShownState, {failures = []}: PassportRecord): Spans {
	const text = messages(language).app;
	const why = text.problems(failures.at(-1)?.code ?? 'NO_PASSPORT_FOUND');
	return [
		span(`${signs.bad} `, {color: markColours.bad, bold: true}),
		span(text.review.notRead(why), {color: markColours.bad}),
		span(`  ${text.review.typeOrLeave(keyNames(language))}`),
	];
}
