/**
 * Gathers calls and hands them on together: the first after `soon` ms, then at most once in `every()` ms. A screen that
 * changes more than ten times a second is not read, only paid for.
 */
export function throttle<T>(
	hand: (all: readonly T[]) => void,
	{soon = 20, every = () => 100}: {soon?: number; every?: () => number} = {},
) {
	let waiting: T[] = [];
	let timer: NodeJS.Timeout | undefined;
	let last = Number.NEGATIVE_INFINITY;
	const flush = () => {
		clearTimeout(timer);
		timer = undefined;
		if (waiting.length === 0) return;
		const all = waiting;
		waiting = [];
		last = performance.now();
		hand(all);
	};
	return {
		add(one: T) {
			waiting.push(one);
			timer ??= setTimeout(flush, Math.max(soon, last + every() - performance.now()));
		},
		flush,
		drop() {
			clearTimeout(timer);
			timer = undefined;
			waiting = [];
		},
	};
}
