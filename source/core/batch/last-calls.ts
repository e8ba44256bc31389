import {join} from 'node:path';
import * as z from 'zod/mini';
import {makeFolder} from '../make-folder.ts';
import {readSmallFile} from '../read-small-file.ts';
import {writeAtomic} from '../records/atomic-write.ts';
import type {LastCalls} from './call-report.ts';

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
