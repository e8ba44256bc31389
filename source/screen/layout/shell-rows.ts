import {width} from './width.ts';

/** A command in rows of at most `columns` cells that a shell takes as one; a part that is longer keeps its row. */
export function shellRows(parts: readonly string[], columns: number): readonly string[] {
	const rows = [''];
	for (const part of parts) {
		const row = rows.at(-1)!;
		if (row === '') rows[rows.length - 1] = part;
		else if (width(`${row} ${part} \\`) <= columns) rows[rows.length - 1] = `${row} ${part}`;
		else {
			rows[rows.length - 1] = `${row} \\`;
			rows.push(`  ${part}`);
		}
	}
	return rows;
}
