/** A picture without a passport, as an export names it. */
export type NotRead = {
	/** Name of the picture; empty where the failure names none, as those of the original skill. */
	readonly source: string;
	/** Why, in the person's language, or in the service's own words. */
	readonly message: string;
	/** `2026-11-22 06:00:00`, as the original skill writes it. */
	readonly recognizedAt: string;
	/** Place among all results, from 0; without it after the last. */
	readonly at?: number;
};
