import {setTimeout as sleep} from 'node:timers/promises';
import type {Context} from '../command-line/context.ts';
import {errorText} from '../command-line/errors.ts';
import {keepFor} from '../command-line/keep.ts';
import {texts} from '../command-line/parse.ts';
import {createRetrySchedule} from '../core/batch/retry-schedule.ts';
import {cleanText} from '../core/clean-text.ts';
import type {EngineChoice} from '../core/engines/choice.ts';
import {AppError, exitCodes, toAppError} from '../core/errors.ts';
import {lookingPause, watchFolders} from '../core/pictures/files/watch-folder.ts';
import {namesBelow} from '../core/records/picture-names.ts';
import {lineFormat} from '../output/printer.ts';
import {unopenedName} from '../text/format.ts';
import {readPictures} from './read-pictures.ts';
import {sharedEngines} from './shared-engines.ts';

/** Milliseconds. */
const day = 86_400_000;

/**
 * `recognize --watch`: reads what is in folders, and what arrives in them, until it is stopped; a line a picture, as
 * soon as it is read. What did not reach the service is tried again later; a folder that goes away, or one inside that may
 * not be read, is named, and read once it can be. Ends by itself only when no further picture
 * could be read either: no account, no quota.
 *
 * @throws AppError USAGE without a folder or with a format that has an end; FILE_NOT_FOUND, NOT_READABLE for a folder
 */
export async function watch(context: Context, engine: EngineChoice): Promise<number> {
	const {args, messages, say, signal, warn} = context;
	const folders = [...texts(args, 'dir'), ...args.words];
	if (folders.length === 0) throw new AppError('USAGE', {problem: 'needs', option: '--dir', for: 'recognize'});
	const format = lineFormat(args, '--watch');
	const onPassedOver = (paths: readonly string[]) => say(messages.plain.passedOver(paths.map(unopenedName)));
	const onProblem = ({code, details}: AppError) =>
		warn(messages.commands.recognize.notWatched(errorText(code, details, messages).message));
	const arrivals = watchFolders(folders, {onPassedOver, onProblem});
	const engines = sharedEngines(context);
	const later = createRetrySchedule(context.now);
	const nameOf = namesBelow(folders);
	let kept = Number.NEGATIVE_INFINITY;
	try {
		for (let isFirst = true; ; isFirst = false) {
			const start = performance.now();
			const paths = [...new Set([...(await arrivals(signal)), ...later.due()])];
			if (isFirst) say(messages.commands.recognize.watching(folders.map(cleanText).join(', ')));
			if (paths.length > 0) {
				const task = {paths, failures: [], engine, format, single: false, nameOf} as const;
				const result = await readPictures({...context, createEngine: engines.create}, task);
				if (result.stopped) return result.exitCode;
				const waiting = later.note(result.outcomes);
				if (waiting > 0) say(messages.commands.recognize.triedAgain(waiting));
			}
			// It may run for months.
			if (performance.now() - kept > day) {
				kept = performance.now();
				await keepFor(context, folders, []);
			}
			const took = paths.length > 0 ? 0 : performance.now() - start;
			await sleep(lookingPause(took), undefined, {signal});
		}
	} catch (error) {
		// The signal that ended it says the exit code.
		if (signal.aborted) return exitCodes.ok;
		throw toAppError(error);
	} finally {
		await engines.close();
	}
}
