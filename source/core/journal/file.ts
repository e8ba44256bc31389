import {randomBytes} from 'node:crypto';
import {constants} from 'node:fs';
import {open, readdir, stat, unlink} from 'node:fs/promises';
import {hostname, uptime} from 'node:os';
import {basename, join} from 'node:path';
import {cleanValues} from '../clean-text.ts';
import {AppError} from '../errors.ts';
import {isRunning} from '../running-process.ts';
import {entrySchema, type Header, headerSchema, type JournalEntry, journalVersion} from './entry.ts';

/** Bytes; a journal of 5,000 passports, each edited, is some ten megabytes. */
const largest = 256 * 1024 * 1024;

const pattern = /^batch-\d{14}-(\d+)-[0-9a-f]{8}\.jsonl$/;

/** A name of its own: when it was begun, by which process. */
export const journalName = (now: Date, pid = process.pid): string =>
	`batch-${now.toISOString().replace(/\D/g, '').slice(0, 14)}-${pid}-${randomBytes(4).toString('hex')}.jsonl`;

export type JournalFile = {
	readonly path: string;
	/** When it was last written to, milliseconds since the epoch. */
	readonly changed: number;
};

/** The journals in a folder, the latest first; none when there is no such folder. */
export async function journalsIn(folder: string): Promise<readonly JournalFile[]> {
	const names = (await readdir(folder).catch(() => [])).filter(name => pattern.test(name));
	const files = await Promise.all(
		names.map(async name => {
			const path = join(folder, name);
			const stats = await stat(path).catch(() => undefined);
			return stats?.isFile() ? [{path, changed: stats.mtimeMs}] : [];
		}),
	);
	return files.flat().sort((a, b) => b.changed - a.changed || (a.path < b.path ? 1 : -1));
}

/** A session on another computer writes more often, as long as a person works in it. Milliseconds. */
const longestPause = 600_000;

/** Whether a session that still runs writes it. Process numbers are used again, so the start of the process counts too. */
export async function inUse({path, changed}: JournalFile): Promise<boolean> {
	const by = (await headerOf(path))?.by ?? {pid: Number(pattern.exec(basename(path))?.[1]), host: hostname(), at: ''};
	if (by.pid === process.pid || (!by.started && changed < Date.now() - uptime() * 1000)) return false;
	const runs = await isRunning(by);
	return runs === 'unknown' ? Date.now() - changed < longestPause : runs !== false;
}

/** Bytes that the first line may have: it names the files and folders that were chosen. */
const longestLine = 1024 * 1024;

/** The first line of a journal; undefined where it is none of this version. */
export const headerOf = async (path: string): Promise<Header | undefined> =>
	headerSchema.safeParse(parsed(await firstLine(path))).data;

async function firstLine(path: string): Promise<string> {
	const handle = await openJournal(path).catch(() => undefined);
	try {
		const {buffer, bytesRead = 0} = (await handle?.read({buffer: Buffer.alloc(longestLine), position: 0})) ?? {};
		return buffer?.toString('utf8', 0, bytesRead).split('\n', 1)[0] ?? '';
	} catch {
		return '';
	} finally {
		await handle?.close();
	}
}

const openJournal = (path: string) =>
	open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));

export type Journal =
	| {
			readonly kind: 'journal';
			readonly header: Header;
			readonly entries: readonly JournalEntry[];
			/** What begins with the first line that is not understood; empty where there is none. */
			readonly rest: string;
	  }
	/** Written by another version of this program, with what is in it. */
	| {readonly kind: 'other'; readonly text: string}
	/** With the reason where it cannot be opened or is too large (`TOO_LARGE`), otherwise with what is in it. */
	| {readonly kind: 'broken'; readonly reason?: string; readonly text?: string};

/** What a journal says. A kill may have cut its last line: everything before a broken line counts. Never throws. */
export async function readJournal(path: string): Promise<Journal> {
	const text = await readText(path).catch((error: NodeJS.ErrnoException) => ({reason: error.code ?? String(error)}));
	if (typeof text === 'object') return {kind: 'broken', ...text};
	const [first = '', ...lines] = text.split('\n');
	const head = parsed(first);
	const header = headerSchema.safeParse(head);
	if (!header.success) {
		const {type, version} = (head ?? {}) as {type?: unknown; version?: unknown};
		const isOther = type === 'batch' && typeof version === 'number' && version !== journalVersion;
		return {kind: isOther ? 'other' : 'broken', text};
	}
	const entries: JournalEntry[] = [];
	for (const line of lines) {
		const entry = entrySchema.safeParse(parsed(line));
		if (!entry.success) break;
		entries.push(entry.data);
	}
	return {kind: 'journal', header: header.data, entries, rest: lines.slice(entries.length).join('\n')};
}

async function readText(path: string): Promise<string | {readonly reason: string}> {
	const handle = await openJournal(path);
	try {
		const stats = await handle.stat();
		if (!stats.isFile()) return {reason: 'NOT_A_FILE'};
		return stats.size <= largest ? await handle.readFile('utf8') : {reason: 'TOO_LARGE'};
	} finally {
		await handle.close();
	}
}

/** Members that name files and folders. */
const paths = new Set(['path', 'paths', 'roots', 'add', 'drop']);

function parsed(line: string): unknown {
	try {
		return cleanValues(JSON.parse(line), paths);
	} catch {
		return undefined;
	}
}

/** @throws AppError NOT_WRITABLE {path, reason} */
export async function removeJournal(path: string): Promise<void> {
	try {
		await unlink(path);
	} catch (error) {
		const {code} = error as NodeJS.ErrnoException;
		if (code !== 'ENOENT') throw new AppError('NOT_WRITABLE', {path, reason: code ?? String(error)}, {cause: error});
	}
}
