import {currentRecord} from '../../session/review/view-model.ts';
import type {AppState} from '../../session/state.ts';
import type {Key} from '../../terminal/keyboard/key.ts';

/** The key that was pressed last. Times are milliseconds on a clock that only goes forward. */
export type Hold = {
	readonly id: string;
	readonly last: number;
	/** Where it was pressed. */
	readonly place: string;
	/** When it last led to another place, if it did since another key was pressed. */
	readonly movedAt: number | undefined;
};

/** Keyboards repeat a held key faster than this; a hand is slower. */
const repeatWithin = 200;

/** Keyboards begin to repeat within this time, 250 to 660 ms unless set otherwise; a passport is not looked at in less. */
const settlesWithin = 750;

/** What the person looks at, as far as a decision is about it, and whether the decision is asked for a second time. */
const placeOf = ({screen, question, editing, review}: AppState): string =>
	[screen, question?.kind, editing?.key, currentRecord(review)?.path, review.news?.kind === 'refuted'].join('\n');

/**
 * The hold after a key, and whether the key is a repeat. Terminals report no release, so time decides: the same key soon
 * after itself, or within a moment after it led elsewhere.
 */
export function pressed(
	last: Hold | undefined,
	state: AppState,
	key: Key,
	now: number,
): {readonly hold: Hold; readonly repeated: boolean} {
	const place = placeOf(state);
	const before = last?.id === key.id ? last : undefined;
	if (!before) return {hold: {id: key.id, last: now, place, movedAt: undefined}, repeated: isReported(key)};
	const movedAt = before.place === place ? before.movedAt : before.last;
	const soon = now - before.last < repeatWithin || (movedAt !== undefined && now - movedAt < settlesWithin);
	return {hold: {id: key.id, last: now, place, movedAt}, repeated: isReported(key) || soon};
}

/** Some terminals say it themselves (kitty keyboard protocol, event types). */
const isReported = (key: Key): boolean => key.type === 'key' && key.repeated === true;
