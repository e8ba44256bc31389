// What the WebAssembly text of the kernel is written with.

export const times = (count, text) => Array.from({length: count}, (_, index) => text(index)).join('\n');

export const six = [0, 1, 2, 3, 4, 5];

/** Names of locals, a row after the other. */
export const grid = (rows, columns) => rows.flatMap(row => columns.map(column => `n${row}${column}`));

/**
 * Four products added to four sums.
 *
 * @param isFused Whether by one instruction, rounded once, which V8 has from version 11.4 on
 */
export const sumOfProducts = (isFused, one, other, sum) =>
	isFused ? `(f32x4.relaxed_madd ${one} ${other} ${sum})` : `(f32x4.add ${sum} (f32x4.mul ${one} ${other}))`;
