import {AppError} from '../errors.ts';

/** A place in the line for an engine. */
export type Turn = {
	/** Resolves when it is its turn. Rejects with CANCELLED when the line is sent away or the person gives up. */
	enter(): Promise<void>;
	/** Gives the turn back, or the place in the line. Safe to call twice. */
	leave(): void;
};

export type OrderedSemaphore = {
	/** A place at the end of the line, or before all others. Its owner can get ready while others are inside. */
	turn(signal: AbortSignal, first?: boolean): Turn;
	setLimit(limit: number): void;
	/** Lets no turn enter; the queue remains. */
	hold(): void;
	/** Lets no turn enter, and rejects the queue. */
	close(): void;
	open(): void;
};

type Place = {
	state: 'coming' | 'waiting' | 'inside' | 'gone';
	settle?: (error?: AppError) => void;
};

/**
 * Lets `limit` at a time in, in the order of their places: also those who are ready sooner wait for those before them, so
 * that a batch is read in its order.
 */
export function createOrderedSemaphore(limit: number): OrderedSemaphore {
	const line: Place[] = [];
	let inside = 0;
	let state: 'open' | 'held' | 'closed' = 'open';

	const serve = () => {
		while (state === 'open' && inside < limit && line[0]?.state === 'waiting') {
			const place = line.shift()!;
			place.state = 'inside';
			inside++;
			place.settle?.();
		}
	};
	const remove = (place: Place) => {
		const at = line.indexOf(place);
		if (at >= 0) line.splice(at, 1);
	};
	const sendAway = (place: Place) => {
		remove(place);
		place.state = 'gone';
		place.settle?.(new AppError('CANCELLED'));
	};

	return {
		turn(signal, first) {
			let place: Place = {state: 'coming'};
			if (first) line.unshift(place);
			else line.push(place);
			const giveUp = () => {
				if (place.state === 'waiting') sendAway(place);
				serve();
			};
			return {
				async enter() {
					if (signal.aborted || state === 'closed') {
						sendAway(place);
						serve();
						throw new AppError('CANCELLED');
					}
					if (place.state === 'gone') {
						place = {state: 'coming'};
						line.push(place);
					}
					place.state = 'waiting';
					signal.addEventListener('abort', giveUp, {once: true});
					// Subscribe before the turn can be granted, or the turns behind it, already subscribed, would enter first.
					const entered = new Promise<void>((resolve, reject) => {
						place.settle = error => (error ? reject(error) : resolve());
					}).finally(() => signal.removeEventListener('abort', giveUp));
					serve();
					await entered;
				},
				leave() {
					if (place.state === 'inside') inside--;
					else remove(place);
					place.state = 'gone';
					serve();
				},
			};
		},
		setLimit(count) {
			limit = count;
			serve();
		},
		hold() {
			state = 'held';
		},
		close() {
			state = 'closed';
			// Also release turns that are not ready, or a retried picture would queue behind them.
			for (const place of [...line]) sendAway(place);
		},
		open() {
			state = 'open';
			serve();
		},
	};
}
