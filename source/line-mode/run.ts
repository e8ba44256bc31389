import {homedir} from 'node:os';
import {calendarDay} from '../core/calendar-day.ts';
import {cleanLines} from '../core/clean-text.ts';
import {AppError, exitCodes, toAppError} from '../core/errors.ts';
import {ownCommand} from '../core/settings/own-command.ts';
import {isUnread, written} from '../core/standard-output.ts';
import {engineMaker} from '../session/effects/engine-maker.ts';
import {problemLines, problemOf} from '../session/problem.ts';
import type {SessionRequest} from '../session-request.ts';
import {messages} from '../text/index.ts';
import {travel} from './journey.ts';
import {createTalk} from './talk.ts';

/**
 * The guided session in lines on stdin and stdout.
 *
 * @returns the exit code.
 */
export async function runPlain(options: SessionRequest): Promise<number> {
	const {language, configDir, endpoint, mrzAlone} = options;
	const {stdin, stdout, env} = process;
	const keyboard = {clock: () => performance.now(), tooSoon: messages(language).plain.tooSoon};
	const talk = createTalk(
		stdin,
		line => void stdout.write(`${cleanLines(line)}\n`),
		stdin.isTTY ? keyboard : undefined,
	);
	let code: number = exitCodes.ok;
	const now = () => new Date();
	try {
		const session = {
			...options,
			talk,
			today: calendarDay(now()),
			home: homedir(),
			folder: process.cwd(),
			command: ownCommand({script: process.argv[1] ?? '', env, platform: process.platform, configDir}),
			now,
			createEngine: engineMaker({configDir, endpoint, mrzAlone}, env),
		} satisfies Parameters<typeof travel>[0];
		const problem = await travel(session, interrupt => {
			// The first Ctrl-C ends with what is read; what was decided is on disk at any moment.
			process.once('SIGINT', () => {
				code = exitCodes.interrupted;
				interrupt();
				process.once('SIGINT', () => process.exit(code));
			});
			// A closed window: what may have been charged is waited for.
			for (const name of ['SIGTERM', 'SIGHUP'] as const) {
				process.on(name, () => {
					if (code === exitCodes.ok) code = name === 'SIGTERM' ? exitCodes.terminated : exitCodes.hungUp;
					interrupt();
				});
			}
			process.stderr.on('error', interrupt);
			stdout.on('error', (error: NodeJS.ErrnoException) => {
				if (code === exitCodes.ok && !isUnread(error)) {
					code = exitCodes.someFailed;
					const failure = new AppError('NOT_WRITABLE', {path: 'stdout', reason: error.code ?? String(error)});
					for (const line of problemLines(problemOf(failure), messages(language))) {
						process.stderr.write(`${cleanLines(line)}\n`);
					}
				}
				interrupt();
			});
		});
		if (problem && code === exitCodes.ok) code = problem.code === 'INTERNAL' ? exitCodes.bug : exitCodes.someFailed;
	} catch (thrown) {
		for (const line of problemLines(problemOf(thrown), messages(language))) talk.say(line);
		code = toAppError(thrown).kind === 'bug' ? exitCodes.bug : exitCodes.someFailed;
	} finally {
		talk.close();
	}
	await written(stdout);
	return code;
}
