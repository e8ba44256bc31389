import {type NamesApart, nameAmong} from '../records/picture-names.ts';

/** A picture without a passport, as an export names it: in a sheet of its own, and among the original skill's columns. */
export type NotRead = {
	/** Where the picture is, as far as that is known. */
	readonly path?: string;
	/** Name of the picture; empty where the failure names none, as those of the original skill. */
	readonly source: string;
	/** Why, in the person's language, or in the service's own words. */
	readonly message: string;
	/** What the person can do, in their language. */
	readonly next?: string;
	/** No engine was asked about it, or what it said cannot be opened: no failure, and no row among the original skill's columns. */
	readonly unread?: true;
	/** `2026-11-22 06:00:00`, as the original skill writes it. */
	readonly recognizedAt: string;
	/** Place among all results, from 0; without it after the last. */
	readonly at?: number;
};

/** The same, under the name that distinguishes it from other pictures of its name. */
export const namedApart = (one: NotRead, names: NamesApart | undefined): NotRead =>
	one.path === undefined || !names ? one : {...one, source: nameAmong(names, one.path)};
