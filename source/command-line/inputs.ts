import {AppError, toAppError} from '../core/errors.ts';
import {isFolder} from '../core/is-folder.ts';
import {inNaturalOrder} from '../core/natural-order.ts';
import {isArchiveName} from '../core/pictures/files/extensions.ts';
import {findPictures} from '../core/pictures/files/find.ts';
import {firstPlaces} from '../core/real-path.ts';
import type {Failure} from '../core/records/record.ts';
import {expandFiles} from './expand-files.ts';

export type Inputs = {
	/** Pictures to read, in natural order of their names within each folder. */
	readonly paths: readonly string[];
	/** What was named and holds nothing to read. */
	readonly failures: readonly Failure[];
};

export type FoundInputs = Inputs & {
	/** What of that is a folder, and not a ZIP file. */
	readonly folders: readonly string[];
	/** Files in the folders that were not opened although pictures may be in them. */
	readonly passedOver: readonly string[];
};

export type Named = {
	readonly files: readonly string[];
	readonly folders: readonly string[];
	/** Either. */
	readonly words: readonly string[];
};

/** A problem under the name of what it is about: a file of a ZIP or a folder inside `named`, or `named` itself. */
const failureOf = (named: string, thrown: unknown): Failure => {
	const {code, details} = toAppError(thrown);
	const path = typeof details.path === 'string' ? details.path : named;
	return {path, code, details: {...details, path}};
};

/**
 * The pictures that a command line names. A file is taken whatever its name. Each one comes once, by the first of its
 * names, also where another one goes through a link.
 */
export async function findInputs({files, folders, words}: Named, signal?: AbortSignal): Promise<FoundInputs> {
	const paths: string[] = [];
	const failures: Failure[] = [];
	const passedOver: string[] = [];
	const below = firstPlaces();
	const addFile = async (path: string) => void ((await below(path)).isNew(path) && paths.push(path));
	const addFolder = async (folder: string) => {
		const {isNewRoot, isNew, isNewUnopened} = await below(folder);
		if (!isNewRoot) return;
		const inside: string[] = [];
		const problems: Failure[] = [];
		const onProblem = (error: AppError) => problems.push(failureOf(folder, error));
		const onPassedOver = (path: string) => void (isNewUnopened(path) && passedOver.push(path));
		const wish = {recursive: true, unpack: true, onProblem, onPassedOver, ...(signal ? {signal} : {})};
		for await (const {path} of findPictures([folder], wish)) {
			inside.push(path);
		}

		if (inside.length === 0 && problems.length === 0) {
			problems.push(failureOf(folder, new AppError('NO_PICTURES', {path: folder})));
		}

		failures.push(...problems);
		for (const path of inNaturalOrder(inside)) if (isNew(path)) paths.push(path);
	};
	const expand = (names: readonly string[]) =>
		expandFiles(names, error => failures.push(failureOf(String(error.details.path), error)));
	for (const file of await expand(files)) await (isArchiveName(file) ? addFolder(file) : addFile(file));
	for (const folder of folders) await addFolder(folder);
	const read = [...folders];
	for (const word of await expand(words)) {
		const isRead = await isFolder(word);
		if (isRead) read.push(word);
		await (isRead || isArchiveName(word) ? addFolder(word) : addFile(word));
	}
	return {paths, failures, folders: read, passedOver: inNaturalOrder(passedOver)};
}
