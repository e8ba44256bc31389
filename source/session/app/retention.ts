import {isFolder} from '../../core/is-folder.ts';
import {shellQuoted} from '../../core/shell-quoted.ts';
import {messages} from '../../text/index.ts';
import {retentionText} from '../../text/retention-text.ts';
import {problemLines} from '../problem.ts';
import type {AppState} from '../state.ts';

/** How long what was read is kept, as the settings offer it; undefined until the user deletes it. */
export const ages: readonly (string | undefined)[] = [undefined, '30d', '90d', '365d'];

/**
 * Deletes what is older than it is to be kept, when a session is over. Never throws.
 *
 * @returns what is said of it.
 */
export async function deleteOld(
	{demo, keep, language, command, review, reading}: AppState,
	{configDir, now}: {readonly configDir?: string | undefined; readonly now: () => Date},
): Promise<readonly string[]> {
	if (keep === undefined || demo) return [];
	const [{ageIn}, {deleteExpired}, {journalFolder, resultsFolder}] = await Promise.all([
		import('../../core/age.ts'),
		import('../../core/journal/retention.ts'),
		import('../../core/settings/folder.ts'),
	]);
	const {env} = process;
	const folders: string[] = [];
	for (const root of reading.roots) if (await isFolder(root)) folders.push(root);
	const retained = await deleteExpired({
		keep: ageIn(keep),
		now: now(),
		folders,
		results: resultsFolder(configDir, {env}),
		journals: journalFolder(configDir, {env}),
		used: new Set(review.records.map(({sha256}) => sha256)),
	}).catch(() => undefined);
	if (!retained) return [];
	const purge = `${command} purge ${folders.map(folder => `--dir ${shellQuoted(folder)} `).join('')}--older-than ${keep}`;
	return [
		...retentionText(retained, keep, purge, messages(language)),
		...retained.problems.flatMap(problem => problemLines(problem, messages(language))),
	];
}
