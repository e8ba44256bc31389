import {abortOn} from '../core/batch/abort-on.ts';
import type {BatchItem, BatchOptions} from '../core/batch/batch.ts';
import type {Batch} from '../core/batch/batch-handle.ts';
import {batchCounts} from '../core/batch/progress.ts';
import type {Engine} from '../core/engines/engine.ts';
import {type AppError, isHopeless, stopsBatch} from '../core/errors.ts';
import {validityWords} from '../core/export/columns.ts';
import type {Trip} from '../core/passport/judge/trip.ts';
import {isUnfit, type TripDay, validityOf} from '../core/passport/judge/validity.ts';
import type {CalendarDay} from '../core/passport/model/passport.ts';
import type {Outcome, PassportRecord} from '../core/records/record.ts';
import {isoTime} from '../core/records/time.ts';
import {unreadFrom} from '../core/records/unread-record.ts';
import {isProvenIn} from '../core/review/among.ts';
import {doubtfulFields, recordName} from '../session/review/record-view.ts';
import {fileName} from '../text/format.ts';
import {type Language, messages} from '../text/index.ts';
import type {Talk} from './talk.ts';

export type Task = {
	readonly paths: readonly string[];
	/** Of these nothing is told unless they have changed. */
	readonly known: ReadonlySet<string>;
	/** Whose failures those are that are not kept. */
	readonly engine: Pick<Engine, 'id' | 'version'>;
	/** Starts the batch, with one engine or with two. */
	readonly start: (options: Omit<BatchOptions, 'engine'>) => Batch;
	readonly today: CalendarDay;
	readonly trip?: Trip | undefined;
	readonly now: () => Date;
	readonly signal: AbortSignal;
	readonly onRecord: (record: PassportRecord) => void;
};

/** How often the time that is left is told, in pictures. */
const often = 10;

export type AllRead = {
	/** Nothing is left to be read. */
	readonly done: boolean;
	/** How many are still to be read. */
	readonly waiting: number;
	readonly items: readonly BatchItem[];
};

/** Reads pictures and says of each, once, what became of it. */
export async function readAll({say}: Talk, language: Language, task: Task): Promise<AllRead> {
	const text = messages(language);
	const waits = new Set<string>();
	let count = 0;
	const {signal, engine: _, start, ...reading} = task;
	const all = task.paths.filter(path => !task.known.has(path)).length;
	const batch = start({
		...reading,
		stops: stopsBatch,
		onEvent(event) {
			switch (event.type) {
				case 'settled':
				case 'finished': {
					// What may become another result is not said as one.
					if (event.type === 'finished' && event.provisional) break;
					const {path, outcome} = event.item;
					if (event.type === 'settled' && event.failure) {
						say(text.app.notices.noHelp({file: fileName(path), code: event.failure.code}));
					}
					if (outcome?.from === 'kept' && task.known.has(path)) break;
					const record = outcome && (outcome.kind === 'read' ? outcome.record : unread(outcome, task));
					if (record) task.onRecord(record);
					count++;
					for (const line of outcomeLines(language, event.item, count, Math.max(all, count), {
						today: task.today,
						trip: task.trip,
					}))
						say(line);
					const left = batch.timeLeft();
					if (count % often === 0 && left !== undefined) say(text.plain.left(text.app.seconds(left / 1000)));
					break;
				}
				case 'changed':
					if (event.item.wait && !waits.has(event.item.path)) say(text.app.reading.waitingForService);
					if (event.item.wait) waits.add(event.item.path);
					break;
				case 'unsaved':
					say(`${text.errors.what(event.error.code, event.error.details)} ${text.app.notSaved}`);
					break;
				case 'stopped':
					for (const line of errorLines(language, event.error)) say(line);
			}
		},
	});
	abortOn(signal, batch, owed => say(text.app.question.leaving(owed)));
	await batch.done;
	const done = batch.phase() === 'done';
	const items = batch.items();
	const read = items.flatMap(({outcome}) => (outcome?.kind === 'read' ? [outcome.record] : []));
	const {clean, check, failed} = batchCounts(items, record => isProvenIn(read, record));
	const waiting = items.filter(({state}) => state === 'waiting' || state === 'reading').length;
	if (count > 0) say(text.plain.read(clean, check, failed));
	return {done, waiting, items};
}

/** A picture that failed, for the person to type. */
const unread = (outcome: Extract<Outcome, {kind: 'failed'}>, {engine, now}: Task): PassportRecord | undefined =>
	isHopeless(outcome.failure.code)
		? undefined
		: unreadFrom(outcome, {engine: engine.id, engineVersion: engine.version, failedAt: isoTime(now())});

const errorLines = (language: Language, {code, details}: Pick<AppError, 'code' | 'details'>): readonly string[] => {
	const {errors} = messages(language);
	return [errors.what(code, details), ...errors.next(code, details)];
};

function outcomeLines(
	language: Language,
	{path, outcome}: BatchItem,
	count: number,
	all: number,
	{today, trip}: TripDay,
): readonly string[] {
	const text = messages(language);
	const line = (said: string) => text.plain.line(count, all, fileName(path), said);
	if (outcome?.kind === 'failed') {
		const {code, details} = outcome.failure;
		const step = text.errors.next(code, details)[0];
		// Of a fault of ours the words are what is to be reported.
		const words = code === 'INTERNAL' ? [text.errors.what(code, details)] : [];
		const why = text.app.problems(code);
		return [
			line(outcome.from === 'kept' ? text.app.reading.failedBefore(why) : why),
			...words,
			...(step === undefined ? [] : [step]),
		];
	}
	if (!outcome) return [];
	const {record} = outcome;
	const validity = validityOf(record.passport, today, trip);
	const unfit = (said: string) => (isUnfit(validity) ? text.plain.and(said, validityWords[validity][language]) : said);
	const kept = (said: string) => (outcome.from === 'kept' ? text.plain.and(unfit(said), text.plain.kept) : unfit(said));
	// What a person has said of it is worth more than what was read.
	const {state} = record.review;
	if (state !== 'unreviewed') return [line(kept(text.plain.and(recordName(record), text.list.states[state])))];
	if (record.passport.status === 'clean') return [line(kept(text.plain.proven(recordName(record))))];
	const fields = doubtfulFields(record).map(key => text.app.fields[key]);
	return [line(kept(text.plain.and(recordName(record), text.app.reading.toLookAt(fields))))];
}
