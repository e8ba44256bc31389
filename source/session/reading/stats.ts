import {median} from '../../core/batch/eta.ts';
import type {BatchItem} from '../../core/batch/item.ts';
import {mayCost} from '../../core/engines/choice.ts';
import {markOf} from '../../core/review/selectors.ts';
import type {AppState} from '../state.ts';
import {isStillFailed, itemRecord} from './item-record.ts';

/** What the progress screen shows; times in seconds. */
export type ReadingStats = {
	readonly total: number;
	readonly done: number;
	/** Passports by what they need or what a person decided, as the check counts them; `clean` are proven. */
	readonly clean: number;
	readonly check: number;
	readonly skipped: number;
	readonly accepted: number;
	readonly edited: number;
	readonly rejected: number;
	/** Pictures that failed and that no person has typed or rejected. */
	readonly failed: number;
	/** Median of what an engine has read. */
	readonly each: number | undefined;
	readonly left: number | undefined;
	/** What the reading has taken so far, or took. */
	readonly elapsed: number | undefined;
	/** The slowest of what an engine has read. */
	readonly slowest: number | undefined;
	/** Everything that is being read waits for the service, which is busy or does not answer: the time is unknown. */
	readonly isWaiting: boolean;
};

/** Milliseconds after which an answer of the cloud is late: it takes one or two seconds, and is given up after sixty. */
const late = 15_000;

/** Counts as the screen of the check does: what another picture contradicts is not proven. */
export function readingStats(state: Pick<AppState, 'reading' | 'review' | 'engine'>): ReadingStats {
	const {items, timeLeft, elapsed, now} = state.reading;
	const cloud = state.engine !== undefined && mayCost(state.engine);
	const count = (...states: BatchItem['state'][]) => items.filter(({state}) => states.includes(state)).length;
	const marks = {clean: 0, check: 0, skipped: 0, accepted: 0, edited: 0, rejected: 0, unread: 0};
	for (const item of items) {
		const record = itemRecord(state, item);
		if (record) marks[markOf(state.review, record)]++;
	}
	// Further passports of a page took no time of their own.
	const durations = items.flatMap(({outcome, with: page}) =>
		page === undefined && outcome?.kind === 'read' && outcome.from === 'engine' ? [outcome.milliseconds] : [],
	);
	const usual = median(durations);
	const busy = items.filter(({state}) => state === 'reading');
	const isLate = (since: number | undefined) => cloud && since !== undefined && now - since > late;
	const waiting = busy.length > 0 && busy.every(({wait, startedAt: since}) => wait !== undefined || isLate(since));
	return {
		total: items.length - count('leftOut'),
		done: count('read', 'failed'),
		...marks,
		failed: items.filter(item => isStillFailed(state, item)).length,
		each: usual === undefined ? undefined : usual / 1000,
		left: timeLeft === undefined || waiting ? undefined : steady(timeLeft / 1000),
		elapsed: elapsed === undefined ? undefined : elapsed / 1000,
		slowest: durations.length > 0 ? Math.max(...durations) / 1000 : undefined,
		isWaiting: waiting,
	};
}

/** Long times in steps of five seconds: a number that flickers is not believed. */
const steady = (seconds: number): number => (seconds > 30 ? Math.round(seconds / 5) * 5 : Math.ceil(seconds));
