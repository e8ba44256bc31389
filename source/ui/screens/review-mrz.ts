import {cleanText} from '../../core/clean-text.ts';
import type {PassportRecord} from '../../core/records/record.ts';
import {messages} from '../../text/index.ts';
import {type Piece, piece} from '../components/line.tsx';
import {titlePieces} from '../components/title.ts';
import {digitCount, mrzView, type Position} from '../mrz-view.ts';
import type {ReviewLayout} from '../review-layout.ts';
import type {AppState} from '../state.ts';
import {markColours, signs} from '../theme.ts';

/** The machine-readable lines: the current field's characters marked, check digits told under them. */
export function mrzLines(state: AppState, record: PassportRecord, layout: ReviewLayout): readonly (readonly Piece[])[] {
	const text = messages(state.language).app.review;
	const {agree, all} = digitCount(record.passport);
	const gap = layout.spaced ? ' ' : '';
	return [
		titlePieces(state, text.mrz, text.digits(agree, all), agree === all ? 'green' : 'red'),
		...mrzView(record.passport, state.review.field).flatMap(line => [
			[piece('   '), ...joined(line.map(position => characterPiece(position, gap)))],
			...(layout.marks ? [[piece('   '), ...joined(line.map(position => markPiece(state, position, gap)))]] : []),
		]),
	];
}

function characterPiece({character, current, digit}: Position, gap: string): Piece {
	const color = digit === undefined ? undefined : markColours[digit];
	return piece(cleanText(character) + gap, {
		color: color ?? (current ? 'cyan' : undefined),
		bold: current || digit !== undefined,
		dim: character === '<' && !current && digit === undefined,
	});
}

function markPiece(state: AppState, {current, digit}: Position, gap: string): Piece {
	if (digit) return piece(signs(state.ascii)[digit] + gap, {color: markColours[digit], bold: true});
	const sign = signs(state.ascii).under;
	return current ? piece(sign + (gap === '' ? '' : sign), {color: 'cyan'}) : piece(` ${gap}`);
}

/** Neighbours in the same manner as one piece: fewer text nodes, fewer colour codes. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
	const result: Piece[] = [];
	for (const each of pieces) {
		const last = result.at(-1);
		const same = last && last.color === each.color && last.bold === each.bold && last.dim === each.dim;
		if (same) result[result.length - 1] = {...last, text: last.text + each.text};
		else result.push(each);
	}
	return result;
}
