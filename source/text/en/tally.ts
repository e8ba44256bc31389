import {list} from './list.ts';

/** How many passports of each kind, in a list of them. */
export const tally = {
	accepted: (count: number) => `${count} accepted`,
	edited: (count: number) => `${count} edited by hand`,
	unproven: (count: number) => `${count} of these accepted although not proven`,
	clean: (count: number) => `${count} proven and not looked at`,
	check: (count: number) => `${count} to check`,
	skipped: (count: number) => `${count} skipped`,
	rejected: (count: number) => `${count} rejected`,
	failed: (count: number) => `${count} failed`,
	waiting: (count: number) => `${count} still to be read`,
	twice: list.once.repeated,
	/** The same where there is little room. */
	short: {
		accepted: (count: number) => `${count} accepted`,
		edited: (count: number) => `${count} edited`,
		unproven: (count: number) => `${count} of these not proven`,
		clean: (count: number) => `${count} proven`,
		check: (count: number) => `${count} to check`,
		skipped: (count: number) => `${count} skipped`,
		rejected: (count: number) => `${count} rejected`,
		failed: (count: number) => `${count} failed`,
		waiting: (count: number) => `${count} waiting`,
		twice: (count: number) => `${count} repeated`,
	},
	comma: ', ',
};
