import type {CalendarDay} from '../model/passport.ts';
import type {Reading} from '../model/reading.ts';

/** What judging needs from outside: the rooms of core have no clock. */
export type JudgeOptions = {
	/** The day from which "expired" and the century are computed. */
	readonly today: CalendarDay;
	/** Other readings of the same page: what agrees with them is supported, what differs is shown. */
	readonly also?: readonly Reading[];
};
