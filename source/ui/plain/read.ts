import {type BatchItem, startBatch} from '../../core/batch/batch.ts';
import {batchCounts} from '../../core/batch/progress.ts';
import type {Engine} from '../../core/engines/engine.ts';
import {type AppError, stopsBatch} from '../../core/errors.ts';
import type {CalendarDay} from '../../core/passport/passport.ts';
import type {PassportRecord} from '../../core/records/record.ts';
import {type Language, messages} from '../../text/index.ts';
import {fileName} from '../format.ts';
import {doubtfulFields, recordName} from '../record-view.ts';
import type {Talk} from './talk.ts';

export type Task = {
	readonly paths: readonly string[];
	readonly engine: Engine;
	readonly today: CalendarDay;
	readonly now: () => Date;
	readonly signal: AbortSignal;
};

/** How often the time that is left is told, in pictures. */
const often = 10;

/** Reads pictures and says of each, once, what became of it. */
export async function readAll({say}: Talk, language: Language, task: Task): Promise<readonly PassportRecord[]> {
	const text = messages(language);
	const waits = new Set<string>();
	let count = 0;
	const batch = startBatch({
		...task,
		stops: stopsBatch,
		onEvent(event) {
			switch (event.type) {
				case 'finished': {
					count++;
					for (const line of outcomeLines(language, event.item, count, task.paths.length)) say(line);
					const left = batch.timeLeft();
					if (count % often === 0 && left !== undefined) say(text.plain.left(text.app.seconds(left / 1000)));
					break;
				}
				case 'changed':
					if (event.item.wait && !waits.has(event.item.path)) say(text.app.reading.waitingForService);
					if (event.item.wait) waits.add(event.item.path);
					break;
				case 'unsaved':
					say(text.app.notices.notSaved({file: fileName(event.path)}));
					break;
				case 'stopped':
					for (const line of errorLines(language, event.error)) say(line);
			}
		},
	});
	const outcomes = await batch.done;
	const {clean, check, failed} = batchCounts(batch.items());
	say(text.plain.read(clean, check, failed));
	return outcomes.flatMap(outcome => (outcome.kind === 'read' ? [outcome.record] : []));
}

const errorLines = (language: Language, {code, details}: Pick<AppError, 'code' | 'details'>): readonly string[] => {
	const {errors} = messages(language);
	return [errors.what(code, details), ...errors.next(code, details)];
};

function outcomeLines(language: Language, {path, outcome}: BatchItem, count: number, all: number): readonly string[] {
	const text = messages(language);
	const line = (said: string) => text.plain.line(count, all, fileName(path), said);
	if (outcome?.kind === 'failed') {
		const {code, details} = outcome.failure;
		const step = text.errors.next(code, details)[0];
		// Of a fault of ours the words are what is to be reported.
		const words = code === 'INTERNAL' ? [text.errors.what(code, details)] : [];
		return [line(text.app.problems(code)), ...words, ...(step === undefined ? [] : [step])];
	}
	if (!outcome) return [];
	const {record} = outcome;
	const kept = outcome.from === 'kept' ? `, ${text.plain.kept}` : '';
	if (record.passport.status === 'clean') return [line(text.plain.proven(recordName(record)) + kept)];
	const fields = doubtfulFields(record).map(key => text.app.fields[key]);
	return [line(`${recordName(record)}, ${text.app.reading.toLookAt(fields)}${kept}`)];
}
