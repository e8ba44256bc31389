import {Box, Text} from 'ink';
import type {ReactElement} from 'react';
import type {Colour} from '../theme.ts';
import {cut, width} from '../width.ts';

/** A stretch of text in one manner. */
export type Piece = {
	readonly text: string;
	readonly color?: Colour | undefined;
	readonly bold?: boolean | undefined;
	readonly dim?: boolean | undefined;
	readonly inverse?: boolean | undefined;
	readonly underline?: boolean | undefined;
};

export const piece = (text: string, manner: Omit<Piece, 'text'> = {}): Piece => ({text, ...manner});

/** The pieces that fit into `columns`, the last one cut. */
export function cutPieces(pieces: readonly Piece[], columns: number, ellipsis = '…'): readonly Piece[] {
	const kept: Piece[] = [];
	let room = columns;
	for (const each of pieces) {
		const wide = width(each.text);
		if (wide <= room) {
			kept.push(each);
			room -= wide;
			continue;
		}
		kept.push({...each, text: cut(each.text, room, ellipsis)});
		break;
	}
	return kept;
}

/** One row of the screen. A single text node: the cost of a frame grows with the number of nodes, not of letters. */
export function Line({pieces, columns}: {readonly pieces: readonly Piece[]; readonly columns: number}): ReactElement {
	return (
		<Box width={columns} height={1} flexShrink={0}>
			<Text wrap="truncate">
				{cutPieces(pieces, columns).map((each, index) => (
					<Text
						// biome-ignore lint/suspicious/noArrayIndexKey: a piece has no identity but its place
						key={index}
						bold={each.bold ?? false}
						dimColor={each.dim ?? false}
						inverse={each.inverse ?? false}
						underline={each.underline ?? false}
						{...(each.color ? {color: each.color} : {})}
					>
						{each.text}
					</Text>
				))}
			</Text>
		</Box>
	);
}
