import {readFile} from 'node:fs/promises';
import {basename, dirname, extname, join} from 'node:path';
import {type Unread, unreadBelow} from '../core/batch/unread-below.ts';
import {calendarDay} from '../core/calendar-day.ts';
import {cleanText} from '../core/clean-text.ts';
import {AppError} from '../core/errors.ts';
import type {NotRead} from '../core/export/not-read.ts';
import {openingError} from '../core/pictures/open.ts';
import {failureAt} from '../core/records/failures.ts';
import {fromJson, type Sidecar} from '../core/records/from-json.ts';
import {sourceImage} from '../core/records/legacy-keys.ts';
import type {FailedPicture, Failure, PassportRecord} from '../core/records/record.ts';
import {sidecarsBelow} from '../core/records/sidecars-below.ts';
import {isoTime, legacyTime} from '../core/records/time.ts';
import type {Context} from './context.ts';
import {errorText} from './errors.ts';
import {expandFiles} from './expand-files.ts';
import {readText} from './read-text.ts';

/** What was read before, the failures among it, and lines about what has no row or no record. */
export type Kept = {
	readonly records: readonly PassportRecord[];
	readonly notRead: readonly NotRead[];
	readonly problems: readonly string[];
	/** Lines about pictures that were never read: they are no problem of what was. */
	readonly notes: readonly string[];
};

type Asked = Pick<Context, 'messages' | 'now'>;

/** The record in a sidecar; the picture is not looked at. `otherwise` is the picture's path when it names none. */
function recordOf(sidecar: Sidecar, folder: string, otherwise: string, {now}: Asked): PassportRecord | undefined {
	if (sidecar.kind !== 'ours' && sidecar.kind !== 'original') return undefined;
	const path = sidecar.source === undefined ? otherwise : join(folder, sidecar.source);
	return sidecar.kind === 'ours' ? sidecar.record(path) : sidecar.record({path, sha256: ''}, calendarDay(now()));
}

/**
 * What is kept beside the pictures of a folder and the folders in it. JSON files of other programs are passed over.
 *
 * @throws AppError FILE_NOT_FOUND, NOT_READABLE; NOTHING_TO_EXPORT {path}
 */
export async function fromFolder(folder: string, asked: Asked): Promise<Kept> {
	const records: PassportRecord[] = [];
	const failed: Failed[] = [];
	const problems: string[] = [];
	for await (const found of sidecarsBelow(folder)) {
		if (found.kind === 'leftover') continue;
		const {sidecar} = found;
		const otherwise = found.path.slice(0, -extname(found.path).length);
		const record = recordOf(sidecar, dirname(found.path), otherwise, asked);
		if (record) records.push(record);
		else if (sidecar.kind === 'failed') {
			const {sha256, failures, source} = sidecar;
			const path = source === undefined ? otherwise : join(dirname(found.path), source);
			failed.push({path, sha256, failures, at: records.length + failed.length});
		} else if (sidecar.kind === 'broken') problems.push(asked.messages.commands.export.skipped(cleanText(found.path)));
		else if (sidecar.kind === 'later') problems.push(asked.messages.commands.export.later(cleanText(found.path)));
	}

	// A record of the same picture stands in the other place beside it.
	const read = new Set(records.map(({path, sha256}) => `${sha256} ${path}`));
	const stillFailed = failed.filter(({path, sha256}) => !read.has(`${sha256} ${path}`));
	if (records.length + stillFailed.length === 0) throw new AppError('NOTHING_TO_EXPORT', {path: folder});
	const unread = await unreadBelow(folder, [...records, ...stillFailed]);
	const notRead = [
		...stillFailed.map(({path, failures, at}) => {
			const last = failures.at(-1)!;
			return {...notReadOf(failureAt(path, last), legacyTime(last.failedAt), asked), at};
		}),
		...unread.map(one => unreadRow(one, folder, asked)),
	];
	const {failures, notes} = saidNotRead(folder, notRead, asked);
	return {records, notRead, problems: [...problems, ...failures], notes};
}

type Failed = FailedPicture & {readonly at: number};

const notReadOf = ({path, code, details}: Failure, recognizedAt: string, {messages}: Asked): NotRead => {
	const {message, nextSteps} = errorText(code, {...details, path: sourceImage(path)}, messages);
	return {path, source: sourceImage(path), message, next: nextSteps.join(' '), recognizedAt};
};

function unreadRow({path, failure}: Unread, folder: string, asked: Asked): NotRead {
	if (failure) return {...notReadOf(failure, '', asked), unread: true};
	const {notReadYet, readFolder} = asked.messages.commands.export;
	const next = readFolder(cleanText(folder));
	return {path, source: sourceImage(path), message: notReadYet, next, recognizedAt: '', unread: true};
}

