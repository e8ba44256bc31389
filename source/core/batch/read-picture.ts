import {debug, pictureLabel} from '../debug.ts';
import {traitsOf} from '../engines/choice.ts';
import type {Engine, PictureNote, ReadOptions} from '../engines/engine.ts';
import {AppError, toAppError} from '../errors.ts';
import {isPictureAdvice, isSignOfCopy} from '../passport/reasons-to-look.ts';
import {type Extent, fileOf, isOnePassport, usualAddress} from '../picture-address.ts';
import {openPicture} from '../pictures/open.ts';
import type {Picture} from '../pictures/picture.ts';
import {failureAt, failureOf, isAboutPicture} from '../records/failures.ts';
import {recordPacker} from '../records/packed-record.ts';
import type {EngineFailure, Failure, Outcome, PassportRecord} from '../records/record.ts';
import {isReusable, isTouched} from '../records/reuse.ts';
import {type Beside, lookBeside} from '../records/sidecars/look-beside.ts';
import {checkPlace} from '../records/sidecars/places.ts';
import {writePage} from '../records/sidecars/write-sidecar.ts';
import type {BatchOptions} from './batch-options.ts';
import {type AskedCall, type CallOptions, createBegin} from './begin-call.ts';
import {createClaims} from './claims.ts';
import {createFinder} from './find-kept.ts';
import {elsewhereIn} from './from-store.ts';
import {createKeeper, type KeeperOptions} from './keep-answers.ts';
import {movedTo, type PageRecords, recordsOf, withKept} from './page-records.ts';

export type ReaderOptions = Pick<BatchOptions, 'insteadOf' | 'today' | 'open' | 'packed'> &
	Pick<KeeperOptions, 'engine' | 'save' | 'now' | 'store' | 'onUnsaved'> &
	Partial<Pick<CallOptions, 'onElsewhere' | 'onLost'>> & {
		/** Which passports may get a new record; the others on their pages stay as they are kept. */
		readonly isAsked?: (path: string) => boolean;
		/** A result of the original skill was taken over, or not, because the picture is newer. */
		readonly onOriginal?: (path: string, how: 'used' | 'older') => void;
		/** A picture is read of which a later version of this program keeps a result, which stays. */
		readonly onLater: (path: string, sidecar: string) => void;
	};

export type ReadPicture = (
	path: string,
	options: AskedCall & {
		/** What the path asks for; by default, all that the usual form of it means. */
		readonly extent?: Extent | undefined;
		readonly onProgress: (share: number) => void;
		readonly onNote?: (note: PictureNote) => void;
		readonly onWait?: ReadOptions['onWait'];
		/** The file has several pages, all of which were asked for; this is the first. */
		readonly onPages?: (pages: number) => void;
		readonly onAnswer: () => void;
	},
) => Promise<PageOutcome>;

/** What came of a passport, and the others on the same page that were asked for with it. */
export type PageOutcome = {readonly outcome: Outcome; readonly others: readonly PassportRecord[]};

const nothing: Beside = {failures: [], others: [], isFree: false};

