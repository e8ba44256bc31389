import type {EngineId} from '../core/engines/engine.ts';
import {AppError} from '../core/errors.ts';
import {openBase64} from './base64.ts';
import type {Command, Context} from './context.ts';
import {findInputs, shardOf} from './inputs.ts';
import {text, texts} from './parse.ts';
import {type ReadTask, type ResultFormat, readPictures} from './read-pictures.ts';

/** `auto` and `both` may send pictures away only after a yes; there is no engine yet to which they could. */
const engines: Readonly<Record<string, EngineId>> = {
	auto: 'offline',
	offline: 'offline',
	both: 'offline',
	xiangyun: 'xiangyun',
};

/** The name that stands for a picture that is no file. */
const base64Name = 'base64';

export const recognize: Command = async context => {
	const {args, messages} = context;
	const chosen = text(args, 'engine') ?? 'auto';
	if (chosen === 'both') context.say(messages.commands.recognize.staysOffline);
	const format = (text(args, 'output-format') ?? 'json') as ResultFormat;
	const {exitCode} = await readPictures(context, {...(await findTask(context)), format, engine: engines[chosen]!});
	return exitCode;
};

async function findTask({args, stdin, signal}: Context): Promise<Omit<ReadTask, 'format' | 'engine'>> {
	const {words} = args;
	const encoded = text(args, 'base64');
	if (encoded !== undefined) {
		if (words[0]) throw new AppError('USAGE', {problem: 'conflict', option: '--base64', other: words[0]});
		return {paths: [base64Name], failures: [], single: true, open: path => openBase64(path, encoded, stdin)};
	}

	const named = {files: texts(args, 'file'), folders: texts(args, 'dir'), words};
	const [only, ...others] = [...named.files, ...named.folders, ...named.words];
	if (only === undefined) throw new AppError('USAGE', {problem: 'nothing-named', for: 'recognize'});
	const {paths, failures} = await findInputs(named, signal);
	// A folder is several pictures, even if there is one in it.
	const single = others.length === 0 && named.folders.length === 0 && paths[0] === only;
	return {paths: shardOf(paths, text(args, 'shard')), failures, single};
}
