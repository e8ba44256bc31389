import {type Pieces, piece} from '../pieces.ts';
import type {AppState} from '../state.ts';
import {type Colour, signs} from '../theme.ts';
import {width} from '../width.ts';

/** A rule with a title in it: `── MRZ   all 5 check digits agree ───`. */
export function titlePieces(
	state: AppState,
	title: string,
	said: string,
	color?: Colour,
	columns = state.size.columns,
): Pieces {
	const {rule} = signs;
	const used = 2 + 1 + width(title) + (said === '' ? 0 : 3 + width(said)) + 1;
	return [
		piece(`${rule}${rule} `, {dim: true}),
		piece(title, {bold: true}),
		...(said === '' ? [] : [piece(`   ${said}`, {color})]),
		piece(` ${rule.repeat(Math.max(0, columns - used))}`, {dim: true}),
	];
}
