import type {Unread} from '../core/batch/unread-below.ts';
import {cleanText} from '../core/clean-text.ts';
import type {NotRead} from '../core/export/not-read.ts';
import {failureAt} from '../core/records/failures.ts';
import type {Sidecar} from '../core/records/json/from-json.ts';
import {sourceImage} from '../core/records/legacy/keys.ts';
import type {EngineFailure, Failure} from '../core/records/record.ts';
import {isoTime, legacyTime} from '../core/records/time.ts';
import type {Context} from './context.ts';
import {errorText} from './errors.ts';

type Said = Pick<Context, 'messages'>;

const notReadOf = ({path, code, details}: Failure, recognizedAt: string, {messages}: Said): NotRead => {
	const {message, nextSteps} = errorText(code, {...details, path: sourceImage(path)}, messages);
	return {path, source: sourceImage(path), message, next: nextSteps.join(' '), recognizedAt};
};

/** A picture in whose result of the original skill is nothing of a passport. */
export const noPassportOf = (path: string, recognizedAt: string, asked: Said): NotRead =>
	notReadOf({path, code: 'NO_PASSPORT_FOUND', details: {}}, recognizedAt, asked);

/** A picture that the last of these engines could not read. */
export function failedOf(path: string, failures: readonly EngineFailure[], asked: Said): NotRead {
	const last = failures.at(-1)!;
	return notReadOf(failureAt(path, last), legacyTime(last.failedAt), asked);
}

/** A picture of which nothing is kept. */
export function unreadRow({path, failure}: Unread, folder: string, asked: Said): NotRead {
	if (failure) return {...notReadOf(failure, '', asked), unread: true};
	const {notReadYet, readFolder} = asked.messages.commands.export;
	const next = readFolder(cleanText(folder));
	return {path, source: sourceImage(path), message: notReadYet, next, recognizedAt: '', unread: true};
}

/** A picture whose kept result cannot be opened: it may well have been read. */
export const unopenedRow = (path: string, result: string, reason: string, asked: Said): NotRead => ({
	...notReadOf({path, code: 'NOT_READABLE', details: {result: sourceImage(result), reason}}, '', asked),
	unread: true,
});

/** A failure that was kept beside a picture; undefined for anything else. */
export function keptFailureOf(sidecar: Sidecar, otherwise: string, asked: Said): NotRead | undefined {
	if (sidecar.kind !== 'failed' && sidecar.kind !== 'no-passport') return undefined;
	const path = sidecar.source ?? otherwise;
	if (sidecar.kind === 'no-passport') return noPassportOf(path, sidecar.recognizedAt, asked);
	return failedOf(path, sidecar.failures, asked);
}

/** A failure that `recognize`, ours or the original skill's, printed; undefined for anything else. */
export function printedFailure(object: unknown, {messages, now}: Said & Pick<Context, 'now'>): NotRead | undefined {
	if (typeof object !== 'object' || object === null) return undefined;
	const {success, source_image, error_message, error_code, next_steps, recognized_at} = object as Readonly<
		Record<string, unknown>
	>;
	if (success !== false) return undefined;
	const code = error_code === undefined ? undefined : String(error_code);
	const steps = Array.isArray(next_steps) ? next_steps.filter(step => typeof step === 'string') : [];
	const what = code === undefined ? messages.commands.export.saysNotRead : messages.errors.what(code);
	return {
		source: String(source_image ?? ''),
		message: String(error_message ?? '') || what,
		next: (steps.length > 0 || code === undefined ? steps : messages.errors.next(code)).join(' '),
		recognizedAt:
			typeof recognized_at === 'string' && recognized_at !== '' ? recognized_at : legacyTime(isoTime(now())),
	};
}
