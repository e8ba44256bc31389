import {debug, pictureLabel} from '../debug.ts';
import {traitsOf} from '../engines/choice.ts';
import type {Engine, PictureNote, ReadOptions} from '../engines/engine.ts';
import {AppError, toAppError} from '../errors.ts';
import {judge} from '../passport/judge/judge.ts';
import type {CalendarDay, Issue} from '../passport/model/passport.ts';
import {contentHash, openPicture} from '../pictures/open.ts';
import type {Picture} from '../pictures/picture.ts';
import {failureAt, failureOf, isAboutPicture, withFailure} from '../records/failures.ts';
import {adopt, createFolderScan} from '../records/folder-scan.ts';
import {geometryOf} from '../records/geometry.ts';
import type {EngineFailure, Failure, Outcome, PassportRecord, PictureIdentity} from '../records/record.ts';
import {isReusable} from '../records/reuse.ts';
import {setAside} from '../records/set-aside.ts';
import {type Beside, lookBeside, writeFailures, writeSidecar} from '../records/sidecar.ts';
import {isoTime} from '../records/time.ts';
import type {Turn} from './ordered-semaphore.ts';

export type ReaderOptions = {
	readonly engine: Engine;
	readonly insteadOf?: string | undefined;
	readonly save: boolean;
	readonly today: CalendarDay;
	readonly now: () => Date;
	readonly open?: (path: string) => Promise<Picture>;
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
		/** It is being asked; it has answered, or failed. */
		readonly onStart: () => void;
		readonly onAnswer: () => void;
	},
) => Promise<Outcome>;

type Opened = {readonly picture: Picture} | {readonly error: AppError; readonly picture: PictureIdentity | undefined};

/** What is wrong with the content of a picture is wrong with the same content elsewhere; anything else is worth a try. */
const isOfContent = (error: unknown): boolean => {
	const {code, kind} = toAppError(error);
	return kind === 'user' && code !== 'CANCELLED';
};

