import {createReadStream} from 'node:fs';
import {basename, dirname, extname, join, resolve} from 'node:path';
import {type Unread, unreadBelow} from '../core/batch/unread-below.ts';
import {calendarDay} from '../core/calendar-day.ts';
import {cleanText} from '../core/clean-text.ts';
import {decodeParts} from '../core/decode-text.ts';
import {AppError} from '../core/errors.ts';
import {type NotRead, namedApart} from '../core/export/not-read.ts';
import {jsonValues} from '../core/json-stream.ts';
import {openingError} from '../core/opening-error.ts';
import {byRealPath, placesBelow} from '../core/real-path.ts';
import {createChangeCheck, withChangedPicture} from '../core/records/changed-picture.ts';
import {fromJson, type Sidecar} from '../core/records/json/from-json.ts';
import {wasPrinted} from '../core/records/kept-result.ts';
import type {NamesApart} from '../core/records/picture-names.ts';
import type {FailedPicture, PassportRecord} from '../core/records/record.ts';
import {eachIn} from '../core/records/sidecars/entries.ts';
import {sidecarPlaces} from '../core/records/sidecars/path.ts';
import {recordsBelow} from '../core/records/sidecars/records-below.ts';
import {createRenameCheck} from '../core/records/sidecars/renamed-picture.ts';
import {withoutKept} from '../core/review/without-kept.ts';
import {fewNames} from '../text/format.ts';
import type {Context} from './context.ts';
import {expandFiles} from './expand-files.ts';
import {failedOf, keptFailureOf, noPassportOf, printedFailure, unopenedRow, unreadRow} from './not-read-rows.ts';
import {type RecordStore, recordStore, type StoreOptions} from './record-store.ts';

/** What was read before, the failures among it, and lines about what has no row or no record. */
export type Kept = {
	readonly records: RecordStore;
	readonly notRead: readonly NotRead[];
	/** Of pictures of one name, those that were not read among them. */
	readonly names: NamesApart;
	readonly problems: readonly string[];
	/** Lines about pictures that were never read: they are no problem of what was. */
	readonly notes: readonly string[];
};

type Asked = Pick<Context, 'messages' | 'now'> & StoreOptions;

/** The record in a sidecar; the picture is not looked at. `otherwise` is the picture's path when it names none. */
function recordOf(sidecar: Sidecar, folder: string, otherwise: string, {now}: Asked): PassportRecord | undefined {
	if (sidecar.kind !== 'ours' && sidecar.kind !== 'original') return undefined;
	const path = sidecar.source === undefined ? otherwise : join(folder, sidecar.source);
	return sidecar.kind === 'ours' ? sidecar.record(path) : sidecar.record({path, sha256: ''}, calendarDay(now()));
}

