import {resolve} from 'node:path';
import {ask} from '../command-line/ask.ts';
import type {Command} from '../command-line/context.ts';
import {errorLines} from '../command-line/errors.ts';
import {flag, text, texts} from '../command-line/parse.ts';
import {ageIn} from '../core/age.ts';
import {cleanText} from '../core/clean-text.ts';
import {AppError, exitCodes} from '../core/errors.ts';
import {removeJournal} from '../core/journal/file.ts';
import {purgeableJournals} from '../core/journal/purge.ts';
import {readSidecarFile} from '../core/records/json/read-json.ts';
import {personIn} from '../core/records/of-person.ts';
import {findPurgeable, purgeableResults, purge as purgeFiles} from '../core/records/purge.ts';
import {storedPaths} from '../core/records/result-store.ts';
import {journalFolder, resultsFolder} from '../core/settings/folder.ts';

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
	const named = texts(args, 'dir');
	const folders = named.length > 0 ? named : ['.'];
	const age = text(args, 'older-than');
	const person = text(args, 'person');
	const shared = new Set<string>();
	const options = {
		now: now(),
		...(age === undefined ? {} : {olderThan: ageIn(age)}),
		...(person === undefined ? {} : {person}),
		onShared: (path: string) => shared.add(path),
	};
	const results = new Set<string>();
	for (const folder of folders) for (const path of await findPurgeable(folder, options)) results.add(path);
	const store = resultsFolder(text(args, 'config-dir'), context);
	for (const folder of folders) for (const path of await purgeableResults(store, folder, options)) results.add(path);

	const sessions = journalFolder(text(args, 'config-dir'), context);
	const about = person === undefined ? undefined : {name: person, pictures: await picturesOf([...results], person)};
	const journals = new Set<string>();
	for (const folder of folders) {
		for (const path of await purgeableJournals(sessions, folder, {...options, person: about})) journals.add(path);
	}
	// What a kill left of one, of whichever pictures: it is unreadable. There may be no such folder.
	const left = person === undefined ? await findPurgeable(sessions, options).catch(() => []) : [];
	for (const path of left) journals.add(path);

	const place = folders.map(cleanText).join(messages.commands.comma);
	const {purge: words} = messages.commands;
	for (const path of shared) warn(words.shared(cleanText(path)));
	if (results.size + journals.size === 0) {
		say(words.nothing(place));
		return exitCodes.ok;
	}

	const what = words.what(results.size, place, journals.size);
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

	const {deleted, problems} = await purgeFiles([...results]);
	for (const {code, details} of problems) {
		for (const line of errorLines(code, details, messages)) warn(line);
	}

	for (const path of journals) await removeJournal(path);

	say(words.deleted(deleted.length));
	if (journals.size > 0) say(words.journals(journals.size));
	say(words.disk);
	return problems.length === 0 ? exitCodes.ok : exitCodes.someFailed;
};
