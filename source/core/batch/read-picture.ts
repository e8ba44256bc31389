import {debug, pictureLabel} from '../debug.ts';
import {traitsOf} from '../engines/choice.ts';
import type {Engine, PictureNote, ReadOptions} from '../engines/engine.ts';
import {AppError, toAppError} from '../errors.ts';
import type {CalendarDay} from '../passport/model/passport.ts';
import {isPictureAdvice} from '../passport/reasons-to-look.ts';
import {fileOf, pageAddress, pictureAddress, usualAddress} from '../picture-address.ts';
import {contentHash, openPicture} from '../pictures/open.ts';
import type {Picture} from '../pictures/picture.ts';
import {failureAt, failureOf, isAboutPicture, withFailure} from '../records/failures.ts';
import {adopt, createFolderScan} from '../records/folder-scan.ts';
import type {EngineFailure, Failure, Outcome, PassportRecord, PictureIdentity} from '../records/record.ts';
import {isReusable, isTouched} from '../records/reuse.ts';
import {setAside} from '../records/set-aside.ts';
import {type Beside, lookBeside, type PageIdentity, writeFailures, writePage} from '../records/sidecar.ts';
import {isoTime} from '../records/time.ts';
import type {Turn} from './ordered-semaphore.ts';
import {movedTo, type PageRecords, recordsOf, withKept} from './page-records.ts';

export type ReaderOptions = {
	readonly engine: Engine;
	readonly insteadOf?: string | undefined;
	readonly save: boolean;
	readonly today: CalendarDay;
	readonly now: () => Date;
	readonly open?: (path: string) => Promise<Picture>;
	/** Which passports may get a new record; the others on their pages stay as they are kept. */
	readonly isAsked?: (path: string) => boolean;
	readonly onUnsaved: (path: string, error: AppError) => void;
	/** A picture is read of which a later version of this program keeps a result, which stays. */
	readonly onLater: (path: string, sidecar: string) => void;
};

export type ReadPicture = (
	path: string,
	options: {
		readonly fresh: boolean;
		readonly signal: AbortSignal;
		readonly onProgress: (share: number) => void;
		readonly onNote?: (note: PictureNote) => void;
		readonly onWait?: ReadOptions['onWait'];
		/** When the engine may be asked. Before and after it pictures are opened, looked up, judged and kept. */
		readonly turn: Turn;
		/** The file has several pages, of which this is the first. */
		readonly onPages?: (pages: number) => void;
		/** It is being asked; it has answered, or failed. */
		readonly onStart: () => void;
		readonly onAnswer: () => void;
	},
) => Promise<PageOutcome>;

/** What came of a passport, and the others that are on the same page. */
export type PageOutcome = {readonly outcome: Outcome; readonly others: readonly PassportRecord[]};

/** The path of a picture is the address of its page, whichever passport on it was asked for. */
type Opened = {readonly picture: Picture} | {readonly error: AppError; readonly picture: PageIdentity | undefined};

/** What is wrong with the content of a picture is wrong with the same content elsewhere; anything else is worth a try. */
const isOfContent = (error: unknown): boolean => {
	const {code, kind} = toAppError(error);
	return kind === 'user' && code !== 'CANCELLED';
};

/**
 * What is done with one picture: opened, looked for among what is kept, else read, judged and kept on disk before it is
 * shown. Every failure is an outcome; nothing is thrown. The same content twice in a batch is read once.
 */
