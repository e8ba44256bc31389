import {existsSync} from 'node:fs';
import process from 'node:process';
import type {Command, Context} from '../command-line/context.ts';
import {withDefaults} from '../command-line/defaults.ts';
import {askedDocuments} from '../command-line/document-options.ts';
import {errorLines} from '../command-line/errors.ts';
import {exitCodeOfError} from '../command-line/exit-code.ts';
import {outputFile} from '../command-line/output-file.ts';
import {type Arguments, flag, parse, text} from '../command-line/parse.ts';
import {listenForSignals} from '../command-line/signals.ts';
import {tripOf} from '../command-line/trip-options.ts';
import {calendarDay} from '../core/calendar-day.ts';
import {cleanLines, cleanText} from '../core/clean-text.ts';
import {debugError} from '../core/debug.ts';
import {isEngineChoice} from '../core/engines/choice.ts';
import type {EngineOptions} from '../core/engines/engine.ts';
import {AppError, exitCodes, toAppError} from '../core/errors.ts';
import {settingsFolder} from '../core/settings/folder.ts';
import {resolveSettings} from '../core/settings/resolve.ts';
import type {LoadedSettings} from '../core/settings/settings.ts';
import {checkWrites, written} from '../core/standard-output.ts';
import type {SessionRequest} from '../session-request.ts';
import {isLanguage, type Language, messages as messagesOf} from '../text/index.ts';

const say = (line: string) => void process.stderr.write(`${cleanLines(line)}\n`);

/** Each command is loaded when it is asked for. */
const loaders: Readonly<Record<Exclude<Arguments['command'], ''>, () => Promise<Command>>> = {
	recognize: async () => (await import('./recognize.ts')).recognize,
	export: async () => (await import('./export.ts')).exportRows,
	validate: async () => (await import('./validate.ts')).validate,
	config: async () => (await import('./config.ts')).config,
	demo: async () => (await import('./demo.ts')).demo,
	purge: async () => (await import('./purge.ts')).purge,
	schema: async () => (await import('./schema.ts')).schema,
	skill: async () => (await import('./skill.ts')).skill,
	mcp: async () => (await import('./mcp.ts')).mcp,
	completion: async () => (await import('./completion.ts')).completion,
};

/** Reading can take hours: the first Ctrl-C ends it with the results so far. Everything else just ends. */
const long: readonly string[] = ['', 'recognize', 'demo', 'mcp'];

/**
 * Carries out a command line.
 *
 * @param appKeys loads the app's table of keys
 * @param takeThread gives the thread that was started for reading, once
 * @returns the exit code, or what the guided session is to open with.
 */
export async function main(
	argv: readonly string[],
	appKeys: Context['appKeys'],
	takeThread?: EngineOptions['takeThread'],
): Promise<number | SessionRequest> {
	const {env, stdout} = process;
	const flags = {language: flaggedLanguage(argv)};
	let language = resolveSettings(flags, env, {}).language.value;
	let command = '';
	const output = watchOutput(error => sayThrown(error, language, command));
	try {
		const args = parse(argv, existsSync);
		command = args.command;
		// Ink and what it loads read the variable.
		if (flag(args, 'no-color')) env.NO_COLOR = '1';
		if (flag(args, 'help')) {
			const {help} = await import('../command-line/help.ts');
			stdout.write(help(args.command, messagesOf(language), windowWidth(stdout.columns ?? Number(env.COLUMNS))));
			return exitCodes.ok;
		}

		const {settings, brokenFile, path = '', unfit = []} = await storedSettings(args);
		language = resolveSettings(flags, env, settings).language.value;
		if (brokenFile !== undefined) say(messagesOf(language).commands.config.brokenFile(brokenFile));
		if (unfit.length > 0) say(messagesOf(language).commands.config.unfitSettings(cleanText(path), unfit.join(', ')));
		const result = await carryOut(withDefaults(args, settings), language, output, {appKeys, takeThread});
		// The session has its own way to end.
		if (typeof result !== 'number') output.stop();
		// The screen covers what was said before it.
		if (typeof result === 'number') return result;
		return {...result, keys: settings.keys, brokenFile};
	} catch (thrown) {
		return sayThrown(thrown, language, command);
	}
}

/** Cells that help may take in a line: those of the window, within what can be read. */
const windowWidth = (columns: number): number => (columns > 0 ? Math.min(Math.max(columns, 40), 120) : 80);

/** Says an error, never with a stack: that is for NODE_DEBUG=passport-ocr. Returns the exit code. */
function sayThrown(thrown: unknown, language: Language, command: string): number {
	const error = toAppError(thrown);
	if (error.kind === 'bug') debugError(error.cause instanceof Error ? error.cause : error);
	// The command whose help has the option: not every place that checks a value knows it.
	const details = error.code === 'USAGE' ? {for: command, ...error.details} : error.details;
	for (const line of errorLines(error.code, details, messagesOf(language))) say(line);
	return exitCodeOfError(error.code);
}

/** Read from the bare words, because it is needed to say what is wrong with them. */
function flaggedLanguage(argv: readonly string[]): Language | undefined {
	const at = argv.findIndex(word => word === '--lang' || word.startsWith('--lang='));
	const word = argv[at]?.startsWith('--lang=') ? argv[at].slice('--lang='.length) : argv[at + 1];
	return at !== -1 && isLanguage(word) ? word : undefined;
}

