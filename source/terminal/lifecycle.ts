import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import {constants} from 'node:os';
import path from 'node:path';
import {canSuspend, suspendProcess} from './suspend.ts';
import type {Terminal} from './terminal.ts';

/** Why the program ends before its time, and the exit code for it (128 + signal; 70 is sysexits' EX_SOFTWARE). */
export type Ending =
	| {readonly reason: 'interrupt'; readonly code: 130}
	| {readonly reason: 'terminated'; readonly code: 143}
	| {readonly reason: 'hungUp'; readonly code: 129}
	/** Another signal that ends a process by itself. */
	| {readonly reason: 'signal'; readonly code: number}
	| {readonly reason: 'failed'; readonly code: 70; readonly error: unknown};

export interface GuardOptions {
	/** The program's own saving. Runs when the terminal is the person's again; has two seconds, or `patience`. */
	readonly save?: (ending: Ending) => void | Promise<void>;
	/** Milliseconds that the saving may take now; undefined for the usual two seconds. */
	readonly patience?: () => number | undefined;
	/** Called at Ctrl-C before anything else. True: the program ends by itself and continues for now. */
	readonly onInterrupt?: () => boolean;
	/** What the person reads on stderr once the screen is left; nothing when undefined. Goes out before the saving. */
	readonly message?: (ending: Ending, logFile: string | undefined) => string | undefined;
	/** What the person reads once the saving is over, or has taken too long; nothing when undefined. */
	readonly messageAfter?: (ending: Ending) => string | undefined;
	/** Where the stack of a failure goes, with what was printed behind the screen. Only the person can read it. */
	readonly logFile?: string;
	/** Ends the process; tests take something milder. */
	readonly exit?: (code: number) => void;
}

export interface Guard {
	/** Ends the program over an error: from Ink's `waitUntilExit`, an error boundary, the effects. */
	fail(error: unknown): void;
	/** The program has ended by itself: leaves the screen and takes all handlers away. */
	release(): void;
}

const saveLimit = 2000;

const hungUp = 129;

/**
 * Ends as a program does that knows nothing of SIGHUP. At its own end Node sets the modes of the terminal, and aborts where
 * that is gone: with a core dump, in which passports are.
 */
function dieOfHangUp(): void {
	process.removeAllListeners('SIGHUP');
	process.kill(process.pid, 'SIGHUP');
}

/** Signals that end a process and can be listened to, besides those with words of their own. */
const others = (
	['SIGQUIT', 'SIGABRT', 'SIGALRM', 'SIGUSR2', 'SIGVTALRM', 'SIGXCPU', 'SIGPWR', 'SIGSYS'] as const
).filter(name => process.platform !== 'win32' && name in constants.signals);

/**
 * Sees to it that the terminal is restored whatever happens: Ctrl-C, a signal that ends a process, an uncaught error, a
 * rejected promise, `process.exit`, Ctrl-Z, a terminal that goes away.
 */
export function guard(terminal: Terminal, options: GuardOptions = {}): Guard {
	const exit =
		options.exit ??
		(code => {
			if (code === hungUp && process.platform !== 'win32') process.once('exit', dieOfHangUp);
			process.exit(code);
		});
	let ending: Ending | undefined;
	let ended = false;

	const finish = (code: number) => {
		if (ended) return;
		ended = true;
		terminal.leave();
		exit(code);
	};
	const end = (next: Ending) => {
		if (ending) {
			// A second Ctrl-C waits for nothing. Whatever else follows (a dead terminal fails with each write) changes nothing.
			if (next.reason === 'interrupt') finish(ending.code);
			return;
		}
		ending = next;
		terminal.leave();
		const logFile = next.reason === 'failed' ? writeLog(options.logFile, next.error, terminal.log.text()) : undefined;
		const message = options.message?.(next, logFile);
		if (message) print(message);
		const over = () => {
			if (ended) return;
			const last = options.messageAfter?.(next);
			if (last) print(last);
			finish(next.code);
		};
		const limit = setTimeout(over, options.patience?.() ?? saveLimit);
		void Promise.resolve()
			.then(() => options.save?.(next))
			.catch(() => {})
			.then(() => {
				clearTimeout(limit);
				over();
			});
	};
	const interrupt = () => {
		if (ending || !options.onInterrupt?.()) end({reason: 'interrupt', code: 130});
	};
	const terminate = () => end({reason: 'terminated', code: 143});
	const hangUp = () => end({reason: 'hungUp', code: hungUp});
	const fail = (error: unknown) => {
		// A terminal that is gone reports itself as a failed write or read.
		if (isGone(error)) hangUp();
		else end({reason: 'failed', code: 70, error});
	};
	const suspend = () => {
		if (!canSuspend || ending) return;
		terminal.leave();
		suspendProcess(() => {
			if (!ending && !released) terminal.enter();
		});
	};
	const stopped = () => {
		// Stopped without asking us first (SIGSTOP): the shell has the terminal in its own modes.
		if (!terminal.entered || ending) return;
		terminal.leave();
		terminal.enter();
	};
	const exiting = () => terminal.leave();

	let released = false;
	const offs = [
		terminal.onInterrupt(interrupt),
		terminal.onGone(hangUp),
		terminal.onSuspend(suspend),
		listen('SIGINT', interrupt),
		listen('SIGTERM', terminate),
		listen('SIGHUP', hangUp),
		...others.map(name => listen(name, () => end({reason: 'signal', code: 128 + constants.signals[name]}))),
		...(canSuspend ? [listen('SIGTSTP', suspend), listen('SIGCONT', stopped)] : []),
		listen('uncaughtException', fail),
		listen('unhandledRejection', fail),
		listen('exit', exiting),
	];

	return {
		fail,
		release() {
			released = true;
			terminal.leave();
			for (const off of offs) off();
		},
	};
}

function listen(event: string, listener: (value: unknown) => void): () => void {
	process.on(event, listener);
	return () => {
		process.off(event, listener);
	};
}

function isGone(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	const {code, syscall} = error as NodeJS.ErrnoException;
	return (code === 'EIO' || code === 'EPIPE') && (syscall === 'read' || syscall === 'write');
}

function print(message: string): void {
	try {
		process.stderr.write(message.endsWith('\n') ? message : `${message}\n`);
	} catch {
		// No terminal is left to show it.
	}
}

function writeLog(file: string | undefined, error: unknown, printed: string): string | undefined {
	if (file === undefined) return undefined;
	const what = error instanceof Error ? (error.stack ?? String(error)) : String(error);
	try {
		// Not recursive: below /proc that never ends.
		if (!existsSync(path.dirname(file))) mkdirSync(path.dirname(file), {mode: 0o700});
		writeFileSync(file, `${new Date().toISOString()}\n${what}\n${printed}`, {mode: 0o600});
		return file;
	} catch {
		return undefined;
	}
}