/** What is wrong with the content of a picture is wrong with the same content elsewhere; anything else is worth a try. */
const isOfContent = (error: unknown): boolean => {
	const {code, kind} = toAppError(error);
	return kind === 'user' && code !== 'CANCELLED' && code !== 'NOT_READABLE';
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
	store,
	onUnsaved,
	onElsewhere = () => {},
	onLost = () => {},
	onOriginal = () => {},
	onLater,
	open = openPicture,
	isAsked = () => true,
	packed = false,
}: ReaderOptions): ReadPicture {
	const isFile = open === openPicture;
	const pack = packed ? recordPacker() : (record: PassportRecord) => record;
	const packAll = (records: readonly PassportRecord[]) => records.map(pack) as unknown as PageRecords;
	const elsewhere = store && elsewhereIn(store);
	const {keepPage, keepFailure} = createKeeper({engine, save, isFile, store, now, onUnsaved});
	const {attempt, openOrHash, findKept, mustKnowKept} = createFinder({engine, save, today, store, open, onUnsaved});
	/** Failures whose keeping is done: while the picture was claimed, or by another process. */
	const known = new WeakMap<AppError, {readonly failures: readonly EngineFailure[]; readonly from?: 'kept'}>();
	const readings = new Map<
		string,
		{readonly reading: ReturnType<typeof readNew>; readonly path: string; readonly asked: string}
	>();

	/** What another process has kept of a picture since it was looked at. `since`: only what was read after that. */
	const answeredMeanwhile = async (picture: Picture, since: string | undefined): Promise<PageRecords | undefined> => {
		const {record, others, failures} = await findKept(picture, isFile ? await lookBeside(picture, today) : nothing);
		const isNew = (at: string) => since === undefined || Date.parse(at) > Date.parse(since);
		if (record && isReusable(record, engine) && isNew(record.recognizedAt)) return [record, ...others];
		const failure = failureOf(failures, engine);
		if (!failure || !isNew(failure.failedAt)) return undefined;
		const error = new AppError(failure.code as AppError['code'], failure.details);
		known.set(error, {failures, from: 'kept'});
		throw error;
	};

	const begin = createBegin({
		isPaid: traitsOf(engine.id).paid,
		claims: createClaims({isBeside: save, folder: store?.folder}),
		check: async (picture, fresh) => {
			if (save) await checkPlace(picture);
			// Who asks for another reading pays for it knowingly.
			if (!fresh) await mustKnowKept(picture);
		},
		answered: answeredMeanwhile,
		now,
		onElsewhere,
		onLost,
	});

	const readNew = async (
		picture: Picture,
		options: Parameters<ReadPicture>[1],
		beside: Beside,
	): Promise<{readonly records: PageRecords; readonly from: 'engine' | 'kept'}> => {
		const {signal, onProgress, onNote, onWait, turn, onAnswer} = options;
		const {answer, claim} = await begin(picture, options);
		if (answer) return {records: packAll(answer), from: 'kept'};
		try {
			const readings = await engine
				.read(picture, {signal, onProgress, ...(onNote ? {onNote} : {}), ...(onWait ? {onWait} : {})})
				.finally(onAnswer);
			const read = recordsOf(picture, readings, {engine, today, now: now(), beside});
			const advised = read.flatMap(({passport: {issues, status}}) =>
				issues.filter(issue => isPictureAdvice(issue) && !(status === 'clean' && isSignOfCopy(issue))),
			);
			for (const reason of advised) onNote?.({code: 'advice', reason});
			const kept = [...(beside.record ? [beside.record] : []), ...beside.others];
			const stays = (record: PassportRecord) => (!options.fresh && isTouched(record)) || !isAsked(record.path);
			const records = withKept(read, kept.filter(stays), picture.pages);
			await claim?.shrink();
			const all = await keepPage(picture, records, beside, {again: options.fresh, turn});
			turn.leave();
			return {records: packAll(all), from: 'engine'};
		} catch (thrown) {
			const error = toAppError(thrown);
			if (isAboutPicture(error)) {
				await claim?.shrink();
				known.set(error, {failures: await keepFailure(picture, error, beside)});
			}
			throw error;
		} finally {
			await claim?.release();
		}
	};

	/** What came of another picture with the same content, brought over to this one. */
	const fromTwin = async (
		path: string,
		reading: Promise<{readonly records: PageRecords}>,
	): Promise<PageRecords | undefined> => {
		try {
			return movedTo((await reading).records, path);
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
			if (!isSamePage) await attempt(path, () => writePage(twin, pages, {elsewhere}));
			return {records: twin, from: 'kept'} as const;
		}
		const reading = readNew(picture, options, beside);
		readings.set(content, {reading, path, asked: options.asked});
		// Else a picture that is tried again would wait for itself, and lose its place in the line.
		reading.catch(error => {
			if (!isOfContent(error) && readings.get(content)?.reading === reading) readings.delete(content);
		});
		return await reading;
	};

	const readOne: ReadPicture = async (asked, options) => {
		const {extent = 'file'} = options;
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
				failures,
				milliseconds: milliseconds(),
			},
			others: [],
		});
		/** Of what is on the page, the passport that was asked for, and the others. */
		const found = (records: readonly PassportRecord[], from: 'engine' | 'kept'): PageOutcome => {
			const record = records.find(({path}) => path === usual);
			if (!record) return failed({code: 'NO_PASSPORT_FOUND', details: {passports: records.length}});
			const isAlone = isOnePassport(extent, picture.pages ?? 1);
			const others = isAlone ? [] : records.filter(one => one !== record && isAsked(one.path));
			return {
				outcome: {kind: 'read', record: pack(record), from, milliseconds: milliseconds()},
				others: others.map(pack),
			};
		};
		let beside = nothing;
		const opened = await openOrHash(asked);
		if ('error' in opened && opened.picture === undefined) return failed(opened.error);
		const picture = opened.picture!;
		content = {sha256: picture.sha256};
		const isWhole = extent === 'file' && asked === fileOf(asked);
		if (isWhole && (picture.pages ?? 1) > 1) options.onPages?.(picture.pages!);
		try {
			if (isFile) beside = await lookBeside(picture, today);
			if (beside.original && !options.fresh) onOriginal(asked, beside.original);
			if (!options.fresh) {
				beside = await findKept(picture, beside);
				const {record, others, failures} = beside;
				const kept = record ? [record, ...others] : others;
				const own = kept.find(({path}) => path === usual);
				if (own && isReusable(own, engine)) return found(kept, 'kept');
				const before = failureOf(failures, engine) ?? failures.find(({engine: id}) => id === insteadOf);
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
			const done = known.get(error);
			const page = failed(error, done?.failures ?? (await keepFailure(picture, error, beside)));
			return done?.from ? {...page, outcome: {...page.outcome, from: done.from} as Outcome} : page;
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
