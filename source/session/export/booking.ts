import type {PassportRecord} from '../../core/records/record.ts';
import {oncePerPassport} from '../../core/review/once.ts';
import {everyReadable} from '../review/view-model.ts';
import type {AppState} from '../state.ts';

/** Passengers of a booking in their order, and the paths of those that were not chosen for the list. */
export type Booking = {readonly records: readonly PassportRecord[]; readonly notChosen: ReadonlySet<string>};

/**
 * The passengers of the booking for which a list is: whatever rows were chosen, each has the number that `export` gives it.
 * A rejected passport is none, nor is another picture of a passport that was chosen.
 */
export function bookingOf(state: AppState, chosen: readonly PassportRecord[]): Booking {
	const all = everyReadable(state);
	const isChosen = new Set(chosen);
	const others = all.filter(record => !isChosen.has(record));
	if (others.length === 0) return {records: chosen, notChosen: new Set()};
	const {left} = oncePerPassport([...chosen, ...others]);
	const copies = new Set(left.map(({record, sameAs}) => (isChosen.has(record) ? sameAs : record)));
	const records = all.filter(record => isChosen.has(record) || !copies.has(record));
	return {records, notChosen: new Set(records.flatMap(record => (isChosen.has(record) ? [] : [record.path])))};
}
