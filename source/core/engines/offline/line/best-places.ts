import {openLoops, room} from '../../../loops.ts';

/** By step: what a first cell scores there, ink and gaps, and how wide a cell is; the least and the most from one to the next. */
type Steps = Readonly<Record<'first' | 'ink' | 'gap' | 'pitches', Float64Array>> &
	Readonly<Record<'shortest' | 'longest', Int32Array>>;

/**
 * Scores of the last of so many cells by its step; and for each cell but the first, the step of the one before by its own. In
 * the memory of the loops: both are used before another loop is called.
 */
export function bestPlaces(
	{first, ink, gap, pitches, shortest, longest}: Steps,
	count: number,
): {readonly scores: Float64Array; readonly back: Int16Array} {
	const steps = first.length;
	const {memory, cells} = openLoops();
	let free: number = room.from;
	const take = (bytes: number): number => {
		const at = free;
		free += 8 * Math.ceil(bytes / 8);
		return at;
	};
	const put = (numbers: Float64Array | Int32Array): number => {
		const at = take(numbers.byteLength);
		memory.set(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength), at);
		return at;
	};
	// What a cell costs that is so many steps behind the one before does not depend on which one it is.
	const widest = Math.max(...longest) + 1;
	const doubles = (): Float64Array => new Float64Array(memory.buffer, take(8 * steps * widest), steps * widest);
	const between = doubles();
	const strain = doubles();
	for (let t = 2; t < steps; t++) {
		const here = pitches[t]!;
		for (let d = shortest[t]!; d <= longest[t]! && d <= t; d++) {
			const stretch = (d - here) / here;
			const middle = t - d / 2;
			between[t * widest + d] = 0.5 * Math.max(gap[Math.floor(middle)]!, gap[Math.ceil(middle)]!);
			strain[t * widest + d] = 14 * stretch * stretch;
		}
	}

	const back = new Int16Array(memory.buffer, take(2 * count * steps), count * steps).fill(-1);
	const last = cells(
		put(first),
		take(first.byteLength),
		put(ink),
		between.byteOffset,
		strain.byteOffset,
		put(shortest),
		put(longest),
		back.byteOffset,
		steps,
		widest,
		count,
		// Farther along than this leaves there would be no room for the others.
		Math.min(...shortest),
	);
	return {scores: new Float64Array(memory.buffer, last, steps), back};
}
