import {deflateRawSync, inflateRawSync} from 'node:zlib';
import {ByteText} from '../byte-text.ts';
import type {Cell} from '../cell.ts';
import type {DateStyle} from '../dates.ts';
import {addRow, type CellKind} from './cells.ts';
import type {WrittenRows} from './stream.ts';

/** Bytes of XML that are packed at once. */
const packLength = 1 << 18;

/** Rows of sheets that are written later. */
export type KeptRows = {
	readonly add: (cells: readonly Cell[]) => void;
	/** Returns the rows of each sheet; of none, one sheet without rows. */
	readonly sheets: () => Iterable<Iterable<WrittenRows>>;
};

type Pack = {readonly bytes: Uint8Array; readonly count: number};

/**
 * Keeps rows as the XML of a sheet, packed: as cells they would be written and parsed once more.
 *
 * @param longest Rows of a sheet, the head among them.
 */
export function keptRows(styles: Readonly<Record<CellKind, number>>, dates: DateStyle, longest: number): KeptRows {
	const sheets: Pack[][] = [[]];
	const waiting = new ByteText();
	let row = 1;
	let count = 0;
	const pack = () => {
		if (count > 0) sheets.at(-1)!.push({bytes: deflateRawSync(waiting.take(), {level: 1}), count});
		count = 0;
	};
	return {
		add(cells) {
			if (row === longest) {
				pack();
				sheets.push([]);
				row = 1;
			}
			addRow(waiting, ++row, cells, dates, kind => styles[kind]);
			count++;
			if (waiting.length >= packLength) pack();
		},
		*sheets() {
			pack();
			for (const packs of sheets) yield unpacked(packs);
		},
	};
}

function* unpacked(packs: readonly Pack[]): Iterable<WrittenRows> {
	for (const {bytes, count} of packs) yield {xml: inflateRawSync(bytes), count};
}
