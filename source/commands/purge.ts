import {resolve} from 'node:path';
import {ask} from '../command-line/ask.ts';
import type {Command} from '../command-line/context.ts';
import {errorLines} from '../command-line/errors.ts';
import {flag, text, texts} from '../command-line/parse.ts';
import {ageIn} from '../core/age.ts';
import {cleanText} from '../core/clean-text.ts';
import {AppError, exitCodes, toAppError} from '../core/errors.ts';
import {removeJournal} from '../core/journal/file.ts';
import {purgeableJournals} from '../core/journal/purge.ts';
import {firstPlaces} from '../core/real-path.ts';
import {readSidecarFile} from '../core/records/json/read-json.ts';
import {personIn} from '../core/records/of-person.ts';
import {findPurgeable, purgeableResults, purge as purgeFiles} from '../core/records/purge.ts';
import {storedPaths} from '../core/records/result-store.ts';
import type {Closed} from '../core/records/sidecars/sidecars-below.ts';
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
	const closed = new Map<string, Closed>();
	const options = {
		now: now(),
		...(age === undefined ? {} : {olderThan: ageIn(age)}),
		...(person === undefined ? {} : {person}),
		onShared: (path: string) => void shared.add(path),
		onClosed: (one: Closed) => void closed.set(resolve(one.path), one),
		onUnread: (one: Closed) => void closed.set(resolve(one.path), one),
	};
	const results = new Set<string>();
	const below = firstPlaces();
	/** Takes from a root only what is in no root before, by whichever names. */
	const search = async (root: string, find: (once: typeof options) => Promise<readonly string[]>) => {
		const {isNew, isNewUnopened} = await below(root);
		const found = await find({
			...options,
			onShared: path => void (isNewUnopened(path) && options.onShared(path)),
			onClosed: one => void (isNewUnopened(one.path) && options.onClosed(one)),
			onUnread: one => void (isNewUnopened(one.path) && options.onUnread(one)),
		});
		return found.filter(isNew);
	};
	for (const folder of folders)
		for (const path of await search(folder, once => findPurgeable(folder, once))) results.add(path);
	const store = resultsFolder(text(args, 'config-dir'), context);
	for (const path of await search(store, once => purgeableResults(store, folders, once))) results.add(path);

	const sessions = journalFolder(text(args, 'config-dir'), context);
	const about = person === undefined ? undefined : {name: person, pictures: await picturesOf([...results], person)};
	const journals = new Set(await purgeableJournals(sessions, folders, {...options, person: about}));
	// What a kill left of one, of whichever pictures: it is unreadable. There may be no such folder.
	const left = await search(sessions, once => findPurgeable(sessions, once)).catch(error => {
		const {code, details} = toAppError(error);
		const reason = String(details.reason);
		if (code !== 'FILE_NOT_FOUND') closed.set(resolve(sessions), {path: sessions, reason, isFolder: true});
		return [];
	});
	for (const path of left) journals.add(path);

	const place = folders.map(cleanText).join(messages.commands.comma);
	const {purge: words} = messages.commands;
	for (const path of shared) warn(words.shared(cleanText(path)));
	for (const one of closed.values()) warn(messages.commands.closed.stays(one));
	const done = closed.size === 0 ? exitCodes.ok : exitCodes.someFailed;
	if (results.size + journals.size === 0) {
		// What cannot be read may well be something that is kept.
		if (closed.size === 0) say(words.nothing(place));
		return done;
	}

	const what = words.what(results.size, place, journals.size);
	if (flag(args, 'dry-run')) {
		for (const path of [...results, ...journals]) context.out(`${cleanText(path)}\n`);
		say(words.would(what));
		return done;
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
	return problems.length === 0 ? done : exitCodes.someFailed;
};
