/** A cell, counted from 0 at the upper left corner. */
export interface Position {
	readonly x: number;
	readonly y: number;
}

/** The control sequence that puts the cursor there (ECMA-48 CUP). */
export function address({x, y}: Position): string {
	return `\x1b[${y + 1};${x + 1}H`;
}
