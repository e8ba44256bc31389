/** Edits (insert, delete, replace, swap of neighbours) that turn one word into another. */
function distance(a: string, b: string): number {
	let before: number[] = [];
	let last = Array.from({length: b.length + 1}, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const change = a[i - 1] === b[j - 1] ? 0 : 1;
			const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + change, swapped ? before[j - 2]! + 1 : Infinity);
		}

		before = last;
		last = row;
	}

	return last[b.length]!;
}

/** The name that a mistyped word was likely meant to be: at most a third of its letters differ. */
export function closest(word: string, names: readonly string[]): string | undefined {
	const [best] = names
		.map(name => ({name, away: name.startsWith(word) && word.length > 2 ? 1 : distance(word.toLowerCase(), name)}))
		.sort((one, other) => one.away - other.away);
	return best && best.away <= Math.max(1, Math.floor(best.name.length / 3)) ? best.name : undefined;
}
