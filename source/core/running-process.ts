import {execFile} from 'node:child_process';
import {readFile} from 'node:fs/promises';
import {hostname} from 'node:os';
import {promisify} from 'node:util';
import * as z from 'zod/mini';

/** A process as it is written into a file, for other processes to ask whether it still runs. */
export const runningProcess = z.object({
	pid: z.number(),
	host: z.string(),
	/** Differs for another process of the same number; absent where the system does not say. */
	started: z.optional(z.string()),
	/** When it wrote this, ISO 8601. */
	at: z.string(),
});

export type RunningProcess = z.infer<typeof runningProcess>;

let own: Promise<string | undefined> | undefined;

/** This process, now. */
export async function thisProcess(): Promise<RunningProcess> {
	own ??= lookUp(process.pid).then(found => found?.started);
	const started = await own;
	return {
		pid: process.pid,
		host: hostname(),
		...(started === undefined ? {} : {started}),
		at: new Date().toISOString(),
	};
}

/**
 * Whether a process runs: `unknown` for one of another computer, `perhaps` where one of this number runs and the system
 * does not say whether it is the same. Never throws.
 */
export async function isRunning({pid, host, started}: RunningProcess): Promise<boolean | 'perhaps' | 'unknown'> {
	if (host !== hostname()) return 'unknown';
	if (!isThere(pid)) return false;
	const found = await lookUp(pid);
	if (found?.isZombie) return false;
	return started === undefined || found?.started === undefined ? 'perhaps' : started === found.started;
}

function isThere(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

type Found = {readonly isZombie: boolean; readonly started?: string};

/** Linux says it in /proc, other POSIX systems have `ps`; Windows has neither, and its numbers are used again late. */
async function lookUp(pid: number): Promise<Found | undefined> {
	if (process.platform === 'win32') return undefined;
	return (await inProc(pid)) ?? (await inPs(pid));
}

async function inProc(pid: number): Promise<Found | undefined> {
	try {
		const [stat, boot] = await Promise.all([
			readFile(`/proc/${pid}/stat`, 'utf8'),
			readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
		]);
		// The name in brackets may hold anything; proc(5) numbers what follows from 3: the state, and the start as 22.
		const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
		return {isZombie: fields[0] === 'Z' || fields[0] === 'X', started: `${boot.trim()} ${fields[19]}`};
	} catch {
		return undefined;
	}
}

async function inPs(pid: number): Promise<Found | undefined> {
	try {
		const options = {env: {...process.env, LC_ALL: 'C'}, timeout: 5000};
		const {stdout} = await promisify(execFile)('ps', ['-o', 'state=,lstart=', '-p', String(pid)], options);
		const [, state, started] = /^\s*(\S+)\s+(\S.*\S)\s*$/.exec(stdout) ?? [];
		return state === undefined ? undefined : {isZombie: state.startsWith('Z'), started: started!};
	} catch {
		return undefined;
	}
}
