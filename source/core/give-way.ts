import {readdirSync} from 'node:fs';
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
export const giveWay = (): void => lower(() => [0]);

/**
 * Lowers the threads of the program but its first. Called before it starts any, these are V8's, which compile and collect
 * for all: as much for those that read as for the one that answers keys.
 */
export const helpersGiveWay = (): void =>
	lower(() =>
		readdirSync('/proc/self/task')
			.map(Number)
			.filter(thread => thread !== process.pid),
	);

/** @param threads Gives their numbers; 0 is the thread that calls */
function lower(threads: () => readonly number[]): void {
	if (process.platform !== 'linux') return;
	try {
		const priority = Math.min(lowest, getPriority() + levels);
		for (const thread of threads()) setPriority(thread, priority);
	} catch {
		// A sandbox may forbid it, or a thread has ended.
	}
}
