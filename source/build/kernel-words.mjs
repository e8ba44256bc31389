// What the WebAssembly text of the kernel is written with.

export const times = (count, text) => Array.from({length: count}, (_, index) => text(index)).join('\n');

export const get = name => `(local.get $${name})`;

export const six = [0, 1, 2, 3, 4, 5];

/** Names of locals, a row after the other. */
export const grid = (rows, columns) => rows.flatMap(row => columns.map(column => `n${row}${column}`));
