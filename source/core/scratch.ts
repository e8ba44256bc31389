// Memory that is used again. What is allocated for each page is freed when V8 looks for it, which is late, and malloc keeps
// the gaps.

/**
 * Returns a function that gives room for so many numbers, of any content. It may be used until the function is called
 * again, and not across an `await`: another page may be read meanwhile.
 */
export function keptFloats(): (length: number) => Float32Array {
	let kept = new Float32Array(0);
	return length => {
		if (kept.length < length) kept = new Float32Array(length);
		return kept.subarray(0, length);
	};
}

/** Lends room for so many numbers, of any content, until the promise of `use` is settled. */
export type Lend = <Result>(length: number, use: (room: Float32Array) => Promise<Result>) => Promise<Result>;

/**
 * Returns a function that lends room. Two that use it at the same time get different rooms; the largest is kept.
 *
 * @param make makes room for that many numbers, or more
 */
export function lentFloats(make = (length: number): Float32Array => new Float32Array(length)): Lend {
	let kept: Float32Array | undefined;
	return async (length, use) => {
		const room = kept && kept.length >= length ? kept : make(length);
		if (room === kept) kept = undefined;
		try {
			return await use(room.subarray(0, length));
		} finally {
			if (!kept || kept.length < room.length) kept = room;
		}
	};
}
