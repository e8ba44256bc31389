const parts = (expired: number, notForTrip: number, unknown: number): string =>
	[
		expired > 0 ? `${expired} expired` : '',
		notForTrip > 0 ? `${notForTrip} not valid for the trip` : '',
		unknown > 0 ? `${unknown} not known` : '',
	]
		.filter(part => part !== '')
		.join(', ');

/** Whether passports are still valid, and valid long enough for a trip. */
export const validity = {
	parts,
};
