import {openBase64} from '../command-line/base64.ts';
import type {Command, Context} from '../command-line/context.ts';
import {askedFields} from '../command-line/field-options.ts';
import {findInputs} from '../command-line/inputs.ts';
import {keepFor} from '../command-line/keep.ts';
import {pageRange, pagesInRange} from '../command-line/page-range.ts';
import {flag, text, texts} from '../command-line/parse.ts';
import {readBytes} from '../command-line/read-text.ts';
import {type Shard, shardNamed, shardOf} from '../command-line/shard.ts';
import {tripOf} from '../command-line/trip-options.ts';
import {calendarDay} from '../core/calendar-day.ts';
import type {EngineChoice} from '../core/engines/choice.ts';
import {AppError, toAppError} from '../core/errors.ts';
import {pictureAddress} from '../core/picture-address.ts';
import {downloadPicture, namedAfter, pictureUrl, proxyVariable} from '../core/pictures/files/download.ts';
import {onPage, pictureOf} from '../core/pictures/open.ts';
import type {Picture} from '../core/pictures/picture.ts';
import type {ResultFormat} from '../output/printer.ts';
import {unopenedName} from '../text/format.ts';
import {type ReadTask, readPictures} from './read-pictures.ts';

/** Names of systems for standard input: beside them nothing is kept. */
const standardInputs = /^(?:\/dev\/(?:stdin|fd\/0)|\/proc\/self\/fd\/0)$/;

/** The name of a picture that is no file. */
const base64Name = 'base64';
const stdinName = 'stdin';

export const recognize: Command = async context => {
	const {args} = context;
	const engine = (text(args, 'engine') ?? 'auto') as EngineChoice;
	// A trip or a field that is wrong is said before anything is read.
	tripOf(args, calendarDay(context.now()));
	askedFields(args);
	if (flag(args, 'watch')) return await (await import('./watch.ts')).watch(context, engine);
	if (flag(args, 'stdin-list')) return await (await import('./read-listed.ts')).readListed(context, engine);
	const format = (text(args, 'output-format') ?? 'json') as ResultFormat;
	const asked = text(args, 'shard');
	const shard = asked === undefined ? undefined : shardNamed(asked, context.env);
	const found = partOf(await findTask(context), shard);
	const paths = await pagesInRange(found.paths, pageRange(args), found.open);
	const {exitCode, outcomes} = await readPictures(context, {...found, paths, format, engine});
	if (!context.signal.aborted) await keepFor(context, found.folders, outcomes);
	return exitCode;
};

type Found = Omit<ReadTask, 'format' | 'engine'> & {readonly folders: readonly string[]};

/** A picture that is no file. It is fetched once, however many engines look at it. */
function lone(name: string, open: () => Promise<Picture>): Found {
	let picture: Promise<Picture> | undefined;
	return {
		paths: [name],
		failures: [],
		folders: [],
		single: true,
		open: async path => {
			picture ??= open();
			return onPage({...(await picture), path}, pictureAddress(path).page);
		},
	};
}

/** The picture in a file of text; what is wrong with the file is said under its name. */
async function inFile(path: string, opened: Promise<Picture>): Promise<Found> {
	try {
		const picture = await opened;
		return lone(base64Name, async () => picture);
	} catch (thrown) {
		return lone(path, () => Promise.reject(toAppError(thrown)));
	}
}

async function findTask({args, env, stdin, signal, say, messages}: Context): Promise<Found> {
	const {words} = args;
	const encoded = text(args, 'base64');
	const url = text(args, 'url');
	if ((encoded !== undefined || url !== undefined) && words[0]) {
		const option = encoded === undefined ? '--url' : '--base64';
		throw new AppError('USAGE', {problem: 'conflict', option, other: words[0]});
	}
	if (encoded?.startsWith('@')) return await inFile(encoded.slice(1), openBase64(base64Name, encoded, stdin));
	if (encoded !== undefined) return lone(base64Name, () => openBase64(base64Name, encoded, stdin));
	if (url !== undefined) {
		pictureUrl(url);
		const options = {allowPrivate: flag(args, 'allow-private'), signal, proxy: proxyVariable(env)};
		return lone(namedAfter(url), () => downloadPicture(url, options));
	}

	const all = [...texts(args, 'file'), ...texts(args, 'dir'), ...words];
	const input = words.find(word => word === '-') ?? all.find(word => standardInputs.test(word));
	if (input !== undefined) {
		const other = all.find(word => word !== input);
		if (other !== undefined) throw new AppError('USAGE', {problem: 'conflict', option: input, other});
		return lone(stdinName, async () => pictureOf(stdinName, await readBytes(stdinName, stdin)));
	}

	const named = {files: texts(args, 'file'), folders: texts(args, 'dir'), words};
	const [only, ...others] = [...named.files, ...named.folders, ...named.words];
	if (only === undefined) throw new AppError('USAGE', {problem: 'nothing-named', for: 'recognize'});
	const {paths, failures, folders, passedOver} = await findInputs(named, signal);
	if (passedOver.length > 0) say(messages.plain.passedOver(passedOver.map(unopenedName)));
	// A folder is several pictures, even if there is one in it.
	const single = others.length === 0 && named.folders.length === 0 && paths[0] === only;
	return {paths, failures, folders, single};
}

/** The part of a task that `--shard` asks for. One that is empty is an empty list, also where one picture was named. */
function partOf(found: Found, shard: Shard | undefined): Found {
	const paths = shardOf(found.paths, shard);
	return {...found, paths, single: found.single && paths.length > 0};
}
