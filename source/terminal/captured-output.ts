/** What was printed while the screen was up: the last lines of it, for a log. */
export interface CapturedOutput {
	/** All that is kept, oldest first. */
	text(): string;
	add(text: string): void;
}

const kept = 64 * 1024;

export function captureOutput(): CapturedOutput {
	let text = '';
	return {
		text: () => text,
		add(more) {
			text = (text + more).slice(-kept);
		},
	};
}

/**
 * Sends everything that this process prints (console, warnings, stray writes of libraries) into the log instead of over
 * the screen. Returns what ends it.
 */
export function printBehind(log: CapturedOutput): () => void {
	const restoreStdout = divert(process.stdout, log);
	// Redirected it is not on the screen, and the person wants it where they sent it.
	const restoreStderr = process.stderr.isTTY ? divert(process.stderr, log) : () => {};
	// Node prints warnings past process.stderr, straight to the file descriptor.
	const warningListeners = process.listeners('warning');
	const onWarning = (warning: Error) => log.add(`${warning.stack ?? warning.message}\n`);
	process.removeAllListeners('warning');
	process.on('warning', onWarning);
	return () => {
		restoreStdout();
		restoreStderr();
		process.off('warning', onWarning);
		for (const listener of warningListeners) process.on('warning', listener);
	};
}

function divert(stream: NodeJS.WriteStream, log: CapturedOutput): () => void {
	const own = Object.getOwnPropertyDescriptor(stream, 'write');
	const write = (chunk: string | Uint8Array, encoding?: unknown, done?: unknown): boolean => {
		log.add(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
		const callback = typeof encoding === 'function' ? encoding : done;
		if (typeof callback === 'function') queueMicrotask(() => callback());
		return true;
	};
	stream.write = write as NodeJS.WriteStream['write'];
	return () => {
		if (own) Object.defineProperty(stream, 'write', own);
		else Reflect.deleteProperty(stream, 'write');
	};
}
