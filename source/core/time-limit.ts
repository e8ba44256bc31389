export type TimeLimit = {
	/** Aborted when the time is up, or by the caller's own signal. */
	readonly signal: AbortSignal;
	/** The time was up first; otherwise it was the caller. */
	readonly passed: () => boolean;
	/** When the work is over, however it went. */
	readonly end: () => void;
};

/** A time limit for work that may also be cancelled. @param milliseconds For the whole of it. */
export function timeLimit(milliseconds: number, callOff: AbortSignal | undefined): TimeLimit {
	const controller = new AbortController();
	const stop = () => controller.abort();
	let passed = false;
	const timer = setTimeout(() => {
		passed = true;
		stop();
	}, milliseconds);
	if (callOff?.aborted) stop();
	callOff?.addEventListener('abort', stop, {once: true});
	return {
		signal: controller.signal,
		passed: () => passed,
		end() {
			clearTimeout(timer);
			callOff?.removeEventListener('abort', stop);
		},
	};
}
