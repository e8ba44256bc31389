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
	/** The same where there is little room. */
	short: (unfit: number, unknown: number): string =>
		[unfit > 0 ? `${unfit} not valid` : '', unknown > 0 ? `${unknown} not known` : '']
			.filter(part => part !== '')
			.join(', '),
	ofRows: (unfit: string) => `Of the rows: ${unfit}.`,
	trip: {
		days: 'Travel days:',
		rule: (rule: string) =>
			({'0d': 'valid on the last day', '3m': '3 months longer', '6m': '6 months longer', schengen: 'Schengen'})[rule] ??
			`${rule} longer`,
		hint: 'One day, or first and last. Empty: no trip.',
		set: (days: string, rule: string) => `trip ${days}, ${rule}`,
	},
};
