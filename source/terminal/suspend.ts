/** Job control is there: a shell can stop and continue us. */
export const canSuspend = process.platform !== 'win32';

/**
 * Stops this process, and the others of its job as Ctrl-Z in a shell would, with the terminal already given back.
 * @param onContinue called once when it runs again, or when nothing stopped it (no job control around us)
 */
export function suspendProcess(onContinue: () => void): void {
	const listeners = process.listeners('SIGTSTP');
	// While a handler is there the signal does not stop us.
	process.removeAllListeners('SIGTSTP');
	let again = false;
	const resume = () => {
		if (again) return;
		again = true;
		clearTimeout(timer);
		process.off('SIGCONT', resume);
		for (const listener of listeners) process.on('SIGTSTP', listener);
		// The signal of a window that was resized meanwhile went to another program.
		(process.stdout as {_refreshSize?: () => void})._refreshSize?.();
		onContinue();
	};
	process.once('SIGCONT', resume);
	process.kill(0, 'SIGTSTP');
	const timer = setTimeout(resume, 200);
}