/** For the language; settings that may not be read are the matter of `config`. */
async function storedSettings(args: Arguments): Promise<Pick<LoadedSettings, 'settings'> & Partial<LoadedSettings>> {
	const {readSettings} = await import('../core/settings/settings.ts');
	return await readSettings(settingsFolder(text(args, 'config-dir'), process)).catch(() => ({settings: {}}));
}

async function carryOut(
	args: Arguments,
	language: Language,
	output: Output,
	{appKeys, takeThread}: Pick<Context, 'appKeys'> & Pick<EngineOptions, 'takeThread'>,
): Promise<number | SessionRequest> {
	const [word] = args.words;
	if (flag(args, 'resume') && word !== undefined) {
		throw new AppError('USAGE', {problem: 'extra-argument', command: '--resume', value: word, for: ''});
	}
	const endpoint = text(args, 'endpoint');
	// A server that is named must be valid, also where nothing is sent.
	if (endpoint !== undefined) (await import('../core/engines/choice.ts')).account.destination(endpoint);
	const {env, stdin, stdout, stderr} = process;
	const hasPerson = stdin.isTTY && env.TERM !== 'dumb' && !flag(args, 'no-input');
	const canShowScreen = Boolean(hasPerson && stdout.isTTY);
	// Commands ask on standard error: the results may go to a file meanwhile.
	const canPrompt = Boolean(hasPerson && stderr.isTTY);
	const guided = args.command === '' || args.command === 'demo';
	// A dumb terminal, such as a shell inside Emacs, shows lines. The demo must not wait in one: programs run it there.
	const isDumb = args.command === '' && env.TERM === 'dumb' && stdin.isTTY && stdout.isTTY;
	// Asked for outright it takes its answers from a pipe as well.
	const plain = guided && (flag(args, 'plain') || isDumb) && !flag(args, 'no-input');
	if (guided && (canShowScreen || plain)) {
		return {...(await session(args, language)), plain: plain || env.INK_SCREEN_READER === 'true'};
	}

	// Without a terminal the guided session is what it would have done first.
	const command = args.command === '' ? 'recognize' : args.command;
	if (args.command === '' && args.words.length === 0) throw new AppError('USAGE', {problem: 'no-terminal'});
	const run = await loaders[command]();
	const file = await outputFile(args);
	const messages = messagesOf(language);
	const sayUnlessQuiet = flag(args, 'quiet') ? () => {} : say;
	const signals = long.includes(args.command)
		? listenForSignals(() => say(messages.commands.recognize.stopping), {isService: flag(args, 'watch')})
		: undefined;
	if (signals) output.hand(signals.outputFailed);
	process.once('uncaughtException', error => process.exit(sayThrown(error, language, args.command)));
	try {
		const exitCode = await run({
			args: file?.args ?? args,
			env,
			language,
			messages,
			interactive: canPrompt,
			stdin,
			out: file?.out ?? (content => void stdout.write(content)),
			say: sayUnlessQuiet,
			warn: say,
			signal: signals?.signal ?? new AbortController().signal,
			now: () => new Date(),
			appKeys,
			createEngine: async (id, account) =>
				(await import('../core/engines/choice.ts')).createEngine(id, {
					mrzAlone: flag(args, 'no-printed'),
					takeThread,
					...account,
				}),
		});
		if (await file?.write(content => void stdout.write(content)))
			sayUnlessQuiet(messages.commands.skill.written(file!.path));
		await written(stdout);
		return signals?.exitCode() ?? exitCode;
	} finally {
		signals?.stop();
	}
}

async function session(args: Arguments, language: Language): Promise<SessionRequest> {
	const demo = args.command === 'demo';
	const engine = text(args, 'engine');
	return {
		paths: demo ? [await (await import('./demo.ts')).prepareDemo()] : args.words,
		language,
		demo,
		resume: flag(args, 'resume'),
		watch: flag(args, 'watch'),
		engine: isEngineChoice(engine) ? engine : undefined,
		mrzAlone: flag(args, 'no-printed'),
		documents: askedDocuments(args),
		trip: tripOf(args, calendarDay(new Date())),
		keep: text(args, 'keep'),
		configDir: text(args, 'config-dir'),
		endpoint: text(args, 'endpoint'),
	};
}

type Output = {
	/** Says whether a failure is still to be said; the command ends by itself. Without it the process ends at once. */
	readonly hand: (failed: (error: NodeJS.ErrnoException) => boolean) => void;
	readonly stop: () => void;
};

/** `recognize | head`: the reader of the output may stop at any time, and a disk may be full. */
function watchOutput(sayError: (error: AppError) => number): Output {
	let handle: ((error: NodeJS.ErrnoException) => boolean) | undefined;
	const streams = [
		[process.stdout, 'stdout'],
		[process.stderr, 'stderr'],
	] as const;
	const listeners = streams.map(([stream, name]) => {
		checkWrites(stream);
		const listener = (error: NodeJS.ErrnoException) => {
			const failure = new AppError('NOT_WRITABLE', {path: name, reason: error.code ?? String(error)}, {cause: error});
			if (!handle) {
				if (error.code === 'EPIPE') process.exit();
				process.exit(name === 'stderr' ? exitCodes.someFailed : sayError(failure));
			}
			if (handle(error) && name === 'stdout') sayError(failure);
		};
		stream.on('error', listener);
		return () => stream.off('error', listener);
	});
	return {
		hand(failed) {
			handle = failed;
		},
		stop() {
			for (const off of listeners) off();
		},
	};
}
