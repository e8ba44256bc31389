import {ageIn} from '../core/age.ts';
import {cleanText} from '../core/clean-text.ts';
import {deleteExpired} from '../core/journal/retention.ts';
import type {Outcome} from '../core/records/record.ts';
import {journalFolder, resultsFolder} from '../core/settings/folder.ts';
import {shellQuoted} from '../core/shell-quoted.ts';
import {retentionText} from '../text/retention-text.ts';
import type {Context} from './context.ts';
import {errorLines} from './errors.ts';
import {text} from './parse.ts';

/**
 * `--keep`: deletes what has not changed for longer, and says so.
 *
 * @param folders That were read.
 * @param outcomes Of the pictures that were read: what is kept of them stays.
 */
export async function keepFor(
	{args, env, messages, now, say, warn}: Context,
	folders: readonly string[],
	outcomes: readonly Outcome[],
): Promise<void> {
	const age = text(args, 'keep');
	if (age === undefined) return;
	const config = text(args, 'config-dir');
	const retained = await deleteExpired({
		keep: ageIn(age),
		now: now(),
		folders,
		results: resultsFolder(config, {env}),
		journals: journalFolder(config, {env}),
		used: contentsOf(outcomes),
	});
	const command = `passport-ocr-tui purge ${folders.map(folder => `--dir ${shellQuoted(folder)} `).join('')}--older-than ${age}`;
	for (const line of retentionText(retained, age, command, messages)) say(cleanText(line));
	for (const {code, details} of retained.problems) for (const line of errorLines(code, details, messages)) warn(line);
}

const contentsOf = (outcomes: readonly Outcome[]): ReadonlySet<string> =>
	new Set(
		outcomes.flatMap(outcome => {
			const sha256 = outcome.kind === 'read' ? outcome.record.sha256 : outcome.sha256;
			return sha256 === undefined ? [] : [sha256];
		}),
	);
