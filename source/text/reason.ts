import type {ReasonCode} from '../core/passport/passport.ts';

/** Parameters of a reason; a text must read well without them too. */
export type ReasonParams = Readonly<Record<string, string | number>>;

export type ReasonText = {
	/** Three or four words, at most 28 columns. */
	readonly short: (params: ReasonParams) => string;
	/** One sentence that says what was found and, where there is a choice, what to compare. */
	readonly sentence: (params: ReasonParams) => string;
};

/** The texts of one theme: only codes that there are. */
export type Reasons = Readonly<Partial<Record<ReasonCode, ReasonText>>>;
