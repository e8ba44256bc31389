import type {BatchItem} from '../core/batch/batch.ts';
import {isTwoEngines} from '../core/engines/choice.ts';
import {isUnfit, validityOf} from '../core/passport/judge/validity.ts';
import {pictureName} from '../session/picture-name.ts';
import {recordName, toCheckText} from '../session/review/record-view.ts';
import type {AppState} from '../session/state.ts';
import {type Language, messages} from '../text/index.ts';

/** True when nothing is read any more, and no second engine is asked. */
export const isOver = ({phase}: AppState['reading']): boolean =>
	phase === 'stopped' || phase === 'cancelled' || phase === 'idle' || phase === 'done';

/** How often the time that is left is said, in pictures. */
const often = 10;

/** Says of each picture, once, what became of it; of those that the review had before only what has changed. */
export function createItemLines(language: Language): (before: AppState, after: AppState) => readonly string[] {
	const text = messages(language);
	let known: ReadonlySet<string> = new Set();
	let said = new Set<string>();
	let waited = new Set<string>();
	/** What this computer has read, where another engine may still change it. */
	let first = new Map<string, BatchItem['outcome']>();
	const mayChange = ({path, outcome}: BatchItem, {engine, reading}: AppState): boolean => {
		if (engine === undefined || !isTwoEngines(engine) || isOver(reading)) return false;
		if (outcome?.kind === 'read' && outcome.record.passport.status === 'clean') return false;
		if (!first.has(path)) first.set(path, outcome);
		return first.get(path) === outcome;
	};
	return (before, after) => {
		if (before.reading.phase === 'starting') {
			known = new Set(before.review.records.map(({path}) => path));
			said = new Set();
			waited = new Set();
			first = new Map();
		}
		const {items, timeLeft} = after.reading;
		const all = items.filter(({path}) => !known.has(path)).length;
		const lines: string[] = [];
		for (const item of items) {
			const {path, outcome, wait} = item;
			if (wait && !waited.has(path)) {
				waited.add(path);
				lines.push(text.app.reading.waitingForService);
			}
			if (!outcome || said.has(path) || (outcome.from === 'kept' && known.has(path))) continue;
			if (mayChange(item, after)) continue;
			said.add(path);
			lines.push(...outcomeLines(language, item, said.size, Math.max(all, said.size), after));
			if (said.size % often === 0 && timeLeft !== undefined)
				lines.push(text.plain.left(text.app.seconds(timeLeft / 1000)));
		}
		return lines;
	};
}

function outcomeLines(
	language: Language,
	{path, outcome}: BatchItem,
	count: number,
	all: number,
	batch: AppState,
): readonly string[] {
	const {today, trip} = batch;
	const text = messages(language);
	const line = (said: string) => text.plain.line(count, all, pictureName(batch, path), said);
	if (outcome?.kind === 'failed') {
		const {code, details} = outcome.failure;
		const step = text.errors.next(code, details)[0];
		// The words of an internal error are what is to be reported.
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
	const unfit = (said: string) => (isUnfit(validity) ? text.plain.and(said, text.exported.validity[validity]) : said);
	const kept = (said: string) => (outcome.from === 'kept' ? text.plain.and(unfit(said), text.plain.kept) : unfit(said));
	// What a person has said of it is worth more than what was read.
	const {state} = record.review;
	if (state !== 'unreviewed') return [line(kept(text.plain.and(recordName(record), text.list.states[state])))];
	if (record.passport.status === 'clean') return [line(kept(text.plain.proven(recordName(record))))];
	const name = recordName(record);
	const said = toCheckText(record, language);
	return [line(kept(said === '' ? name : text.plain.and(name, said)))];
}
