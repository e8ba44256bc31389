import {grouped} from '../grouped.ts';
import type {CalendarDay} from '../passport/model/passport.ts';
import type {PassportRecord} from '../records/record.ts';
import type {ChangedRecord} from '../review/selectors.ts';
import {emptyReview, type ReviewState, type Step} from '../review/state.ts';
import type {EntryCursor, StepEntry} from './entry.ts';
import {standsAt, withDiff} from './record-diff.ts';
import type {Replayed} from './replay.ts';

export type Restored = {
	readonly review: ReviewState;
	/** Decisions that had not reached the files beside the pictures: they are to be kept there now. */
	readonly late: readonly ChangedRecord[];
};

/** A record at each moment of its history; `at`: which of them is now. */
type Line = {readonly moments: readonly PassportRecord[]; readonly at: number};

/**
 * The review as it was left, from the journal and the kept records. The records are the truth about what was decided: a
 * history that does not lead to the record on disk is forgotten. Only what a kill left between the two, a decision
 * that is in the journal and not yet beside the picture, is brought over.
 *
 * @param records Those of the journal that are still kept, in its order.
 */
export function restore(replayed: Replayed, records: readonly PassportRecord[], today: CalendarDay): Restored {
	const {past, future, at} = replayed;
	const steps = [...past, ...future.toReversed()];
	const lines = linesOf(records, steps, past.length);
	const current = records.map(record => {
		const line = lines.get(record.path);
		return line ? line.moments[line.at]! : record;
	});
	const places = new Map(current.map(({path}, index) => [path, index]));
	const here = ({path, field}: EntryCursor) => ({current: places.get(path ?? '') ?? 0, field});
	const taken = new Map<string, number>();
	const skipped = [new Set<string>()];
	const rebuilt = steps.map((entry): Step | undefined => {
		const before = skipped.at(-1)!;
		const dropped = new Set(entry.skipped?.drop);
		const after = entry.skipped
			? new Set(
					[...before].filter(path => !dropped.has(path)).concat(entry.skipped.add.filter(path => places.has(path))),
				)
			: before;
		skipped.push(after);
		const changes = entry.changes.flatMap(({path}) => {
			const line = lines.get(path);
			if (!line) return [];
			const moment = taken.get(path) ?? 0;
			taken.set(path, moment + 1);
			return [{before: line.moments[moment]!, after: line.moments[moment + 1]!}];
		});
		if (changes.length === 0 && !entry.skipped) return undefined;
		return {
			decision: entry.decision,
			changes,
			...(entry.skipped ? {skipped: {before, after}} : {}),
			from: here(entry.from),
			to: here(entry.to),
		};
	});
	const whole = (some: readonly (Step | undefined)[]) => some.filter(step => step !== undefined);
	const empty = emptyReview(today);
	const first = current[0];
	const cursor = at ? here(at) : {current: 0, field: first?.passport.fields[0]?.key ?? empty.field};
	return {
		review: {
			...empty,
			records: current,
			...(first ? cursor : {}),
			skipped: skipped[past.length]!,
			past: whole(rebuilt.slice(0, past.length)),
			future: whole(rebuilt.slice(past.length)).toReversed(),
		},
		late: current.flatMap((record, index) => (record === records[index] ? [] : [{record, before: records[index]!}])),
	};
}

/** The history of each record that leads to it as it is on disk, or that a kill cut off from it. */
function linesOf(
	records: readonly PassportRecord[],
	steps: readonly StepEntry[],
	done: number,
): ReadonlyMap<string, Line> {
	const changesOf = (some: readonly StepEntry[]) =>
		grouped(
			some.flatMap(step => step.changes),
			({path}) => [path],
		);
	const [changes, reached] = [changesOf(steps), changesOf(steps.slice(0, done))];
	const lines = new Map<string, Line>();
	for (const record of records) {
		const own = changes.get(record.path);
		const line = own && lineOf(record, own, reached.get(record.path)?.length ?? 0);
		if (line) lines.set(record.path, line);
	}
	return lines;
}

/** Whether the file of the record was changed outside: no decision of an earlier session is about these values. */
const isChangedOutside = ({passport}: PassportRecord): boolean =>
	passport.issues.some(({code}) => code === 'changed-outside');

function lineOf(record: PassportRecord, changes: StepEntry['changes'], at: number): Line | undefined {
	if (isChangedOutside(record)) return undefined;
	const fits = (moment: number): boolean => {
		const change = changes[Math.min(moment, changes.length - 1)]!;
		return standsAt(record, change.read, moment < changes.length ? change.before : change.after);
	};
	// The nearest to where the journal ends: a kill loses a few, and the same state may be there twice.
	const from = Array.from({length: changes.length + 1}, (_, moment) => moment)
		.sort((a, b) => Math.abs(a - at) - Math.abs(b - at))
		.find(fits);
	if (from === undefined) return undefined;
	const moments: PassportRecord[] = [];
	moments[from] = record;
	for (let moment = from; moment < changes.length; moment++) {
		moments[moment + 1] = withDiff(moments[moment]!, changes[moment]!.after);
	}
	for (let moment = from; moment > 0; moment--) {
		moments[moment - 1] = withDiff(moments[moment]!, changes[moment - 1]!.before);
	}
	return {moments, at};
}
