import {cleanText} from '../core/clean-text.ts';
import type {ErrorCode, ErrorDetails} from '../core/errors.ts';
import type {TemplateMisfit} from '../core/export/template/filters.ts';
import type {ExportWords} from '../core/export/words.ts';
import type {KeyName} from './key-name.ts';

/** What happened and what to do next, for one error code. */
export type ErrorText = {
	readonly what: (details: ErrorDetails) => string;
	readonly next: (details: ErrorDetails) => readonly string[];
	/** The same in the app, where there are keys and no command line. Without it `next` is shown there too. */
	readonly inApp?: (details: ErrorDetails, key: KeyName) => readonly string[];
};

/** The words for every code there is; a missing one does not compile. */
export type ErrorTexts = Readonly<Record<ErrorCode, ErrorText>>;

/** A detail as it may be printed; empty when there is none. */
export const detail = (details: ErrorDetails, name: string): string => {
	const value = details[name];
	return value === undefined ? '' : cleanText(Array.isArray(value) ? value.join(', ') : String(value));
};

/** True when a file name has replacement characters for bytes that are not UTF-8: no file can be opened by it. */
export const isGarbled = ({path}: ErrorDetails): boolean => typeof path === 'string' && path.includes('\ufffd');

/** System codes for missing permission; empty where the system gives none. */
/** The disk, or what the user may take of it, is used up. */
export const isFull: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);

export const noPermission: ReadonlySet<string> = new Set(['', 'EACCES', 'EPERM']);

/** A folder where a file is meant. */
export const isFolder = (details: ErrorDetails): boolean => detail(details, 'reason') === 'EISDIR';

/** Of settings and counts, which are small: a file of a megabyte in their place is another program's. */
export const isNotOurs = (details: ErrorDetails): boolean => detail(details, 'reason') === 'EFBIG';

/** Codes of a connection that was not made because the other side could not prove who it is. */
export const untrusted = /CERT|SIGNATURE|ISSUER|_TLS_|_SSL_|CA_/;

const isKnown = (texts: ErrorTexts, code: string): code is ErrorCode => Object.hasOwn(texts, code);

/** The service numbers its refusals; our codes are words. */
export const isOfService = (code: string): boolean => /^-?\d+$/.test(code);

/**
 * The two questions about an error, answered from a language's table. A number is the service's own: its words are in
 * the details. Any other code that is not ours is one of a later version, and shown as it is.
 */
export const errorWords = (texts: ErrorTexts) => ({
	/** One sentence: what happened, and to which file. */
	what(code: ErrorCode | string, details: ErrorDetails = {}): string {
		if (isKnown(texts, code)) return texts[code].what(details);
		return isOfService(code) ? texts.SERVICE.what({...details, status: code}) : cleanText(code);
	},
	/** What the person can do, the likeliest first. */
	next(code: ErrorCode | string, details: ErrorDetails = {}): readonly string[] {
		if (isKnown(texts, code)) return texts[code].next(details);
		return isOfService(code) ? texts.SERVICE.next({...details, status: code}) : [];
	},
	/** What the person can do in the app. */
	nextInApp(code: ErrorCode | string, details: ErrorDetails, key: KeyName): readonly string[] {
		if (!isKnown(texts, code) && !isOfService(code)) return [];
		const {next, inApp = next} = isKnown(texts, code) ? texts[code] : texts.SERVICE;
		return inApp(details, key);
	},
});

/** The first of the passports that a format does not take, each with its reason, behind `before`; empty without names. */
export function refusedNames({names}: ErrorDetails, before: string, separator: string): string {
	if (!Array.isArray(names) || names.length === 0) return '';
	const shown = names.length > 3 ? [...names.slice(0, 3), '…'] : names;
	return before + shown.join(separator);
}

/** Whether a value of a form can be given under a name, as `{{name}}` says it. */
export const isValueName = (name: string): boolean => /^[a-z]\w*$/.test(name);

/** A value that does not fit its place in a form, in words. */
export function misfitIn(details: ErrorDetails, say: ExportWords['misfit']): string {
	const number = (name: string) => Number(detail(details, name));
	const {code, path, name, value} = {
		code: detail(details, 'why') as TemplateMisfit['code'],
		path: detail(details, 'path'),
		name: detail(details, 'name'),
		value: detail(details, 'value'),
	};
	const place = {name, value, line: number('line'), column: number('column'), room: number('room')};
	return say({code, ...place} as TemplateMisfit, path);
}
