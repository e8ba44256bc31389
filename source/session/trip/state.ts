import type {TripRule} from '../../core/passport/person/typed-trip.ts';
import type {TextEdit} from '../typing/text-edit.ts';

/** `before`: as the line was when it was opened: without a change the trip stays as it is. */
export type TypingTrip = {
	readonly edit: TextEdit;
	readonly rule: TripRule;
	readonly before: {readonly days: string; readonly rule: TripRule};
};
