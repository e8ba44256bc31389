import {homedir} from 'node:os';
import {join} from 'node:path';
import {calendarDay} from '../core/calendar-day.ts';
import {cleanText} from '../core/clean-text.ts';
import {exitCodes} from '../core/errors.ts';
import {settingsFolder} from '../core/settings/folder.ts';
import {ownCommand} from '../core/settings/own-command.ts';
import {engineMaker} from '../session/effects/engine-maker.ts';
import type {SessionRequest} from '../session-request.ts';
import {printsQuestions} from '../terminal/graphics/answers.ts';
import {applyNoColor, detectCapabilities} from '../terminal/graphics/capabilities.ts';
import {askTmux} from '../terminal/graphics/tmux.ts';
import type {Ending} from '../terminal/lifecycle.ts';
import {backgroundNamed} from './palette.ts';

/** Until the last answer of a call must have come. Milliseconds. */
const longestCall = 70_000;

/**
 * The guided session, until the person leaves. Draws its first frame before it looks at settings, pictures or the
 * network.
 *
 * @returns the exit code.
 */
export async function runApp({keys = {}, ...request}: SessionRequest): Promise<number> {
	const {configDir, endpoint, mrzAlone, brokenFile, resume, plain: _, ...opening} = request;
	const {stdin, stdout, env} = process;
	const {unicode, graphics, colors} = detectCapabilities({stdin, stdout}, env);
	// Before Ink is loaded: chalk reads the environment once.
	applyNoColor(env);
	const [
		{createTerminal},
		{guard},
		{openSession},
		{setOwnKeys},
		{lastWords},
		{messages},
		{reviewCounts},
		{stillToRead},
		{deleteOld},
	] = await Promise.all([
		import('../terminal/terminal.ts'),
		import('../terminal/lifecycle.ts'),
		import('./open-session.tsx'),
		import('./keys/keymap.ts'),
		import('./last-words.ts'),
		import('../text/index.ts'),
		import('../core/review/selectors.ts'),
		import('../session/reading/start.ts'),
		import('../session/app/retention.ts'),
	]);
	const keysProblem = setOwnKeys(keys);
	const terminal = createTerminal({
		stdin,
		stdout,
		asks: !printsQuestions(env.TERM),
		isMultiplexed: Boolean(env.TMUX || env.STY),
		askTmux: env.TMUX ? () => askTmux(env.TMUX_PANE) : undefined,
	});
	/** What could not be kept is tried once more at the end: only then the number is known. */
	const countsLater = (reason: Ending['reason']) =>
		reason !== 'failed' && session.store.state().reading.unsaved.size > 0;
	let isCounted = false;
	const watch = guard(terminal, {
		logFile: join(settingsFolder(configDir, {env}), 'last-failure.txt'),
		onInterrupt: () => session.interrupt(),
		save: ({reason}) => session.close(reason === 'interrupt'),
		patience: () => (session.owed() > 0 ? longestCall : undefined),
		message({reason}, logFile) {
			const owed = reason === 'interrupt' ? 0 : session.owed();
			isCounted = owed === 0 && countsLater(reason);
			return isCounted ? undefined : lastWords(session.store.state(), {failed: reason === 'failed', logFile, owed});
		},
		messageAfter: () => (isCounted ? lastWords(session.store.state(), {failed: false}) : undefined),
	});
	terminal.enter();
	const now = () => new Date();
	const session = openSession({
		terminal,
		opening: {
			...opening,
			today: calendarDay(now()),
			home: homedir(),
			folder: process.cwd(),
			keysProblem,
			command: ownCommand({script: process.argv[1] ?? '', env, platform: process.platform, configDir}),
		},
		ascii: !unicode,
		now,
		createEngine: engineMaker({configDir, endpoint, mrzAlone, givesWay: true}, env),
		configDir,
		endpoint,
		brokenFile,
		colors,
		background: backgroundNamed(env.COLORFGBG),
		manner: graphics === 'none' ? undefined : {graphics, colors},
		resume,
		onError: watch.fail,
	});
	const code = await session.ended;
	watch.release();
	await session.close();
	const state = session.store.state();
	// It has waited for answers since; otherwise Ctrl-C ends it there, with these words.
	if (code === exitCodes.interrupted) {
		process.stderr.write(`${lastWords(state, {failed: false})}\n`);
		return code;
	}
	const {exporting, language: spoken, review} = state;
	// The screen is gone; the path of the file should not be.
	if (exporting.written) {
		const {rows, path} = exporting.written;
		stdout.write(`${messages(spoken).app.done.written(rows, cleanText(path))}\n`);
	}
	for (const line of await deleteOld(state, {configDir, now})) stdout.write(`${cleanText(line)}\n`);
	const {left, total} = reviewCounts(review);
	if (total > 0 && (left > 0 || stillToRead(state) > 0)) {
		stdout.write(`${messages(spoken).list.resume.how(`${state.command} --resume`)}\n`);
	}
	return code;
}
