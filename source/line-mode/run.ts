import {calendarDay} from '../core/calendar-day.ts';
import {createEngine, localEngine, sendsAll, usesAccount} from '../core/engines/choice.ts';
import {exitCodes, toAppError} from '../core/errors.ts';
import type {SessionRequest} from '../session-request.ts';
import {messages} from '../text/index.ts';
import {travel} from './journey.ts';
import {createNotebook} from './notebook.ts';
import {createTalk} from './talk.ts';

/**
 * The guided session in lines on stdin and stdout.
 *
 * @returns the exit code.
 */
export async function runPlain(options: SessionRequest): Promise<number> {
	const {engine, language, demo = false, configDir, endpoint, visual = false} = options;
	const {stdin, stdout, env} = process;
	const controller = new AbortController();
	const keyboard = {clock: () => performance.now(), tooSoon: messages(language).plain.tooSoon};
	const talk = createTalk(stdin, line => void stdout.write(`${line}\n`), stdin.isTTY ? keyboard : undefined);
	let code: number = exitCodes.ok;
	// The first Ctrl-C ends with what is read; what was decided is on disk at any moment.
	process.once('SIGINT', () => {
		code = exitCodes.interrupted;
		controller.abort();
		talk.close();
		process.once('SIGINT', () => process.exit(code));
	});
	const {journalFolder, settingsFolder} = await import('../core/settings/folder.ts');
	const {readSettings, saveSettings} = await import('../core/settings/settings.ts');
	const {loadAccount} = await import('../core/settings/account.ts');
	const folder = settingsFolder(configDir, {env});
	const account = () => loadAccount({configDir, endpoint, env});
	try {
		const {settings} = await readSettings(folder);
		await travel({
			talk,
			language,
			paths: options.paths,
			trip: options.trip,
			resume: options.resume ?? false,
			notebook: createNotebook({
				folder: journalFolder(configDir, {env}),
				today: calendarDay(new Date()),
				now: () => new Date(),
				onProblem(thrown) {
					const {code: problem, details} = toAppError(thrown);
					talk.say(messages(language).errors.what(problem, details));
				},
			}),
			engine: {
				asked: demo ? localEngine : engine,
				chosen: settings.engine,
				named: engine !== undefined && sendsAll(engine) && options.paths.length > 0,
				loadAccount: account,
				keepChoice: async id => void (await saveSettings(folder, {engine: id})),
				keepAccount: async (id, credentials) => void (await saveSettings(folder, {engine: id, credentials})),
			},
			async createEngine(id) {
				return await createEngine(id, {
					...(usesAccount(id) ? await account() : {}),
					visual: visual || (settings.visual === true && !demo),
				});
			},
			now: () => new Date(),
			signal: controller.signal,
		});
	} catch (thrown) {
		const {code: problem, details, kind} = toAppError(thrown);
		if (problem !== 'CANCELLED') {
			const {errors} = messages(language);
			for (const line of [errors.what(problem, details), ...errors.next(problem, details)]) talk.say(line);
			code = kind === 'bug' ? exitCodes.bug : exitCodes.someFailed;
		}
	} finally {
		talk.close();
	}
	return code;
}
