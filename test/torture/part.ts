/** What a part of the torture is given. */
export type Given = {
	/** The same numbers for the same seed, from 0 to 1. */
	readonly random: () => number;
	/** From 0 to 1: how much of the full number of cases is run. */
	readonly share: number;
	/** An empty folder, which is deleted when the part is over. */
	readonly folder: string;
};

/** A line of the table. */
export type Row = {
	readonly test: string;
	readonly cases: number;
	/** What came of it, in words. */
	readonly result: string;
	readonly goal: string;
	readonly isMet: boolean;
};

/** A file of parts/ exports one as its default. */
export type Part = {
	readonly what: string;
	readonly run: (given: Given) => Promise<readonly Row[]>;
};

/** How many of `all` cases are run; at least one. */
export const casesOf = (all: number, {share}: Given): number => Math.max(1, Math.round(all * share));
