import {join} from 'node:path';
import * as z from 'zod/mini';
import type {CallCount} from '../engines/calls.ts';
import {traitsOf} from '../engines/choice.ts';
import {makeFolder} from '../make-folder.ts';
import {readSmallFile} from '../read-small-file.ts';
import {writeAtomic} from '../records/atomic-write.ts';
import type {Outcome} from '../records/record.ts';

/** What a run asked of a service that charges. */
export type CallReport = CallCount & {
	/** Pictures whose paid answer was kept: no call was needed. */
	readonly saved: number;
};

/** The same of the run before. `at`: when it ended, ISO 8601. */
export type LastCalls = CallReport & {readonly at: string};

/** Whether an outcome was paid for in an earlier run. */
const isSaved = (outcome: Outcome): boolean =>
	outcome.from === 'kept' &&
	(outcome.kind === 'read'
		? traitsOf(outcome.record.engine).paid
		: (outcome.failures?.some(({engine}) => traitsOf(engine).paid) ?? false));

export const savedCalls = (outcomes: readonly Outcome[]): number => outcomes.filter(isSaved).length;

const count = z.number().check(z.int(), z.nonnegative());
const schema = z.object({at: z.string(), made: count, paid: count, perhaps: count, saved: count});

const fileIn = (folder: string): string => join(folder, 'calls.json');

/** The calls of the last run that made some. Never throws. */
export async function readLastCalls(folder: string): Promise<LastCalls | undefined> {
	try {
		const parsed = schema.safeParse(JSON.parse(await readSmallFile(fileIn(folder))));
		return parsed.success ? parsed.data : undefined;
	} catch {
		return undefined;
	}
}

/** Keeps the calls for the next run to say. Never throws: a count that cannot be kept stops nothing. */
export async function keepCalls(folder: string, calls: LastCalls): Promise<void> {
	if (calls.made === 0) return;
	try {
		await makeFolder(folder, 0o700);
		await writeAtomic(fileIn(folder), JSON.stringify(calls), {mode: 0o600, how: 'replace'});
	} catch {
		// It was said already, at the end of the run.
	}
}
