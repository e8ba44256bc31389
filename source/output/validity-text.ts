import type {Context} from '../command-line/context.ts';
import {countValidity, type TripDay} from '../core/passport/judge/validity.ts';
import type {Passport} from '../core/passport/model/passport.ts';

/** How many passports have expired or are not valid for the trip, in a line; undefined when none is. */
export function validityText(
	passports: readonly Passport[],
	{today, trip}: TripDay,
	{messages}: Pick<Context, 'messages'>,
): string | undefined {
	const {expired, notForTrip, unknown} = countValidity(passports, today, trip);
	// Without a trip only what is missing is unknown, and that is said of each passport.
	const said = messages.validity.parts(expired, notForTrip, trip ? unknown : 0);
	return said === '' ? undefined : messages.commands.about(messages.exported.columns.validity, said);
}
