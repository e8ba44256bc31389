import {cleanText} from '../../core/clean-text.ts';
import type {PassportRecord} from '../../core/records/record.ts';
import {messages} from '../../text/index.ts';
import {type Piece, piece} from '../components/line.tsx';
import {fieldView} from '../record-view.ts';
import type {ReviewLayout} from '../review-layout.ts';
import {alternativesHere, currentField} from '../review-view.ts';
import {sayReason} from '../say-reason.ts';
import type {AppState} from '../state.ts';
import {width, wrap} from '../width.ts';

/** Other readings of the current field: in a row, or as a list where there is room. */
export function otherLines(state: AppState, {otherRows}: ReviewLayout): readonly (readonly Piece[])[] {
	const text = messages(state.language).app.review;
	const others = alternativesHere(state.review);
	if (otherRows === 0) return [];
	if (others.length === 0) return Array.from({length: otherRows}, () => []);
	const choice = (index: number): readonly Piece[] => {
		const {value, source} = others[index]!;
		return [
			piece(`${index + 1} `, {color: 'cyan', bold: true}),
			piece(cleanText(value === '' ? text.empty : value), {bold: true}),
			piece(`  ${text.from[source]}`, {dim: true}),
		];
	};
	const title = piece(`   ${text.other}`, {dim: true});
	if (otherRows <= 2)
		return [
			[title, ...others.flatMap((_, index) => [piece('   '), ...choice(index)])],
			...Array.from({length: otherRows - 1}, () => []),
		];
	const listed = others.slice(0, otherRows - 2).map((_, index) => [piece('     '), ...choice(index)]);
	return [[], [title], ...listed, ...Array.from({length: otherRows - 2 - listed.length}, () => [])];
}

/** Every reason of the current field in full. */
export function whyLines(
	state: AppState,
	record: PassportRecord,
	{whyRows, fieldColumns}: ReviewLayout,
): readonly (readonly Piece[])[] {
	const field = currentField(state.review);
	if (!field || whyRows === 0) return [];
	const text = messages(state.language).app;
	const {all} = fieldView(record, field);
	const title = [piece(`   ${text.fields[field.key]}`, {dim: true})];
	const said = all.flatMap(reason =>
		wrap(sayReason(state.language, reason), fieldColumns - 8).map((line, index) => [
			piece(index === 0 ? '     ' : ' '.repeat(5 + width(''))),
			piece(line, {dim: true}),
		]),
	);
	return [[], title, ...said].slice(0, whyRows);
}
