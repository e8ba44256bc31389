/**
 * Letters that have to be inserted, deleted or replaced to turn one text into the other (Levenshtein); with `swaps`, two
 * neighbours that changed places count as one. More than `most` is returned as `most` + 1 where that is known early.
 */
export function editDistance(a: string, b: string, {most = Infinity, swaps = false} = {}): number {
	if (Math.abs(a.length - b.length) > most) return most + 1;
	let before: number[] = [];
	let last = Array.from({length: b.length + 1}, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const change = a[i - 1] === b[j - 1] ? 0 : 1;
			const swapped = swaps && i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + change, swapped ? before[j - 2]! + 1 : Infinity);
		}
		before = last;
		last = row;
	}
	return last[b.length]!;
}