/**
 * What is done with one picture: opened, looked for among what is kept, else read, judged and kept on disk before anybody
 * sees it. Every failure is an outcome; nothing is thrown. The same content twice in a batch is read once.
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
}: ReaderOptions): ReadPicture {
	const findRenamed = createFolderScan();
	const readings = new Map<string, Promise<PassportRecord>>();

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
			return {picture: await open(path)};
		} catch (thrown) {
			const sha256 = open === openPicture ? await contentHash(path) : undefined;
			return {error: toAppError(thrown), picture: sha256 === undefined ? undefined : {path, sha256}};
		}
	};

	/** What is kept of the picture, under this name or an earlier one. */
	const findKept = async (picture: PictureIdentity, beside: Beside): Promise<Beside> => {
		if (beside.record || beside.failures.length > 0) return beside;
		const renamed = await findRenamed(picture);
		if (!renamed) return beside;
		await attempt(picture.path, () => adopt(renamed));
		return {...beside, ...(renamed.record ? {record: renamed.record} : {}), failures: renamed.failures, isFree: false};
	};

	const readNew = async (
		picture: Picture,
		options: Parameters<ReadPicture>[1],
		beside: Beside,
	): Promise<PassportRecord> => {
		const {path, sha256} = picture;
		const {signal, onProgress, onNote, onWait, turn, onStart, onAnswer} = options;
		await turn.enter();
		onStart();
		const [first, ...others] = await engine
			.read(picture, {signal, onProgress, ...(onNote ? {onNote} : {}), ...(onWait ? {onWait} : {})})
			.finally(onAnswer);
		const several: Issue = {code: 'several-passports', params: {count: others.length + 1}, blocks: true};
		const reading = others.length === 0 ? first : {...first, issues: [...(first.issues ?? []), several]};
		const passport = judge(reading, {today});
		if (passport.status === 'refused') throw new AppError('NO_PASSPORT_FOUND', {path});
		// The cloud knows no places; where this computer has found the lines, they still are.
		const geometry = geometryOf(reading) ?? beside.record?.geometry;
		const failures = beside.failures.filter(failure => failure.engine !== engine.id);
		const record: PassportRecord = {
			path,
			sha256,
			engine: engine.id,
			engineVersion: engine.version,
			recognizedAt: isoTime(now()),
			passport,
			review: {state: 'unreviewed', edits: {}, confirmed: []},
			...(geometry ? {geometry} : {}),
			...(traitsOf(engine.id).keepsAnswer && reading.answer ? {answer: reading.answer} : {}),
			...(failures.length > 0 ? {failures} : {}),
		};
		// The next one is sent when this answer stands on the disk: a kill loses no more than the calls in flight. After a
		// failure the turn is the caller's to give back: it may mean that nobody else shall enter.
		await attempt(path, async () => {
			if (!beside.isFree) await setAside(picture, now());
			await writeSidecar(record, {onStanding: turn.leave, wasFree: beside.isFree, mode: picture.mode});
		});
		turn.leave();
		return record;
	};

	/** What came of another picture with the same content, brought over to this one. */
	const fromTwin = async (path: string, reading: Promise<PassportRecord>): Promise<PassportRecord | undefined> => {
		try {
			return {...(await reading), path};
		} catch (error) {
			if (!isOfContent(error)) return undefined;
			const {code, details} = toAppError(error);
			throw new AppError(code, {...details, path}, {cause: error});
		}
	};

	const read = async (picture: Picture, options: Parameters<ReadPicture>[1], beside: Beside) => {
		const {path, sha256} = picture;
		const other = options.fresh ? undefined : readings.get(sha256);
		// Who waits for another does not stand in the line.
		if (other) options.turn.leave();
		const twin = other && (await fromTwin(path, other));
		if (twin) {
			await attempt(path, () => writeSidecar(twin));
			return {record: twin, from: 'kept'} as const;
		}
		const reading = readNew(picture, options, beside);
		readings.set(sha256, reading);
		// Else a picture that is tried again would wait for itself, and lose its place in the line.
		reading.catch(error => {
			if (!isOfContent(error) && readings.get(sha256) === reading) readings.delete(sha256);
		});
		return {record: await reading, from: 'engine'} as const;
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

	const readOne: ReadPicture = async (path, options) => {
		let start = performance.now();
		const milliseconds = () => performance.now() - start;
		const onStart = () => {
			// Waiting for one's turn is nobody's reading time.
			start = performance.now();
			options.onStart();
		};
		let content: {readonly sha256?: string} = {};
		const failed = ({code, details}: Pick<Failure, 'code' | 'details'>, failures: readonly EngineFailure[] = []) => ({
			kind: 'failed' as const,
			failure: {path, code, details: {path, ...details}},
			...content,
			...(beside.record ? {keeps: beside.record.engine === 'person' ? ('typed' as const) : ('read' as const)} : {}),
			...(failures.length > 0 ? {failures} : {}),
			milliseconds: milliseconds(),
		});
		let beside: Beside = {failures: [], isFree: false};
		const opened = await openOrHash(path);
		if ('error' in opened && opened.picture === undefined) return failed(opened.error);
		const picture = opened.picture!;
		content = {sha256: picture.sha256};
		try {
			beside = await lookBeside(picture, today);
			if (!options.fresh) {
				beside = await findKept(picture, beside);
				const {record, failures} = beside;
				if (record && isReusable(record, engine)) {
					return {kind: 'read', record, from: 'kept', milliseconds: milliseconds()};
				}
				const before =
					failureOf(failures, engine) ?? failures.find(({engine: id}) => insteadOf !== undefined && id === insteadOf);
				// What was paid for is the better answer, whichever engine is asked.
				const paid = failures.find(({engine: id}) => traitsOf(id).paid);
				if (before) return {...failed(failureAt(path, paid ?? before), failures), from: 'kept'};
			}
			if ('error' in opened) throw opened.error;
			if (beside.later !== undefined && !beside.record && beside.failures.length === 0) onLater(path, beside.later);
			const result = await read(opened.picture, {...options, onStart}, beside);
			return {kind: 'read', ...result, milliseconds: milliseconds()};
		} catch (thrown) {
			const error = toAppError(thrown);
			return failed(error, await keepFailure(picture, error, beside));
		}
	};

	return async (path, options) => {
		const outcome = await readOne(path, options);
		debugOutcome(engine, outcome);
		return outcome;
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
