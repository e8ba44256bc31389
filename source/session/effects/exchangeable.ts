import {addCalls, noCalls} from '../../core/engines/calls.ts';
import type {Engine} from '../../core/engines/engine.ts';

/** An engine in whose place another one of its kind can be put while a batch runs. */
export type Exchangeable = Engine & {
	/** Reads from now on. The one before is closed when its last answer is there: that may have been paid for. */
	readonly exchange: (next: Engine) => void;
};

export function createExchangeable(first: Engine): Exchangeable {
	const {id, version, concurrency} = first;
	let current = first;
	/** Of the engines before. */
	let calls: readonly Engine[] = [];
	const running = new Map<Engine, number>();
	const closeWhenDone = (engine: Engine) => {
		if (engine !== current && !running.get(engine)) void engine.close().catch(() => {});
	};
	return {
		id,
		version,
		concurrency,
		async read(picture, options) {
			const engine = current;
			running.set(engine, (running.get(engine) ?? 0) + 1);
			try {
				return await engine.read(picture, options);
			} finally {
				running.set(engine, (running.get(engine) ?? 1) - 1);
				closeWhenDone(engine);
			}
		},
		calls:
			first.calls && (() => [...calls, current].reduce((sum, one) => addCalls(sum, one.calls?.() ?? noCalls), noCalls)),
		close: () => current.close(),
		exchange(next) {
			const before = current;
			calls = [...calls, before];
			current = next;
			closeWhenDone(before);
		},
	};
}
