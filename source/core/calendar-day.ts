/** The day on this computer's calendar, which is what "expired" and ages are reckoned from. */
export const calendarDay = (moment: Date): {readonly year: number; readonly month: number; readonly day: number} => ({
	year: moment.getFullYear(),
	month: moment.getMonth() + 1,
	day: moment.getDate(),
});
