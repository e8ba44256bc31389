export const median = numbers => {
	const sorted = [...numbers].sort((a, b) => a - b);
	const middle = sorted.length / 2;
	return sorted.length % 2 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** What a task gives (undefined when it throws), and the milliseconds it took. */
export const timed = async task => {
	const start = performance.now();
	const result = await task().catch(() => undefined);
	return {result, milliseconds: performance.now() - start};
};

export const milliseconds = value => `${value.toFixed(value < 100 ? 1 : 0)} ms`;

const tables = [];

/** The cells of the tables that were made since the last call. */
export const takeTables = () => tables.splice(0);

/** Rows as lines with aligned columns; the first column to the left, the others to the right. */
export const table = rows => {
	tables.push(rows);
	const widths = rows[0].map((_, column) => Math.max(...rows.map(row => row[column].length)));
	return rows.map(row =>
		row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('   '),
	);
};