/** @throws AppError FILE_NOT_FOUND, NOT_READABLE; NOTHING_TO_EXPORT {path} */
async function fromFolder(folder: string, asked: Asked, {records, printed, isNew}: Into): Promise<Part> {
	const before = records.count();
	let hasEarlier = false;
	const known: {readonly path: string; readonly sha256: string}[] = [];
	const failed: Failed[] = [];
	const noPassport: (NotRead & {readonly path: string})[] = [];
	const later: string[] = [];
	const closed = new Map<string, string>();
	const problems: string[] = [];
	const {leftOut} = asked.messages.commands.closed;
	const isChanged = createChangeCheck();
	const underNewName = createRenameCheck();
	const know = ({path, sha256}: PassportRecord) => known.push({path, sha256});
	const add = (record: PassportRecord, line?: string) => {
		records.add(record, line);
		know(record);
	};
	/** What is known of a picture, and has its row, in a folder that was named before. */
	const isEarlier = (path: string, sha256 = ''): boolean => {
		if (isNew(path)) return false;
		known.push({path, sha256});
		hasEarlier = true;
		return true;
	};
	for await (const found of recordsBelow(folder, asked)) {
		if (found.kind === 'record' && !isEarlier(found.record.path, found.record.sha256)) add(found.record, found.line);
		if (found.kind === 'unlisted' && !isEarlier(found.path)) problems.push(leftOut({...found, isFolder: true}));
		if (found.kind !== 'sidecar') continue;
		const isPrinted = wasPrinted(found.sidecar, found.path);
		const otherwise = found.path.slice(0, -extname(found.path).length);
		for (const sidecar of await underNewName(found.path, found.sidecar)) {
			const record = recordOf(sidecar, dirname(found.path), otherwise, asked);
			const picture = 'source' in sidecar && sidecar.source ? join(dirname(found.path), sidecar.source) : otherwise;
			if (isEarlier(record?.path ?? picture, 'sha256' in sidecar ? sidecar.sha256 : '')) continue;
			const at = records.count() - before + failed.length + noPassport.length;
			if (record) {
				const changed = isChanged(record);
				const now = changed && (await changed) ? withChangedPicture(record) : record;
				if (isPrinted) {
					know(now);
					printed.push(now);
				} else add(now);
			} else if (sidecar.kind === 'failed') {
				const {sha256, failures} = sidecar;
				// What is there now was never read.
				if (await isChanged({path: picture, sha256, recognizedAt: failures.at(-1)!.failedAt})) continue;
				failed.push({path: picture, sha256, failures, at});
			} else if (sidecar.kind === 'no-passport') {
				noPassport.push({...noPassportOf(picture, sidecar.recognizedAt, asked), path: picture, at});
			} else if (sidecar.kind === 'later') later.push(picture);
			else if (sidecar.kind === 'unreadable') closed.set(resolve(found.path), sidecar.reason);
			const problem = problemOf(sidecar, cleanText(found.path), asked);
			if (problem !== undefined) problems.push(problem);
		}
	}

	// The other place beside it has a record of the same picture.
	const read = new Set(failed.length === 0 ? [] : known.map(({path, sha256}) => `${sha256} ${path}`));
	const stillFailed = failed.filter(({path, sha256}) => !read.has(`${sha256} ${path}`));
	const named = new Set(noPassport.length === 0 ? [] : known.map(({path}) => path));
	const withoutPassport = noPassport.filter(({path}) => !named.has(path));
	if (!hasEarlier && known.length + stillFailed.length + withoutPassport.length + problems.length === 0) {
		throw new AppError('NOTHING_TO_EXPORT', {path: folder});
	}
	const byName = [...withoutPassport.map(({path}) => path), ...later].map(path => ({path, sha256: ''}));
	const unread = (await unreadBelow(folder, known.concat(stillFailed, byName))).filter(({path}) => isNew(path));
	const closedOf = ({path}: Unread) => sidecarPlaces(resolve(path)).find(place => closed.has(place));
	const said = [
		...stillFailed.map(({path, failures, at}) => ({...failedOf(path, failures, asked), at})),
		...withoutPassport,
		...unread.filter(one => closedOf(one) === undefined).map(one => unreadRow(one, folder, asked)),
	];
	// The file of each of these is named already.
	const unopened = unread.flatMap(({path}) => {
		const result = closedOf({path});
		return result === undefined ? [] : [unopenedRow(path, result, closed.get(result)!, asked)];
	});
	const count = records.count() - before;
	const say = (names: NamesApart) => saidNotRead(folder, said, names, asked);
	return {notRead: [...said, ...unopened], problems, say, count};
}

/** Where records are added. */
type Into = {
	readonly records: RecordStore;
	/** Results that `recognize` printed into the folders: whether they are kept as well is known when all are read. */
	readonly printed: PassportRecord[];
	/** Whether a path has not been found in another folder before. */
	readonly isNew: (path: string) => boolean;
};

type Failed = FailedPicture & {readonly at: number};

/** Why a file has no row; undefined where it has one, or another program wrote it. */
function problemOf(sidecar: Sidecar, file: string, {messages}: Asked): string | undefined {
	const words = messages.commands.export;
	if (sidecar.kind === 'later') return words.later(file);
	if (sidecar.kind === 'unreadable') {
		return messages.commands.closed.leftOut({path: file, reason: sidecar.reason, isFolder: false});
	}
	if (sidecar.kind !== 'broken') return undefined;
	return sidecar.ofText ? words.ofText(file) : words.broken(file);
}

