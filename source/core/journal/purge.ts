import {isAbsolute} from 'node:path';
import {belowAnyOf, createNamesOf, type NamesOf, someOf} from '../records/names-of-path.ts';
import {isPersonNoted} from '../records/of-person.ts';
import type {Closed} from '../records/sidecars/sidecars-below.ts';
import type {JournalEntry} from './entry.ts';
import {headerOf, type Journal, journalsIn, readJournal} from './file.ts';

export type PurgeOptions = {
	readonly now: Date;
	/** Only what was last written to longer ago than this, in milliseconds. */
	readonly olderThan?: number;
	/** Only what speaks of this person: of these pictures of theirs, wherever they are, or in what was decided. */
	readonly person?: {readonly name: string; readonly pictures: ReadonlySet<string>} | undefined;
	/** Receives what may speak of these pictures or of that person and cannot be read, which stays. */
	readonly onClosed?: (closed: Closed) => void;
};

/** `asked`: notes of what is to be deleted. A reason: why it is not known of what they are. */
type Found = 'asked' | 'other' | {readonly reason: string};

/**
 * The journals that hold something of pictures in these folders, or of a person. Deletes nothing.
 *
 * @param folders By any of their names: pictures are noted by the name under which they were opened.
 */
export async function purgeableJournals(
	folder: string,
	folders: readonly string[],
	{now, olderThan = -Infinity, person, onClosed}: PurgeOptions,
): Promise<readonly string[]> {
	const namesOf = createNamesOf();
	const check = person ? await ofPerson(person, namesOf) : await ofFolders(folders, namesOf);
	const paths: string[] = [];
	for (const {path, changed} of await journalsIn(folder)) {
		if (now.getTime() - changed <= olderThan) continue;
		const found = await check(await readJournal(path), path);
		if (found === 'asked') paths.push(path);
		else if (found !== 'other') onClosed?.({path, reason: found.reason, isFolder: false, isNotes: true});
	}
	return paths;
}

type Check = (journal: Journal, path: string) => Promise<Found>;

/** What a power cut has left: a name, and nothing or zeros behind it. */
const holdsNothing = (text: string): boolean => /^[\0\s]*$/.test(text);

/** Why nothing is known of what could not be read. */
const unread = (reason: string | undefined): Found => (reason === 'ENOENT' ? 'other' : {reason: reason ?? 'DAMAGED'});

async function ofFolders(folders: readonly string[], namesOf: NamesOf): Promise<Check> {
	const isIn = await belowAnyOf(folders, namesOf);
	const names = (await Promise.all(folders.map(namesOf))).flat();
	return async (journal, path) => {
		if (journal.kind === 'other') {
			if (isNamedIn(journal.text, names)) return 'asked';
			const lines = linesOfOther(journal.text);
			if (!lines) return {reason: 'OTHER_VERSION'};
			return (await someOf(lines.flatMap(pathsOfOther), isIn)) ? 'asked' : 'other';
		}
		if (journal.kind === 'broken') {
			const {reason, text} = journal;
			if (text !== undefined && (holdsNothing(text) || isNamedIn(text, names))) return 'asked';
			// What is too large may begin well.
			return (await someOf((await headerOf(path))?.roots ?? [], isIn)) ? 'asked' : unread(reason);
		}
		const {header, entries, rest} = journal;
		const noted = [header.roots, ...entries.map(pathsIn)].flat();
		return (await someOf(noted, isIn)) || isNamedIn(rest, names) ? 'asked' : 'other';
	};
}

/** Whether lines that are cut or damaged name one of these folders, or what is in it. */
const isNamedIn = (text: string, folders: readonly string[]): boolean =>
	folders.some(folder => {
		const name = JSON.stringify(folder).slice(1, -1);
		return ['"', '/', '\\\\'].some(end => text.includes(`"${name}${end}`));
	});

const pathsIn = (entry: JournalEntry): readonly string[] => {
	if (entry.type === 'records') return entry.records.map(({path}) => path);
	if (entry.type === 'step') return entry.changes.map(({path}) => path);
	if (entry.type === 'at') return entry.path === undefined ? [] : [entry.path];
	return entry.type === 'arrived' || entry.type === 'leftOut' ? entry.paths : [];
};

async function ofPerson({name, pictures}: NonNullable<PurgeOptions['person']>, namesOf: NamesOf): Promise<Check> {
	const theirs = new Set<string>();
	for (const picture of pictures) for (const one of await namesOf(picture)) theirs.add(one);
	const isTheirs = async (path: string) => theirs.size > 0 && (await namesOf(path)).some(one => theirs.has(one));
	return async journal => {
		if (journal.kind === 'other') {
			const lines = linesOfOther(journal.text);
			if (!lines) return {reason: 'OTHER_VERSION'};
			// A path with a name in it is no value.
			const isNotedIn = (line: object) =>
				isPersonNoted(
					textsIn(line).filter(text => !isPath(text)),
					name,
				);
			return lines.some(isNotedIn) || (await someOf(lines.flatMap(pathsOfOther), isTheirs)) ? 'asked' : 'other';
		}
		if (journal.kind === 'broken') return holdsNothing(journal.text ?? '?') ? 'other' : unread(journal.reason);
		const {header, entries, rest} = journal;
		const noted = [header.roots, ...entries.map(pathsIn)].flat();
		if (entries.some(entry => isNoted(entry, name)) || (await someOf(noted, isTheirs))) return 'asked';
		// More of this person may be in the lines that are not understood.
		return holdsNothing(rest) ? 'other' : {reason: 'DAMAGED'};
	};
}

function isNoted(entry: JournalEntry, name: string): boolean {
	if (entry.type === 'at') return isPersonNoted(textsIn([entry.draft, entry.typing?.lines]), name);
	if (entry.type !== 'step') return false;
	return entry.changes.some(change => isPersonNoted(textsIn([change.before, change.after]), name));
}

/**
 * The lines of notes that another version wrote, where all of them can be read and the first one says what was chosen;
 * undefined otherwise: then it is not known whose data they have.
 */
function linesOfOther(text: string): readonly object[] | undefined {
	const lines: object[] = [];
	for (const line of text.split('\n').filter(one => one !== '')) {
		const noted = jsonOf(line);
		if (noted === undefined || (lines.length === 0 && !namesRoots(noted))) return undefined;
		lines.push(noted);
	}
	return lines;
}

const namesRoots = (noted: unknown): boolean => {
	const {roots} = noted as {roots?: unknown};
	return Array.isArray(roots) && roots.length > 0 && roots.every(root => isPath(root));
};

const isPath = (text: unknown): text is string => typeof text === 'string' && isAbsolute(text);

/** Every path in it, also where paths are names of members. */
const pathsOfOther = (noted: unknown): readonly string[] => {
	if (typeof noted !== 'object' || noted === null) return isPath(noted) ? [noted] : [];
	const names = Array.isArray(noted) ? [] : Object.keys(noted).filter(isPath);
	return [...names, ...Object.values(noted).flatMap(pathsOfOther)];
};

const jsonOf = (line: string): object | undefined => {
	try {
		const value: unknown = JSON.parse(line);
		return typeof value === 'object' && value !== null ? value : undefined;
	} catch {
		return undefined;
	}
};

/** Every text in what was noted, however deep. */
const textsIn = (noted: unknown): readonly string[] =>
	typeof noted === 'string'
		? [noted]
		: typeof noted === 'object' && noted !== null
			? Object.values(noted).flatMap(textsIn)
			: [];
