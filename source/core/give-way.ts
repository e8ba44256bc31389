import {getPriority, setPriority} from 'node:os';

/** How much lower a thread is than the others of the program, of the 40 levels there are. */
const levels = 10;
/** Nothing is lower. */
const lowest = 19;

/** A part of a thread's `workerData`. */
export type WithWay = {
	/** The thread runs when the program's other threads do not want to. */
	readonly givesWay: boolean;
};

/**
 * Lowers the priority of the thread that calls, and of the threads that it starts later. On Linux alone: other systems
 * know a priority of the whole program only.
 */
export function giveWay(): void {
	if (process.platform !== 'linux') return;
	try {
		setPriority(Math.min(lowest, getPriority() + levels));
	} catch {
		// A sandbox may forbid it.
	}
}