/** At most so many names in a line. */
const mostNames = 5;

/** How many pictures have no row, by name up to a few. */
function saidNotRead(folder: string, notRead: readonly NotRead[], {messages}: Asked) {
	const words = messages.commands.export;
	const names = (some: readonly NotRead[]) =>
		[...some.slice(0, mostNames).map(({source}) => cleanText(source)), ...(some.length > mostNames ? ['…'] : [])].join(
			messages.commands.comma,
		);
	const failed = notRead.filter(({unread}) => !unread);
	const unread = notRead.filter(one => one.unread);
	return {
		failures: failed.length > 0 ? [words.failed(failed.length, names(failed))] : [],
		notes: unread.length > 0 ? [words.unread(unread.length, names(unread), cleanText(folder))] : [],
	};
}

/**
 * What `recognize` printed into files. A pattern that the shell has left alone is looked up here.
 *
 * @throws AppError FILE_NOT_FOUND, NOT_READABLE; NOTHING_TO_EXPORT
 */
export async function fromFiles(files: readonly string[], asked: Asked): Promise<Kept> {
	const parts: Kept[] = [];
	for (const file of await expandFiles(files)) {
		const text = await readFile(file, 'utf8').catch(error => {
			throw openingError(file, error);
		});
		parts.push(fromText(text, file, asked));
	}

	return joined(parts);
}

/** Several sources as one, in their order. */
export function joined(parts: readonly Kept[]): Kept {
	let before = 0;
	const notRead: NotRead[] = [];
	for (const part of parts) {
		notRead.push(...part.notRead.map(one => ({...one, at: (one.at ?? 0) + before})));
		before += part.records.length + part.notRead.length;
	}

	return {
		records: parts.flatMap(part => part.records),
		notRead,
		problems: parts.flatMap(part => part.problems),
		notes: parts.flatMap(part => part.notes),
	};
}

/** What `recognize` printed into a pipe. */
export async function fromStream(stream: AsyncIterable<Buffer | string>, asked: Asked): Promise<Kept> {
	return fromText(await readText('-', stream), '-', asked);
}

function fromText(text: string, file: string, asked: Asked): Kept {
	const {skipped: left, standardInput} = asked.messages.commands.export;
	const skipped = (path: string): string => left(path === '-' ? standardInput : path);
	const records: PassportRecord[] = [];
	const notRead: NotRead[] = [];
	const problems: string[] = [];
	const objects = parseObjects(text.replace(/^\ufeff/, ''));
	if (!objects) return {records, notRead, problems: text.trim() === '' ? [] : [skipped(cleanText(file))], notes: []};
	for (const object of objects) {
		const otherwise = `${basename(file, extname(file))}`;
		const record = recordOf(fromJson(object), '', otherwise, asked);
		const failure = record ? undefined : failureOf(object, asked);
		if (record) records.push(record);
		else if (failure) {
			notRead.push({...failure, at: records.length + notRead.length});
			problems.push(cleanText(`${failure.source || '?'}: ${failure.message}`));
		} else problems.push(skipped(cleanText(file)));
	}

	return {records, notRead, problems, notes: []};
}

/** One object, a list of objects, or one object a line; undefined when it is none of them. */
function parseObjects(text: string): readonly unknown[] | undefined {
	const parsed = tryParse(text);
	if (parsed !== undefined) return Array.isArray(parsed) ? parsed : [parsed];
	const lines = text.split('\n').filter(line => line.trim() !== '');
	const objects = lines.map(tryParse);
	return lines.length > 0 && objects.every(object => object !== undefined) ? objects : undefined;
}

function tryParse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** A failure that `recognize`, ours or the original skill's, printed; undefined for anything else. */
function failureOf(object: unknown, {messages, now}: Asked): NotRead | undefined {
	if (typeof object !== 'object' || object === null) return undefined;
	const {success, source_image, error_message, error_code, next_steps, recognized_at} = object as Readonly<
		Record<string, unknown>
	>;
	if (success !== false) return undefined;
	const code = String(error_code ?? 'INTERNAL');
	const steps = Array.isArray(next_steps) ? next_steps.filter(step => typeof step === 'string') : [];
	return {
		source: String(source_image ?? ''),
		message: String(error_message ?? '') || messages.errors.what(code),
		next: (steps.length > 0 ? steps : messages.errors.next(code)).join(' '),
		recognizedAt:
			typeof recognized_at === 'string' && recognized_at !== '' ? recognized_at : legacyTime(isoTime(now())),
	};
}
