/** What became of the requests to a service that charges for them. */
export type CallCount = {
	/** Requests that were sent. */
	readonly made: number;
	/** Answered with a passport. */
	readonly paid: number;
	/** Answered otherwise, or not at all, when the picture was on its way. */
	readonly perhaps: number;
};

export const noCalls: CallCount = {made: 0, paid: 0, perhaps: 0};

export const addCalls = (one: CallCount, other: CallCount): CallCount => ({
	made: one.made + other.made,
	paid: one.paid + other.paid,
	perhaps: one.perhaps + other.perhaps,
});

export type CallEnd = 'unsent' | 'paid' | 'perhaps' | 'free';

export type Calls = {
	/** Notes that a request is sent, and returns what is to be called with its end; undefined at the limit. */
	begin(): ((end: CallEnd) => void) | undefined;
	/** One under way may have been charged. */
	count(): CallCount;
};

/** Counts the requests of an engine. @param limit How many may be sent. */
export function createCalls(limit: number): Calls {
	let made = 0;
	let paid = 0;
	let perhaps = 0;
	return {
		begin() {
			if (made >= limit) return undefined;
			made++;
			perhaps++;
			return end => {
				if (end !== 'perhaps') perhaps--;
				if (end === 'paid') paid++;
				if (end === 'unsent') made--;
			};
		},
		count: () => ({made, paid, perhaps}),
	};
}
