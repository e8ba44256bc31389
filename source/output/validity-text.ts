import type {Context} from '../command-line/context.ts';
import type {Trip} from '../core/passport/judge/trip.ts';
import type {ValidityCounts} from '../core/passport/judge/validity.ts';

/** How many passports have expired or are not valid for the trip, in a line; undefined when none is. */
export function validityText(
	{expired, notForTrip, unknown}: ValidityCounts,
	trip: Trip | undefined,
	{messages}: Pick<Context, 'messages'>,
): string | undefined {
	// Without a trip only what is missing is unknown, and that is said of each passport.
	const said = messages.validity.parts(expired, notForTrip, trip ? unknown : 0);
	return said === '' ? undefined : messages.commands.about(messages.exported.columns.validity, said);
}
