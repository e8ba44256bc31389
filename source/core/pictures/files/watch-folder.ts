import type {Stats} from 'node:fs';
import {stat} from 'node:fs/promises';
import {dirname} from 'node:path';
import {type AppError, toAppError} from '../../errors.ts';
import {inNaturalOrder} from '../../natural-order.ts';
import {isZipName} from './extensions.ts';
import {findPictures} from './find.ts';

/** The pictures that have arrived since the last look, whole, in natural order of their names. */
export type FolderWatch = (signal: AbortSignal) => Promise<readonly string[]>;

type WatchOptions = {
	/** Also what is in folders inside these; by default. */
	readonly recursive?: boolean;
	/** Whether a picture of the first look, changed last at this time, is only reported once it is replaced. */
	readonly isKnown?: (path: string, mtimeMs: number) => boolean;
	/** Receives the files that are not opened although they may hold pictures, each once. */
	readonly onPassedOver?: (paths: readonly string[]) => void;
	/** Whether such a file of the first look, changed last at this time, was named before. */
	readonly isNamed?: (path: string, mtimeMs: number) => boolean;
	/**
	 * Receives each folder that cannot be listed, once until it can be: one of these that went away, and one inside these
	 * without permission. Without it, later looks say nothing of such a folder.
	 */
	readonly onProblem?: (problem: AppError) => void;
};

/** Milliseconds between two looks at the folders, at least. */
const rest = 1000;

/** Milliseconds to wait after a look that took so long: looking at a large folder takes a tenth of the time at most. */
export const lookingPause = (took: number): number => Math.max(rest, took * 10);

/**
 * Looks at folders again and again: for a picture that comes or is replaced. It is reported once it has not changed
 * between two looks, because a scanner writes a page in pieces. Asking is all that works on every network drive. A ZIP is
 * unpacked beside itself then, and its pictures are found by the next looks; one that cannot be unpacked is reported.
 *
 * The first look throws AppError FILE_NOT_FOUND or NOT_READABLE for a folder, and without `onProblem` also for one inside;
 * one that goes away later may come back.
 * Aborted, a look throws CANCELLED.
 */
export function watchFolders(
	folders: readonly string[],
	{
		recursive = true,
		isKnown = () => false,
		onPassedOver = () => {},
		isNamed = () => false,
		onProblem,
	}: WatchOptions = {},
): FolderWatch {
	let before = new Map<string, string>();
	const told = new Map<string, string>();
	const passedOver = new Set<string>();
	let zips = new Map<string, string>();
	let unlisted: ReadonlySet<string> = new Set();
	let isFirst = true;
	return async signal => {
		const now = new Map<string, string>();
		const unopened: string[] = [];
		const problems = new Map<string, AppError>();
		const options = {
			recursive,
			signal,
			onPassedOver: (path: string) => void unopened.push(path),
			onProblem(error: AppError) {
				const path = String(error.details.path);
				const isInside = !folders.includes(path);
				if (isFirst && !(isInside && onProblem)) throw error;
				// A folder inside that was deleted during the look is no problem.
				if (!isInside || error.code !== 'FILE_NOT_FOUND') problems.set(path, error);
			},
		};
		for await (const {path} of findPictures(folders, options)) {
			const stats = await stat(path).catch(() => undefined);
			const mark = markOf(stats);
			now.set(path, mark);
			if (isFirst && stats && isKnown(path, stats.mtimeMs)) told.set(path, mark);
		}
		for (const [path, error] of problems) if (!unlisted.has(path)) onProblem?.(error);
		unlisted = new Set(problems.keys());
		const fresh: string[] = [];
		const zipsNow = new Map<string, string>();
		for (const path of unopened) {
			if (passedOver.has(path)) continue;
			// A ZIP that is being copied has no list of its files yet, and is found when it is whole.
			const zip = isFirst || !isZipName(path) ? undefined : await stat(path).catch(() => undefined);
			if (zip) {
				zipsNow.set(path, markOf(zip));
				if (zip.size === 0 || zips.get(path) !== markOf(zip)) continue;
			}
			passedOver.add(path);
			const stats = isFirst ? await statsOf(path) : undefined;
			if (!stats || !isNamed(path, stats.mtimeMs)) fresh.push(path);
		}
		if (fresh.length > 0) onPassedOver(inNaturalOrder(fresh));
		zips = zipsNow;
		isFirst = false;
		const whole = [...now].filter(
			([path, mark]) => mark !== '' && mark === before.get(path) && mark !== told.get(path),
		);
		before = now;
		for (const [path, mark] of whole) told.set(path, mark);
		const arrived: string[] = [];
		for (const [path] of whole) if (!(isZipName(path) && (await isUnpacked(path, signal)))) arrived.push(path);
		return inNaturalOrder(arrived);
	};
}

/** Changes with the file; empty for one that is empty, or gone. */
const markOf = (stats: Stats | undefined): string => (stats && stats.size > 0 ? `${stats.size} ${stats.mtimeMs}` : '');

/** Of a file in a ZIP those of the ZIP. */
const statsOf = async (path: string): Promise<Stats | undefined> =>
	await stat(path).catch(async ({code}: NodeJS.ErrnoException) =>
		code === 'ENOTDIR' ? await statsOf(dirname(path)) : undefined,
	);

/**
 * Unpacks a ZIP, all of it or not; the next look names what was not opened of it. What is wrong with it is said when it
 * is opened as a picture.
 */
async function isUnpacked(path: string, signal: AbortSignal): Promise<boolean> {
	const {unpackZip} = await import('./unzip.ts');
	let isWhole = true;
	try {
		await unpackZip(path, {signal, onProblem: () => (isWhole = false), onPassedOver: () => {}});
	} catch (error) {
		if (toAppError(error).code === 'CANCELLED') throw error;
		return false;
	}
	return isWhole;
}
