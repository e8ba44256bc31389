import {packagePath} from '../../package-root.ts';
import {inTwoThreads} from '../../two-threads.ts';
import {type FoundSidecar, readFound, type SidecarFile, sidecarFilesBelow} from './sidecars-below.ts';
import {type UsualQuestion, type UsualRecord, usualRecords} from './usual-sidecars.ts';

export type FoundRecord =
	| FoundSidecar
	/** A usual sidecar: of one passport, under the name of its picture, which has not changed since. */
	| ({readonly path: string; readonly kind: 'record'} & UsualRecord);

/** Files of a part: what is read of a few is collected while it is young, which takes V8 a fraction of the time. */
const filesOfPart = 64;

/** A folder with fewer parts is read before another thread has started. */
const partsAhead = 24;

type Options = {
	/** The places on the pictures are asked for, too. */
	readonly withPlaces?: boolean | undefined;
	/** The file that the other thread runs. */
	readonly thread?: string;
};

/**
 * The same as `sidecarsBelow`, in the same order, of long folders by two threads.
 *
 * @throws AppError FILE_NOT_FOUND, NOT_READABLE
 */
export async function* recordsBelow(
	folder: string,
	{withPlaces = false, thread = packagePath('dist', 'usual-worker.js')}: Options = {},
): AsyncGenerator<FoundRecord> {
	const work = {
		parts: partsOf(sidecarFilesBelow(folder)),
		thread,
		// Any other file is read by the thread that knows what to do with it.
		question: (files: readonly SidecarFile[]): UsualQuestion => ({
			paths: files.map(({path, kind}) => (kind === 'sidecar' ? path : '')),
			withPlaces,
		}),
		here: (files: readonly SidecarFile[]): readonly FoundRecord[] => [...readNow(files)],
		name: 'records',
		ahead: partsAhead,
		youngMegabytes: 12,
	};
	for await (const done of inTwoThreads<readonly SidecarFile[], readonly FoundRecord[], string>(work)) {
		yield* 'there' in done ? answered(done.part, done.there) : done.here;
	}
}

async function* partsOf(files: AsyncIterable<SidecarFile>): AsyncGenerator<readonly SidecarFile[]> {
	let some: SidecarFile[] = [];
	for await (const file of files) {
		some.push(file);
		if (some.length < filesOfPart) continue;
		yield some;
		some = [];
	}
	if (some.length > 0) yield some;
}

function* readNow(files: readonly SidecarFile[]): Iterable<FoundRecord> {
	for (const file of files) {
		const found = readFound(file);
		if (found) yield found;
	}
}

function* answered(files: readonly SidecarFile[], answer: string): Iterable<FoundRecord> {
	let index = 0;
	for (const usual of usualRecords(answer)) {
		const file = files[index++]!;
		if (usual) yield {path: file.path, kind: 'record', ...usual};
		else yield* readNow([file]);
	}
}
