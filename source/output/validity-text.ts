import type {Context} from '../command-line/context.ts';
import type {Trip} from '../core/passport/judge/trip.ts';
import type {ValidityCounts} from '../core/passport/judge/validity.ts';
import {fewNames} from '../text/format.ts';

/**
 * How many passports have expired or are not valid for the trip, and the names of the first ones, in a line; undefined
 * when none is.
 */
export function validityText(
	{expired, notForTrip, unknown}: ValidityCounts,
	trip: Trip | undefined,
	names: readonly string[],
	{messages}: Pick<Context, 'messages'>,
): string | undefined {
	// Without a trip only what is missing is unknown, and that is said of each passport.
	const said = messages.validity.parts(expired, notForTrip, trip ? unknown : 0);
	if (said === '') return undefined;
	const {about, aside, comma} = messages.commands;
	return about(messages.exported.columns.validity, aside(said, fewNames(names, comma)));
}