export function createPictureReader({
	engine,
	insteadOf,
	save,
	today,
	now,
	onUnsaved,
	onLater,
	open = openPicture,
	isAsked = () => true,
}: ReaderOptions): ReadPicture {
	const findRenamed = createFolderScan();
	const readings = new Map<
		string,
		{readonly reading: Promise<PageRecords>; readonly path: string; readonly asked: string}
	>();

	const attempt = async (path: string, job: () => Promise<unknown>) => {
		if (!save) return;
		try {
			await job();
		} catch (error) {
			onUnsaved(path, toAppError(error));
		}
	};

	/** A picture, or why it cannot be opened and what is kept for the file: a person may have typed what it shows. */
	const openOrHash = async (path: string): Promise<Opened> => {
		try {
			const picture = await open(path);
			const {page} = pictureAddress(path);
			return {picture: {...picture, path: pageAddress(path, picture.pages), page: Math.min(page, picture.pages)}};
		} catch (thrown) {
			const sha256 = open === openPicture ? await contentHash(path) : undefined;
			return {error: toAppError(thrown), picture: sha256 === undefined ? undefined : {path, sha256}};
		}
	};

	/** What is kept of the picture, under this name or an earlier one. */
	const findKept = async (picture: PageIdentity, beside: Beside): Promise<Beside> => {
		if (beside.record || beside.failures.length > 0) return beside;
		const renamed = await findRenamed(picture);
		if (!renamed) return beside;
		await attempt(picture.path, () => adopt(renamed));
		const {record, others, failures} = renamed;
		return {...beside, ...(record ? {record} : {}), others, failures, isFree: false};
	};

	const readNew = async (
		picture: Picture,
		options: Parameters<ReadPicture>[1],
		beside: Beside,
	): Promise<PageRecords> => {
		const {path} = picture;
		const {signal, onProgress, onNote, onWait, turn, onStart, onAnswer} = options;
		await turn.enter();
		onStart();
		const readings = await engine
			.read(picture, {signal, onProgress, ...(onNote ? {onNote} : {}), ...(onWait ? {onWait} : {})})
			.finally(onAnswer);
		const read = recordsOf(picture, readings, {engine, today, now: now(), beside});
		for (const reason of read.flatMap(({passport}) => passport.issues.filter(isPictureAdvice))) {
			onNote?.({code: 'advice', reason});
		}
		const kept = [...(beside.record ? [beside.record] : []), ...beside.others];
		const stays = (record: PassportRecord) => (!options.fresh && isTouched(record)) || !isAsked(record.path);
		const records = withKept(read, kept.filter(stays), picture.pages);
		// Send the next one when this answer is on the disk, so that a kill loses only the calls in flight. After a failure
		// the caller releases the turn, as it may have to close the queue first.
		await attempt(path, async () => {
			if (!beside.isFree) await setAside(options.fresh ? picture : {path, sha256: picture.sha256}, now());
			await writePage(records, picture.pages, {onStanding: turn.leave, wasFree: beside.isFree, mode: picture.mode});
		});
		turn.leave();
		return records;
	};

	/** What came of another picture with the same content, brought over to this one. */
	const fromTwin = async (path: string, reading: Promise<PageRecords>): Promise<PageRecords | undefined> => {
		try {
			return movedTo(await reading, path);
		} catch (error) {
			if (!isOfContent(error)) return undefined;
			const {code, details} = toAppError(error);
			throw new AppError(code, {...details, path}, {cause: error});
		}
	};

	const read = async (
		picture: Picture,
		options: Parameters<ReadPicture>[1] & {readonly asked: string},
		beside: Beside,
	) => {
		const {path, pages} = picture;
		const content = `${picture.sha256} ${picture.page}`;
		const under = readings.get(content);
		// A further passport of a page that is being read anyway is read with it.
		const isSamePage = under?.path === path && under.asked !== options.asked;
		const other = options.fresh && !isSamePage ? undefined : under?.reading;
		// A picture that waits for its duplicate takes no place in the queue.
		if (other) options.turn.leave();
		const twin = other && (await fromTwin(path, other));
		if (twin) {
			if (!isSamePage) await attempt(path, () => writePage(twin, pages));
			return {records: twin, from: 'kept'} as const;
		}
		const reading = readNew(picture, options, beside);
		readings.set(content, {reading, path, asked: options.asked});
		// Else a picture that is tried again would wait for itself, and lose its place in the line.
		reading.catch(error => {
			if (!isOfContent(error) && readings.get(content)?.reading === reading) readings.delete(content);
		});
		return {records: await reading, from: 'engine'} as const;
	};

	/** Keeps an answer about the picture before the next one is sent. */
	const keepFailure = async (
		picture: PictureIdentity & {readonly mode?: number | undefined},
		error: AppError,
		beside: Beside,
	): Promise<readonly EngineFailure[]> => {
		if (!isAboutPicture(error)) return beside.failures;
		const {code, details} = error;
		const failure = {engine: engine.id, engineVersion: engine.version, failedAt: isoTime(now()), code, details};
		await attempt(picture.path, () =>
			writeFailures(picture, withFailure(beside.failures, failure), {wasFree: beside.isFree, mode: picture.mode}),
		);
		return withFailure(beside.failures, failure);
	};

	const readOne: ReadPicture = async (asked, options) => {
		const usual = usualAddress(asked);
		let start = performance.now();
		const milliseconds = () => performance.now() - start;
		const onStart = () => {
			// Waiting for one's turn is nobody's reading time.
			start = performance.now();
			options.onStart();
		};
		let content: {readonly sha256?: string} = {};
		const failed = (
			{code, details}: Pick<Failure, 'code' | 'details'>,
			failures: readonly EngineFailure[] = [],
		): PageOutcome => ({
			outcome: {
				kind: 'failed',
				failure: {path: asked, code, details: {...details, path: asked}},
				...content,
				...(beside.record ? {keeps: beside.record.engine === 'person' ? ('typed' as const) : ('read' as const)} : {}),
				...(failures.length > 0 ? {failures} : {}),
				milliseconds: milliseconds(),
			},
			others: [],
		});
		/** Of what is on the page, the passport that was asked for, and the others. */
		const found = (records: readonly PassportRecord[], from: 'engine' | 'kept'): PageOutcome => {
			const record = records.find(({path}) => path === usual);
			if (!record) return failed({code: 'NO_PASSPORT_FOUND', details: {}});
			const others = records.filter(one => one !== record && isAsked(one.path));
			return {outcome: {kind: 'read', record, from, milliseconds: milliseconds()}, others};
		};
		let beside: Beside = {failures: [], others: [], isFree: false};
		const opened = await openOrHash(asked);
		if ('error' in opened && opened.picture === undefined) return failed(opened.error);
		const picture = opened.picture!;
		content = {sha256: picture.sha256};
		if (asked === fileOf(asked) && (picture.pages ?? 1) > 1) options.onPages?.(picture.pages!);
		try {
			beside = await lookBeside(picture, today);
			if (!options.fresh) {
				beside = await findKept(picture, beside);
				const {record, others, failures} = beside;
				const kept = record ? [record, ...others] : others;
				const own = kept.find(({path}) => path === usual);
				if (own && isReusable(own, engine)) return found(kept, 'kept');
				const before =
					failureOf(failures, engine) ?? failures.find(({engine: id}) => insteadOf !== undefined && id === insteadOf);
				// What was paid for is the better answer, whichever engine is asked.
				const paid = failures.find(({engine: id}) => traitsOf(id).paid);
				if (before) {
					const {outcome, others: none} = failed(failureAt(asked, paid ?? before), failures);
					return {outcome: {...outcome, from: 'kept'} as Outcome, others: none};
				}
			}
			if ('error' in opened) throw opened.error;
			if (beside.later !== undefined && !beside.record && beside.failures.length === 0) onLater(asked, beside.later);
			const {records, from} = await read(opened.picture, {...options, onStart, asked}, beside);
			return found(records, from);
		} catch (thrown) {
			const error = toAppError(thrown);
			return failed(error, await keepFailure(picture, error, beside));
		}
	};

	return async (path, options) => {
		const page = await readOne(path, options);
		debugOutcome(engine, page.outcome);
		return page;
	};
}

function debugOutcome({id}: Engine, outcome: Outcome): void {
	const {milliseconds} = outcome;
	if (outcome.kind === 'failed') {
		debug(`${id}: a picture fails with ${outcome.failure.code}`, {milliseconds});
	} else {
		const {record, from} = outcome;
		const {status, issues} = record.passport;
		debug(`${id}: ${pictureLabel(record)} comes from ${from}, ${status}`, {issues: issues.length, milliseconds});
	}
}
