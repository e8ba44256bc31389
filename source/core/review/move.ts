import type {PassportRecord} from '../records/record.ts';
import {isUnread} from '../records/unread-record.ts';
import {doubtsIn, firstFieldIn, isCleanIn, needsLookIn} from './among.ts';
import {isOpen} from './doubts.ts';
import {rowsOf} from './empty-rows.ts';
import type {Cursor, ReviewState} from './state.ts';

export const cursorOf = ({current, field}: ReviewState): Cursor => ({current, field});

/** Opens a passport at its first doubt. Opening the open one moves nothing. */
export function open(state: ReviewState, index: number): ReviewState {
	const record = state.records[index];
	if (!record || index === state.current) return state;
	return {...state, current: index, field: firstFieldIn(state.records, record)};
}

/** The next index after `from` (before it, when `by` is negative) that passes, round in a circle; `from` itself comes last. */
function findRound(state: ReviewState, by: 1 | -1, passes: (record: PassportRecord) => boolean): number | undefined {
	const count = state.records.length;
	for (let step = 1; step <= count; step++) {
		const index = (((state.current + by * step) % count) + count) % count;
		if (passes(state.records[index]!)) return index;
	}
	return undefined;
}

/**
 * Where to go when a passport is done: to the next that needs a look, then to clean ones that are not accepted, then
 * to what was put off. With nothing left it stays.
 */
export function goOn(state: ReviewState): ReviewState {
	const putOff = (record: PassportRecord) => state.skipped.has(record.path);
	const next =
		findRound(state, 1, record => needsLookIn(state.records, record) && !putOff(record)) ??
		findRound(state, 1, record => isCleanIn(state.records, record) && !putOff(record)) ??
		findRound(state, 1, isOpen);
	return next === undefined ? state : open(state, next);
}

/** Nothing that was read waits for a decision; what was not read may be typed, or left. */
export const nothingLeft = (state: ReviewState): boolean =>
	!state.records.some(record => isOpen(record) && !isUnread(record));

/** So many fields down or up, over the empty rows too; stops at the ends. */
export function moveField(state: ReviewState, by: number): ReviewState {
	const record = state.records[state.current];
	const rows = record ? rowsOf(record) : [];
	const to = rows[Math.max(0, Math.min(rows.length - 1, rows.indexOf(state.field) + by))];
	return to ? {...state, field: to} : state;
}

/** So many passports on or back, stopping at the ends; or to the next that needs a look, and round. */
export function movePassport(state: ReviewState, by: number, onlyDoubtful: boolean): ReviewState {
	if (by === 0 || Number.isNaN(by)) return state;
	if (!onlyDoubtful) return open(state, Math.max(0, Math.min(state.records.length - 1, state.current + by)));
	const wanted = (record: PassportRecord) => needsLookIn(state.records, record) || (isOpen(record) && isUnread(record));
	return open(state, findRound(state, by < 0 ? -1 : 1, wanted) ?? state.current);
}

/** In this passport as long as there is a doubt ahead, then in the next passport that needs a look, then round. */
export function nextDoubt(state: ReviewState, by: 1 | -1): ReviewState {
	const record = state.records[state.current];
	if (!record) return state;
	const order = rowsOf(record);
	const here = doubtsIn(state.records, record);
	const ahead = here.filter(key => (order.indexOf(key) - order.indexOf(state.field)) * by > 0);
	const inThis = by > 0 ? ahead[0] : ahead.at(-1);
	if (inThis) return {...state, field: inThis};
	const index = findRound(state, by, record => needsLookIn(state.records, record));
	const next = index === undefined ? undefined : state.records[index];
	if (index === undefined || !next) return state;
	const there = doubtsIn(state.records, next);
	return {...state, current: index, field: (by > 0 ? there[0] : there.at(-1)) ?? firstFieldIn(state.records, next)};
}

/** The next doubt of this passport after the cursor, from its top again when there is none below. */
export function nextDoubtHere(state: ReviewState, record: PassportRecord): ReviewState {
	const order = rowsOf(record);
	const here = doubtsIn(state.records, record);
	const below = here.find(key => order.indexOf(key) > order.indexOf(state.field));
	return {...state, field: below ?? here[0] ?? state.field};
}
