/** Recession under this is not worth cutting a line out in pieces; over that no page can be read. */
const worthwhile = {least: 0.04, most: 0.8};

export type Cells = {
	/** Where the first cell begins and the last one ends, in steps. */
	readonly first: number;
	readonly past: number;
	/** As in `Baseline`. */
	readonly recession: number;
};

/**
 * The cells whose middles are nearest to those of placed characters, in steps.
 *
 * @param known The recession that the crop has taken into account: in it cells are even.
 */
export function cellsThrough(centres: readonly number[], known = 0): Cells {
	const n = centres.length;
	const mean = centres.reduce((sum, x) => sum + x, 0) / n;
	const slope = centres.reduce((sum, x, k) => sum + (k - (n - 1) / 2) * (x - mean), 0) / ((n ** 3 - n) / 12);
	const [first, past] = [mean - (slope * n) / 2, mean + (slope * n) / 2];
	return (known === 0 ? receding(centres, first, past) : undefined) ?? {first, past, recession: known};
}

/**
 * A line of even cells that is seen from the side: x = (a + b u) / (1 + c u) at a share u of its cells, and c is the
 * recession. In shares of the even line, so that no factor outweighs the others.
 */
function receding(centres: readonly number[], first: number, past: number): Cells | undefined {
	const length = past - first;
	const rows = centres.map((x, k) => {
		const u = (k + 0.5) / centres.length;
		const v = (x - first) / length;
		return [1, u, -u * v, v] as const;
	});
	const [a = 0, b = 0, c = 0] = leastSquares(rows) ?? [];
	if (Math.abs(c) < worthwhile.least || Math.abs(c) > worthwhile.most) return undefined;
	return {first: first + length * a, past: first + (length * (a + b)) / (1 + c), recession: c};
}

/** The parabola nearest to values at 0, 1, 2 …; at least three. */
export function parabola(values: readonly number[]): (at: number) => number {
	const n = values.length;
	const [a = 0, b = 0, c = 0] = leastSquares(values.map((value, k) => [1, k / n, (k / n) ** 2, value])) ?? [];
	return at => a + (b * at) / n + c * (at / n) ** 2;
}

/** Three numbers and, in each row, their factors and what they should add up to. Undefined when there is no one solution. */
function leastSquares(
	rows: ReadonlyArray<readonly [number, number, number, number]>,
): [number, number, number] | undefined {
	const dot = (i: number, j: number) => rows.reduce((sum, row) => sum + row[i]! * row[j]!, 0);
	const m = [0, 1, 2].map(i => [dot(i, 0), dot(i, 1), dot(i, 2), dot(i, 3)]);
	for (let i = 0; i < 3; i++) {
		if (Math.abs(m[i]![i]!) < 1e-9) return undefined;
		for (let j = 0; j < 3; j++) {
			if (j === i) continue;
			const share = m[j]![i]! / m[i]![i]!;
			for (let k = i; k < 4; k++) m[j]![k]! -= share * m[i]![k]!;
		}
	}
	return [0, 1, 2].map(i => m[i]![3]! / m[i]![i]!) as [number, number, number];
}
