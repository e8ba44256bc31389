import {constants} from 'node:os';
import process from 'node:process';
import {exitCodes} from '../core/errors.ts';
import {isUnread} from '../core/standard-output.ts';

/** What ends a process and can be listened to. A closed window sends SIGHUP, a system that shuts down SIGTERM and SIGHUP. */
const names = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGABRT', 'SIGALRM'] as const;

type Name = (typeof names)[number];

const codeOf = (name: Name): number => 128 + constants.signals[name];

export type Signals = {
	readonly signal: AbortSignal;
	readonly exitCode: () => number | undefined;
	/** Output cannot be written: the work ends as with a signal. Returns whether anything is still to be said. */
	readonly outputFailed: (error: NodeJS.ErrnoException) => boolean;
	readonly stop: () => void;
};

/**
 * The first signal asks the work to end and be printed; a second Ctrl-C, or the same signal again, ends the process at
 * once. SIGHUP never does: it often follows another one, and answers may be waited for that were paid for.
 *
 * @param onFirst Called at once, because a person who pressed Ctrl-C must see that it was heard.
 * @param isService The work ends only when it is stopped: SIGTERM, by which a system stops its services, is a success.
 */
export function listenForSignals(onFirst: () => void, {isService = false} = {}): Signals {
	const controller = new AbortController();
	let heard: Name | undefined;
	let failed: NodeJS.ErrnoException | undefined;
	const listen = (name: Name) => {
		if (heard) {
			if (name === 'SIGINT' || (name === heard && name !== 'SIGHUP')) process.exit(codeOf(name));
			return;
		}
		heard = name;
		if (name !== 'SIGHUP') onFirst();
		controller.abort();
	};
	for (const name of names) process.on(name, listen);
	return {
		signal: controller.signal,
		exitCode() {
			if (heard) return isService && heard === 'SIGTERM' ? exitCodes.ok : codeOf(heard);
			if (!failed) return undefined;
			return isUnread(failed) ? exitCodes.ok : exitCodes.someFailed;
		},
		outputFailed(error) {
			const isFirst = !failed;
			failed ??= error;
			controller.abort();
			return isFirst && !isUnread(error);
		},
		stop() {
			for (const name of names) process.off(name, listen);
		},
	};
}
