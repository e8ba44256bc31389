import {cleanText} from '../core/clean-text.ts';
import type {Reason, ReasonCode} from '../core/passport/model/passport.ts';
import {sentences} from './sentences.ts';

/** Parameters of a reason; a text must read well without them too. */
export type ReasonParams = Readonly<Record<string, string | number>>;

export type ReasonText = {
	/** Three or four words, at most 28 columns. */
	readonly short: (params: ReasonParams) => string;
	/** One sentence that says what was found. */
	readonly sentence: (params: ReasonParams) => string;
	/** What to do about it, where the value is in doubt; empty where there is nothing. */
	readonly next?: (params: ReasonParams) => string;
};

/** The texts of one theme: only codes that there are. */
export type Reasons = Readonly<Partial<Record<ReasonCode, ReasonText>>>;

const textOf = (reasons: Reasons, code: string): ReasonText | undefined =>
	Object.hasOwn(reasons, code) ? reasons[code as ReasonCode] : undefined;

/**
 * A reason or an issue in three or four words, on every face. A code that a later version wrote to disk is shown as it
 * is. Parameters come from pictures and files, so the text is cleaned.
 */
export const sayShort = (reasons: Reasons, {code, params = {}}: Reason): string =>
	cleanText(textOf(reasons, code)?.short(params) ?? code);

/** The same as one sentence, without what to do about it: for a value that is not in doubt, or where there is no room. */
export const sayFound = (reasons: Reasons, {code, params = {}}: Reason): string =>
	cleanText(textOf(reasons, code)?.sentence(params) ?? code);

/** The same, and what to do about it. */
export function sayReason(reasons: Reasons, reason: Reason): string {
	const found = sayFound(reasons, reason);
	const next = textOf(reasons, reason.code)?.next?.(reason.params ?? {}) ?? '';
	return sentences(found, next);
}

/** Where another reading comes from; a source of a later version is shown as it is. */
export const saySource = (from: Readonly<Record<string, string>>, source: string): string =>
	Object.hasOwn(from, source) ? from[source]! : cleanText(source);
