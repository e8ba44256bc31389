import {resolve} from 'node:path';
import {ask} from '../command-line/ask.ts';
import type {Command} from '../command-line/context.ts';
import {errorLines} from '../command-line/errors.ts';
import {flag, text} from '../command-line/parse.ts';
import {cleanText} from '../core/clean-text.ts';
import {AppError, exitCodes} from '../core/errors.ts';
import {removeJournal} from '../core/journal/file.ts';
import {purgeableJournals} from '../core/journal/purge.ts';
import {personIn} from '../core/records/of-person.ts';
import {findPurgeable, purgeableResults, purge as purgeFiles} from '../core/records/purge.ts';
import {readSidecarFile} from '../core/records/read-json.ts';
import {storedPaths} from '../core/records/result-store.ts';
import {journalFolder, resultsFolder} from '../core/settings/folder.ts';

const hours = {h: 1, d: 24, w: 7 * 24, m: 30 * 24} as const;

/** `30d` and the like in milliseconds. A month is 30 days. */
const duration = (age: string): number =>
	Number(age.slice(0, -1)) * hours[age.at(-1) as keyof typeof hours] * 3_600_000;

/** The pictures whose results are to be deleted. */
async function picturesOf(files: readonly string[], person: string): Promise<ReadonlySet<string>> {
	const pictures = new Set<string>();
	for (const path of files) {
		const sidecar = await readSidecarFile(path);
		if (!sidecar) continue;
		for (const picture of [...personIn(path, sidecar, person).pictures, ...storedPaths(sidecar)])
			pictures.add(resolve(picture));
	}
	return pictures;
}

/** `purge`: deletes results that this program kept, and what it noted of sessions with these pictures. What the original skill or another program wrote stays. */
export const purge: Command = async context => {
	const {args, messages, now, say, warn} = context;
	const folder = text(args, 'dir') ?? '.';
	const age = text(args, 'older-than');
	const person = text(args, 'person');
	const shared: string[] = [];
	const options = {
		now: now(),
		...(age === undefined ? {} : {olderThan: duration(age)}),
		...(person === undefined ? {} : {person}),
		onShared: (path: string) => shared.push(path),
	};
	const doomed = await findPurgeable(folder, options);

	const stored = await purgeableResults(resultsFolder(text(args, 'config-dir'), context), folder, options);
	const sessions = journalFolder(text(args, 'config-dir'), context);
	const journals = [
		...(await purgeableJournals(sessions, folder, {
			...options,
			person:
				person === undefined ? undefined : {name: person, pictures: await picturesOf([...doomed, ...stored], person)},
		})),
		// What a kill left of one, of whichever pictures: it is unreadable. There may be no such folder.
		...(person === undefined ? await findPurgeable(sessions, options).catch(() => []) : []),
	];

	const results = [...doomed, ...stored];

	const {purge: words} = messages.commands;
	for (const path of shared) warn(words.shared(cleanText(path)));
	if (results.length + journals.length === 0) {
		say(words.nothing(cleanText(folder)));
		return exitCodes.ok;
	}

	const what = words.what(results.length, cleanText(folder), journals.length);
	if (flag(args, 'dry-run')) {
		for (const path of [...results, ...journals]) context.out(`${cleanText(path)}\n`);
		say(words.would(what));
		return exitCodes.ok;
	}
	if (!flag(args, 'yes')) {
		if (!context.interactive) throw new AppError('USAGE', {problem: 'needs-yes', does: what, for: 'purge'});
		if (!(await ask(context, words.ask(what)))) {
			say(words.left);
			return exitCodes.ok;
		}
	}

	const {deleted, problems} = await purgeFiles(results);
	for (const {code, details} of problems) {
		for (const line of errorLines(code, details, messages)) warn(line);
	}

	for (const path of journals) await removeJournal(path);

	say(words.deleted(deleted.length));
	if (journals.length > 0) say(words.journals(journals.length));
	say(words.disk);
	return problems.length === 0 ? exitCodes.ok : exitCodes.someFailed;
};