/** How many pictures have no row, by name up to a few. */
function saidNotRead(folder: string, notRead: readonly NotRead[], apart: NamesApart, {messages}: Asked) {
	const words = messages.commands.export;
	const names = (some: readonly NotRead[]) =>
		fewNames(
			some.map(one => namedApart(one, apart).source),
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
 * What is kept beside the pictures of folders and the folders in them, each once, also where one is in another or has two
 * names. JSON files of other programs are passed over, and a printed result of a passport that is kept as well.
 *
 * @throws AppError FILE_NOT_FOUND, NOT_READABLE; NOTHING_TO_EXPORT {path}
 */
export async function fromFolders(named: readonly string[], asked: Asked): Promise<Kept> {
	const records = recordStore(asked);
	const printed: PassportRecord[] = [];
	const seen = new Map<string, string>();
	const parts: Part[] = [];
	const folders = await byRealPath(named);
	for (const [real, folder] of folders) {
		const placeOf = await placesBelow(folder);
		const isNew = (path: string): boolean => {
			const place = placeOf(path);
			const first = seen.get(place);
			if (first === undefined) seen.set(place, real);
			return first === undefined || first === real;
		};
		parts.push(await fromFolder(folder, asked, {records, printed, isNew: folders.size > 1 ? isNew : () => true}));
	}
	for (const record of withoutKept(printed, records)) records.add(record);
	return joined(records, parts);
}

/**
 * What `recognize` printed into files. A pattern that the shell has left alone is looked up here.
 *
 * @throws AppError FILE_NOT_FOUND, NOT_READABLE; NOTHING_TO_EXPORT
 */
export async function fromFiles(files: readonly string[], asked: Asked): Promise<Kept> {
	const records = recordStore(asked);
	const parts: Part[] = [];
	for (const file of (await byRealPath(await expandFiles(files))).values()) {
		parts.push(await fromParts(readParts(file), file, asked, records));
	}

	return joined(records, parts);
}

/** @throws AppError FILE_NOT_FOUND, NOT_READABLE */
async function* readParts(file: string): AsyncGenerator<Buffer, void> {
	try {
		yield* createReadStream(file, {highWaterMark: 1 << 18}) as AsyncIterable<Buffer>;
	} catch (error) {
		throw openingError(file, error);
	}
}

/** What one of several sources holds; its records are in the store of all. */
type Part = Pick<Kept, 'notRead' | 'problems'> & {
	readonly count: number;
	/** Says which pictures have no row, when the pictures of all sources are known. */
	readonly say?: (names: NamesApart) => Pick<Kept, 'notes'> & {readonly failures: readonly string[]};
};

/** Several sources as one, in their order. */
function joined(records: RecordStore, parts: readonly Part[]): Kept {
	let before = 0;
	const notRead: NotRead[] = [];
	for (const part of parts) {
		notRead.push(...part.notRead.map(one => ({...one, at: (one.at ?? 0) + before})));
		before += part.count + part.notRead.length;
	}

	const names = records.names(notRead.flatMap(({path}) => (path === undefined ? [] : [path])));
	const said = parts.map(({problems, say}) => ({problems, ...(say?.(names) ?? {failures: [], notes: []})}));
	return {
		records,
		notRead,
		names,
		problems: said.flatMap(({problems, failures}) => [...problems, ...failures]),
		notes: said.flatMap(({notes}) => notes),
	};
}

/** What `recognize` printed into a pipe. */
export async function fromStream(stream: AsyncIterable<Buffer | string>, asked: Asked): Promise<Kept> {
	const records = recordStore(asked);
	return joined(records, [await fromParts(stream, '-', asked, records)]);
}

/** Characters: an object of the original skill holds pictures in base64. */
const longestObject = 64 << 20;

/** The records of a stream, whatever follows the last one that is whole: they were paid for. */
async function fromParts(
	stream: AsyncIterable<Buffer | string>,
	file: string,
	asked: Asked,
	records: RecordStore,
): Promise<Part> {
	const words = asked.messages.commands.export;
	const name = file === '-' ? words.standardInput : cleanText(file);
	const otherwise = basename(file, extname(file));
	const before = records.count();
	const notRead: NotRead[] = [];
	const problems: string[] = [];
	const found = () => records.count() - before + notRead.length;
	const isChanged = createChangeCheck();
	/** Of a sidecar it is known where its picture is; what was printed names it without its folder. */
	const pictureOf = (path: string): string | undefined =>
		sidecarPlaces(path).includes(basename(file)) ? join(dirname(file), path) : undefined;
	try {
		for await (const object of jsonValues(decodeParts(stream), {path: file, longest: longestObject})) {
			for (const sidecar of eachIn(fromJson(object))) {
				const record = recordOf(sidecar, '', otherwise, asked);
				const failure = record
					? undefined
					: (keptFailureOf(sidecar, otherwise, asked) ?? printedFailure(object, asked));
				const path = record && pictureOf(record.path);
				const placed = record && path ? {...record, path} : record;
				if (placed) records.add(path && (await isChanged(placed)) ? withChangedPicture(placed) : placed);
				else if (failure) {
					const picture = failure.path === undefined ? undefined : pictureOf(failure.path);
					notRead.push({...failure, ...(picture === undefined ? {} : {path: picture}), at: found()});
					problems.push(cleanText(`${failure.source || '?'}: ${failure.message}`));
				} else problems.push(problemOf(sidecar, name, asked) ?? words.skipped(name));
			}
		}
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		if (found() === 0) return {notRead, problems: [words.notJson(name)], count: 0};
		problems.push(words.notJsonAfter(name, found()));
	}

	return {notRead, problems, count: records.count() - before};
}
