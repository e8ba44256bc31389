import process from 'node:process';
import {exitCodes} from '../core/errors.ts';

const codes = {
	SIGINT: exitCodes.interrupted,
	SIGTERM: exitCodes.terminated,
	SIGHUP: exitCodes.hungUp,
} as const;

type Name = keyof typeof codes;

/**
 * The first signal asks the work to end and be printed, the second ends the process at once.
 *
 * @param onFirst Called at once, because a person who pressed Ctrl-C must see that it was heard.
 * @param isService The work ends only when it is stopped: SIGTERM, by which a system stops its services, is a success.
 */
export function listenForSignals(
	onFirst: () => void,
	{isService = false} = {},
): {
	readonly signal: AbortSignal;
	readonly exitCode: () => number | undefined;
	readonly stop: () => void;
} {
	const controller = new AbortController();
	let heard: Name | undefined;
	const listen = (name: Name) => {
		if (heard) process.exit(codes[name]);
		heard = name;
		onFirst();
		controller.abort();
	};
	const names = Object.keys(codes) as Name[];
	for (const name of names) process.on(name, listen);
	return {
		signal: controller.signal,
		exitCode: () => (isService && heard === 'SIGTERM' ? exitCodes.ok : heard && codes[heard]),
		stop: () => {
			for (const name of names) process.off(name, listen);
		},
	};
}
