/** Results before which no time is promised. */
const fewest = 3;

/** How many of the last durations count. */
export const remembered = 20;

/** The middle of some numbers, or half way between the two in the middle; undefined of none. */
export function median(values: readonly number[]): number | undefined {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	if (sorted.length % 2 === 1) return sorted[middle];
	return sorted.length === 0 ? undefined : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/**
 * Milliseconds until `remaining` pictures are read, `parallel` at a time; undefined as long as too few were read to
 * say. The median, so that one picture that hangs does not inflate it.
 *
 * @param durations Milliseconds a picture, in the order in which they were finished.
 */
export function timeLeft(durations: readonly number[], remaining: number, parallel: number): number | undefined {
	if (durations.length < fewest) return undefined;
	const usual = median(durations.slice(-remembered));
	return usual === undefined ? undefined : (usual * remaining) / Math.max(1, Math.min(parallel, remaining));
}
