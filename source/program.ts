import process from 'node:process';
import {commandNames} from './command-line/options.ts';
import {main} from './commands/main.ts';
import type {EngineOptions} from './core/engines/engine.ts';
import {exitCodes} from './core/errors.ts';

/** After the first frame, and the person has something to read. Milliseconds. */
const sessionIsUp = 2000;

/** What came to a result has called what the next one will call; a word that was wrong has not. */
const results: readonly number[] = [exitCodes.ok, exitCodes.someFailed, exitCodes.mustLook];

/**
 * Carries out a command line: a command, or the guided session.
 *
 * @param keepCompiled keeps the code that was compiled up to then, for the next run with the same purpose
 * @param takeThread gives the thread that was started for reading, once
 */
export async function run(
	args: readonly string[],
	keepCompiled: (purpose: string) => void,
	takeThread?: EngineOptions['takeThread'],
): Promise<void> {
	const request = await main(args, async () => (await import('./screen/keys/app-keys.ts')).appKeys, takeThread);
	if (typeof request === 'number') {
		process.exitCode = request;
		const command = commandNames.find(name => name === args[0]);
		const isHelp = args.includes('--help') || args.includes('-h');
		if (command && !isHelp && results.includes(request)) process.once('exit', () => keepCompiled(command));
		return;
	}

	const keepSession = () => keepCompiled('session');
	// A session can last for hours, and V8 forgets functions that are not called again.
	setTimeout(keepSession, sessionIsUp).unref();
	process.once('exit', keepSession);
	if (request.plain) process.exitCode = await (await import('./line-mode/run.ts')).runPlain(request);
	else process.exitCode = await (await import('./screen/run.tsx')).runApp(request);
}
