import {existsSync, readdirSync} from 'node:fs';
import {extname} from 'node:path';
import type {Worker} from 'node:worker_threads';
import {startThread} from './offline/runtime/start-thread.ts';

/** Engines that read on this computer what they are asked for. */
const readHere: readonly (string | undefined)[] = [undefined, 'auto', 'both', 'offline'];

/** The last value of an option among words that were not checked yet. */
const lastValue = (words: readonly string[], option: string): string | undefined => {
	const at = words.findLastIndex(word => word === option || word.startsWith(`${option}=`));
	return at < 0 ? undefined : words[at] === option ? words[at + 1] : words[at]!.slice(option.length + 1);
};

/**
 * Whether a word names a picture that seems to have a result beside it, or a folder with some: at the usual of the places in
 * records/sidecars/path.ts, which needs more of Node than may be loaded before the thread starts.
 */
const hasResults = (word: string): boolean => {
	if (existsSync(`${word.slice(0, word.length - extname(word).length)}.json`)) return true;
	try {
		return readdirSync(word).some(name => name.endsWith('.json'));
	} catch {
		return false;
	}
};

/**
 * Starts the first thread for a command line that reads pictures here, before the program is loaded: both take as long. Not
 * where results are kept already: most often there is nothing left to read, and a thread starts later where there is. A
 * command line that is wrong ends it unused.
 *
 * @returns A function that gives the thread once, unless it ended; undefined where nothing is to be read here
 */
export function startEarly(words: readonly string[], file: string): (() => Worker | undefined) | undefined {
	const [command, ...rest] = words;
	const asksHelp = rest.includes('--help') || rest.includes('-h');
	if (command !== 'recognize' || rest.length === 0 || asksHelp) return undefined;
	if (!readHere.includes(lastValue(rest, '--engine'))) return undefined;
	if (!rest.includes('--again') && rest.some(hasResults)) return undefined;
	const purpose = rest.includes('--no-printed') ? 'mrz' : 'page';
	let thread: Worker | undefined = startThread(file, {purpose, givesWay: false});
	thread.unref();
	const drop = () => {
		thread = undefined;
	};
	// Without it, a thread that cannot start would end the program.
	thread.once('error', drop);
	return () => {
		const given = thread?.off('error', drop);
		drop();
		return given?.threadId === -1 ? undefined : given;
	};
}
