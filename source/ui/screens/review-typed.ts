import {cleanText} from '../../core/clean-text.ts';
import {checkTyped, typedLength} from '../../core/passport/typed-mrz.ts';
import type {PassportRecord} from '../../core/records/record.ts';
import {messages} from '../../text/index.ts';
import {titlePieces} from '../components/title.ts';
import {cutPieces, type Pieces, piece} from '../pieces.ts';
import type {ReviewLayout} from '../review-layout.ts';
import type {AppState, TypingMrz} from '../state.ts';
import {markColours, signs} from '../theme.ts';

const empty: TypingMrz['lines'] = [
	{text: '', cursor: 0},
	{text: '', cursor: 0},
];

/** Where the two lines begin. */
const indent = 3;

/** The lines that a person types of a picture that was not read: each check digit is told as soon as it is typed. */
export function typedLinesShown(state: AppState, layout: ReviewLayout): readonly Pieces[] {
	const text = messages(state.language).app.review;
	const lines = (state.typingMrz?.lines ?? empty).map(line => line.text);
	const typed = lines.map((line, index) => linePieces(state, line, index));
	return [
		state.typingMrz
			? cutPieces([piece(` ${text.mrz}  `, {bold: true}), ...digitPieces(state)], state.size.columns - 1)
			: titlePieces(state, text.mrz, ''),
		...typed.flatMap(line => (layout.marks ? [line, []] : [line])),
	];
}

function linePieces({typingMrz}: AppState, line: string, index: number): Pieces {
	const typing = typingMrz?.at === index;
	return [
		piece(typing ? ` ${signs.cursor} ` : ' '.repeat(indent), {color: 'cyan', bold: true}),
		piece(cleanText(line.slice(0, typedLength)), {bold: true}),
		piece(cleanText(line.slice(typedLength)), {color: markColours.bad, bold: true}),
		piece('<'.repeat(Math.max(0, typedLength - line.length)), {dim: true, underline: typing}),
		piece(typingMrz ? `  ${line.length}/${typedLength}` : '', {dim: line.length <= typedLength}),
	];
}

/** The check digits that are typed, each with its verdict. */
function digitPieces({typingMrz, language}: AppState): Pieces {
	if (!typingMrz) return [];
	const text = messages(language);
	const [first, second] = typingMrz.lines;
	return checkTyped([first.text, second.text])
		.digits.filter(({verdict}) => verdict === 'verified' || verdict === 'refuted')
		.flatMap(({name, verdict, expected}) => {
			const mark = verdict === 'refuted' ? 'bad' : 'good';
			const needed = verdict === 'refuted' ? text.app.review.needs(expected) : '';
			const said = `${text.app.review.digitNames[name]}${needed}  `;
			return [
				piece(`${signs[mark]} `, {color: markColours[mark], bold: true}),
				piece(said, {color: markColours[mark]}),
			];
		});
}

/** Where the real cursor stands while the lines are typed. */
export function typedCursor({typingMrz}: AppState, layout: ReviewLayout): {x: number; y: number} | undefined {
	if (!typingMrz) return undefined;
	const {cursor} = typingMrz.lines[typingMrz.at];
	const strip = layout.strip ? layout.strip.rows + 1 : 0;
	const lines = typingMrz.at * (layout.marks ? 2 : 1);
	return {x: indent + cursor, y: 2 + layout.top + layout.fieldRows + layout.detailRows + strip + 1 + lines};
}

/** What the status line says of a picture that was not read: why, and what can be done. */
export function unreadHint({language}: AppState, {failures = []}: PassportRecord): Pieces {
	const text = messages(language).app;
	const why = text.problems(failures.at(-1)?.code ?? 'NO_PASSPORT_FOUND');
	return [
		piece(`${signs.bad} `, {color: markColours.bad, bold: true}),
		piece(text.review.notRead(why), {color: markColours.bad}),
		piece(`  ${text.review.typeOrLeave}`),
	];
}
