import type {AppEvent} from '../session/event.ts';
import type {Store} from '../session/store.ts';

/** No screen is painted more often, in ms. */
const interval = 1000 / 30;

/** Between two drawings of news while the user types and does not read them, in ms. */
const beside = 100;

/** Two keys that follow each other within it are typing, in ms. */
const typing = 300;

export type FrameThrottle<State> = {
	/** The state as it was last drawn, with its listeners: what draws looks at nothing else. */
	readonly store: Store<State>;
	/** For what no key asked for: it is drawn with the next frame, several together. */
	readonly sendLater: (event: AppEvent) => void;
	readonly stop: () => void;
};

/**
 * Between the state and what draws it. A key is drawn at once. News of files and services come in their own time, many
 * between two frames; drawing each would make the next key wait.
 */
export function throttleFrames<State>(store: Store<State>): FrameThrottle<State> {
	let shown = store.state();
	let last = Number.NEGATIVE_INFINITY;
	let timer: NodeJS.Timeout | undefined;
	let later = false;
	let pressed = Number.NEGATIVE_INFINITY;
	let typed = Number.NEGATIVE_INFINITY;
	const listeners = new Set<() => void>();
	const rest = () => {
		last = performance.now();
	};
	const draw = () => {
		clearTimeout(timer);
		timer = undefined;
		if (shown === store.state()) return;
		shown = store.state();
		rest();
		for (const listener of listeners) listener();
		// React draws in a microtask that it has asked for by now: the rest begins when it is through.
		queueMicrotask(rest);
	};
	const off = store.subscribe(() => {
		const now = performance.now();
		if (!later) {
			if (now - pressed < typing) typed = now;
			pressed = now;
			draw();
			return;
		}
		const wait = last + (now - typed < typing ? beside : interval) - now;
		if (wait <= 0) draw();
		else timer ??= setTimeout(draw, wait);
	});
	return {
		store: {
			state: () => shown,
			subscribe(listener) {
				listeners.add(listener);
				return () => listeners.delete(listener);
			},
			send: store.send,
		},
		sendLater(event) {
			const before = later;
			later = true;
			try {
				store.send(event);
			} finally {
				later = before;
			}
		},
		stop() {
			clearTimeout(timer);
			off();
		},
	};
}
