import {createHash} from 'node:crypto';
import {type FileHandle, link, open, readFile, rename, stat, unlink} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {AppError} from '../errors.ts';
import {isRunning, type RunningProcess, runningProcess, thisProcess} from '../running-process.ts';
import {temporaryIn, writingError} from './atomic-write.ts';

/** Longer than a call with all its tries: where nothing else says that the holder is gone. Milliseconds. */
const longestCall = 600_000;

/** A claim without a holder that is younger may be one that is being written. Milliseconds. */
const beingWritten = 2000;

/** A file that says who works on something. Only one process has it. */
export type Claim = {
	/** Gives the reserved room on the disk back, for what is written next. Never throws. */
	readonly shrink: () => Promise<void>;
	/** Never throws. */
	readonly release: () => Promise<void>;
};

export type Taken =
	/** `left`: the holder that ended without releasing it. */
	{readonly claim: Claim; readonly left?: RunningProcess} | {readonly holder: RunningProcess | undefined};

/** Where the claim of a picture is, or the lock of a sidecar: hidden, and of a length that any folder takes. */
export const claimPath = (folder: string, what: string, kind: 'claim' | 'lock'): string =>
	join(folder, `.${createHash('sha256').update(what).digest('hex').slice(0, 16)}.passport-ocr.${kind}`);

/**
 * Takes a claim, unless a process has it that still runs. One of a process that has ended, or that is older than any
 * call where that cannot be known, is taken over.
 *
 * @param reserve How many bytes of the disk are held, so that what is written after `shrink` has room.
 * @throws AppError NOT_WRITABLE {path, reason}
 */
export async function takeClaim(path: string, reserve = 0): Promise<Taken> {
	let left: RunningProcess | undefined;
	for (let attempt = 0; attempt < 10; attempt++) {
		const claim = await createClaim(path, reserve);
		if (claim) return left ? {claim, left} : {claim};
		const found = await holderOf(path);
		if (!found) continue;
		if (!found.isGone) return {holder: found.holder};
		if (await removeClaim(path, found.text)) left = found.holder ?? left;
	}
	return {holder: undefined};
}

async function createClaim(path: string, reserve: number): Promise<Claim | undefined> {
	const text = `${JSON.stringify(await thisProcess())}\n`;
	let handle: FileHandle | undefined;
	try {
		handle = await open(path, 'wx', 0o600);
		// Not a hole: only bytes that were written take room.
		await handle.writeFile(reserve > 0 ? Buffer.alloc(reserve, `${text}${' '.repeat(64)}\n`) : text);
		if (reserve > 0) await handle.write(text, 0);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
		if (handle) await unlink(path).catch(() => {});
		throw writingError(dirname(path), error);
	} finally {
		await handle?.close().catch(() => {});
	}
	return {
		async shrink() {
			if (reserve === 0) return;
			const shrinking = await open(path, 'r+').catch(() => undefined);
			await shrinking?.truncate(Buffer.byteLength(text)).catch(() => {});
			await shrinking?.close().catch(() => {});
		},
		release: () => unlink(path).catch(() => {}),
	};
}

type Held = {readonly text: string; readonly holder: RunningProcess | undefined; readonly isGone: boolean};

/** The holder of a claim, and whether that process has ended; undefined when it was released meanwhile. */
async function holderOf(path: string): Promise<Held | undefined> {
	try {
		const [text, {mtimeMs}] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
		const age = Date.now() - mtimeMs;
		const holder = parsed(text.split('\n', 1)[0]!);
		if (!holder) return {text, holder, isGone: age > beingWritten};
		const runs = await isRunning(holder);
		return {text, holder, isGone: typeof runs === 'string' ? age > longestCall : !runs};
	} catch {
		return undefined;
	}
}

function parsed(line: string): RunningProcess | undefined {
	try {
		return runningProcess.safeParse(JSON.parse(line)).data;
	} catch {
		return undefined;
	}
}

/** Removes a claim that holds this text. Another process may have taken it over meanwhile: then it is put back. */
async function removeClaim(path: string, text: string): Promise<boolean> {
	const aside = temporaryIn(dirname(path));
	try {
		await rename(path, aside);
		const isIt = (await readFile(aside, 'utf8')) === text;
		if (!isIt) await link(aside, path).catch(() => {});
		await unlink(aside);
		return isIt;
	} catch {
		return false;
	}
}

/** Whether a claim file's process has ended: then it only says that a call was under way. Never throws. */
export const isAbandoned = async (path: string): Promise<boolean> => (await holderOf(path))?.isGone ?? false;

/** Milliseconds between two looks at a lock, and until a process that holds one is no longer waited for. */
const lockRest = 10;
const longestLock = 10_000;

type LockOptions = {
	/** Milliseconds until a process that holds the lock is no longer waited for. */
	readonly longest?: number;
	/** The job does not run while another process holds the lock. */
	readonly isRequired?: boolean;
};

/**
 * Runs a job while no other process runs one for the same file. After ten seconds, of a process that is stopped for
 * example, or where no lock can be written, it runs without, unless it requires the lock: the job looks at the file itself.
 *
 * @throws AppError NOT_WRITABLE {path, reason: 'LOCKED'} while another process holds a lock that is required
 */
export async function withLock<Result>(
	path: string,
	job: () => Promise<Result>,
	{longest = longestLock, isRequired = false}: LockOptions = {},
): Promise<Result> {
	const lock = claimPath(dirname(path), path.slice(dirname(path).length), 'lock');
	const claim = await waitForLock(lock, longest);
	if (claim === 'held' && isRequired) throw new AppError('NOT_WRITABLE', {path, reason: 'LOCKED'});
	try {
		return await job();
	} finally {
		if (claim !== 'held') await claim?.release();
	}
}

/** Returns undefined where no lock can be written. */
async function waitForLock(lock: string, longest: number): Promise<Claim | 'held' | undefined> {
	const start = performance.now();
	do {
		const taken = await takeClaim(lock).catch(() => undefined);
		if (!taken) return undefined;
		if ('claim' in taken) return taken.claim;
		await new Promise(resolve => setTimeout(resolve, lockRest));
	} while (performance.now() - start < longest);
	return 'held';
}
