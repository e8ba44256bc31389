import type {Trip} from '../passport/judge/trip.ts';
import type {JournalEntry, StepEntry} from './entry.ts';

/** What a journal says of a batch. */
export type Replayed = {
	/** Path and content of each picture that was read, in the order in which they came to be checked. */
	readonly records: ReadonlyMap<string, string>;
	/** The latest last; and what was undone, the next to redo last. */
	readonly past: readonly StepEntry[];
	readonly future: readonly StepEntry[];
	readonly at: Extract<JournalEntry, {type: 'at'}> | undefined;
	readonly trip: Trip | undefined;
	readonly leftOut: ReadonlySet<string>;
	readonly arrived: ReadonlySet<string>;
	/** Nothing was left to read. */
	readonly done: boolean;
};

/** Goes through what happened, entry by entry. */
export function replay(entries: Iterable<JournalEntry>): Replayed {
	const records = new Map<string, string>();
	const leftOut = new Set<string>();
	const arrived = new Set<string>();
	let past: StepEntry[] = [];
	let future: StepEntry[] = [];
	let at: Replayed['at'];
	let trip: Trip | undefined;
	let done = false;
	for (const entry of entries) {
		switch (entry.type) {
			case 'records':
				for (const {path, sha256} of entry.records) records.set(path, sha256);
				break;
			case 'step':
				past.push(entry);
				future = [];
				break;
			case 'undo':
			case 'redo': {
				const [from, to] = entry.type === 'undo' ? [past, future] : [future, past];
				const step = from.pop();
				if (step) to.push(step);
				break;
			}
			case 'anew':
				past = [];
				future = [];
				break;
			case 'at':
				at = entry;
				break;
			case 'trip':
				trip = entry.trip && tripOf(entry.trip);
				break;
			case 'arrived':
				for (const path of entry.paths) arrived.add(path);
				break;
			case 'leftOut':
				for (const path of entry.paths) entry.out ? leftOut.add(path) : leftOut.delete(path);
				break;
			case 'done':
				done = entry.done;
				break;
		}
	}
	return {records, past, future, at, trip, leftOut, arrived, done};
}

/** Without the members that are undefined. */
const tripOf = ({on, validFor, schengen}: NonNullable<Extract<JournalEntry, {type: 'trip'}>['trip']>): Trip => ({
	on,
	...(validFor ? {validFor} : {}),
	...(schengen ? {schengen} : {}),
});
