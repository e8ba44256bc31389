/** The day on this computer's calendar: expiry and ages are computed for it. */
export const calendarDay = (moment: Date): {readonly year: number; readonly month: number; readonly day: number} => ({
	year: moment.getFullYear(),
	month: moment.getMonth() + 1,
	day: moment.getDate(),
});
