import {deflateRawSync, inflateRawSync} from 'node:zlib';
import type {Cell} from './cell.ts';

/** Characters that are packed at once. */
const packLength = 1 << 20;

export type PackedRows = {
	readonly add: (row: readonly Cell[]) => void;
	readonly rows: () => Iterable<readonly Cell[]>;
};

/** Rows that wait for their sheet, a tenth as long as they are: a workbook has one sheet written after the other. */
export function packedRows(): PackedRows {
	const packs: Buffer[] = [];
	let waiting: string[] = [];
	let length = 0;
	const pack = () => {
		if (waiting.length > 0) packs.push(deflateRawSync(waiting.join('\n'), {level: 1}));
		waiting = [];
		length = 0;
	};
	return {
		add(row) {
			const text = JSON.stringify(row);
			waiting.push(text);
			length += text.length;
			if (length >= packLength) pack();
		},
		*rows() {
			pack();
			for (const bytes of packs) {
				for (const line of inflateRawSync(bytes).toString('utf8').split('\n')) yield JSON.parse(line);
			}
		},
	};
}
