import {cleanText} from '../../core/clean-text.ts';
import type {PassportRecord} from '../../core/records/record.ts';
import {messages} from '../../text/index.ts';
import {titlePieces} from '../components/title.ts';
import {digitCount, mrzView, type Position} from '../mrz-view.ts';
import {joinPieces, type Piece, type Pieces, piece} from '../pieces.ts';
import type {ReviewLayout} from '../review-layout.ts';
import type {AppState} from '../state.ts';
import {markColours, signs} from '../theme.ts';
import {typedRecord} from '../typed-record.ts';

/** The machine-readable lines: the current field's characters marked, check digits told under them. */
export function mrzLines(state: AppState, record: PassportRecord, layout: ReviewLayout): readonly Pieces[] {
	const text = messages(state.language).app.review;
	const shown = typedRecord(state, record);
	const {agree, all} = digitCount(shown.passport);
	const gap = layout.spaced ? ' ' : '';
	return [
		titlePieces(state, text.mrz, text.digits(agree, all), agree === all ? 'green' : 'red'),
		...mrzView(shown, state.review.field).flatMap(line => [
			[piece('   '), ...joinPieces(line.map(position => characterPiece(position, gap)))],
			...(layout.marks ? [[piece('   '), ...joinPieces(line.map(position => markPiece(position, gap)))]] : []),
		]),
	];
}

function characterPiece({character, current, doubt, digit}: Position, gap: string): Piece {
	const color = doubt ? markColours.look : digit ? markColours[digit] : current ? 'cyan' : undefined;
	return piece(cleanText(character) + gap, {
		color,
		bold: current || digit !== undefined,
		dim: character === '<' && !current && digit === undefined,
	});
}

function markPiece({current, doubt, digit}: Position, gap: string): Piece {
	const mark = doubt ? 'look' : digit;
	if (mark) return piece(signs[mark] + gap, {color: markColours[mark], bold: true});
	const {under} = signs;
	return current ? piece(under + (gap === '' ? '' : under), {color: 'cyan'}) : piece(` ${gap}`);
}
