import {dirname, resolve} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {isFolder} from '../../core/is-folder.ts';
import {byRealPath, placesBelow} from '../../core/real-path.ts';
import {isBelow} from '../../core/records/is-below.ts';
import type {RunnerOptions} from '../effects/runner.ts';
import {problemOf} from '../problem.ts';

type Watched = {
	/** Files and folders of the batch: folders are watched with all below them, of files the folder they are in. */
	readonly roots: readonly string[];
	readonly inBatch: ReadonlySet<string>;
	/** Files that are not opened, as the batch has named them. */
	readonly named: ReadonlySet<string>;
	/** When the batch began, milliseconds since the epoch: a picture that was written since may be read in part. */
	readonly since: number;
};

/** Reports the pictures that come into the folders of a batch, once they are whole. */
export function createWatchEffects({send}: Pick<RunnerOptions, 'send'>) {
	let abort = new AbortController();
	const stop = () => {
		abort.abort();
		abort = new AbortController();
	};
	return {
		stop,
		async start({roots, inBatch, named, since}: Watched): Promise<void> {
			stop();
			const {signal} = abort;
			try {
				const {lookingPause, watchFolders} = await import('../../core/pictures/files/watch-folder.ts');
				const folders: string[] = [];
				const files: string[] = [];
				for (const root of roots.map(one => resolve(one))) ((await isFolder(root)) ? folders : files).push(root);
				const ofFolders = [...(await byRealPath(folders)).keys()].map(isBelow);
				const parents = [...(await byRealPath([...new Set(files.map(file => dirname(file)))]))].flatMap(
					([real, parent]) => (ofFolders.some(isOf => isOf(real)) ? [] : [parent]),
				);
				// The batch has a picture by the first of its names, which may be a link to one in a folder.
				const chosen = folders.length === 0 ? new Map() : await byRealPath(files);
				const places = await Promise.all(folders.map(placesBelow));
				const isInBatch = (path: string) => inBatch.has(path) || places.some(placeOf => chosen.has(placeOf(path)));
				const onPassedOver = (paths: readonly string[]) => send({type: 'passedOver', paths});
				const wasThere = (_: string, changed: number) => changed < since;
				const looks = [
					watchFolders(folders, {
						isKnown: (path, changed) => changed < since && isInBatch(path),
						onPassedOver,
						isNamed: path => named.has(path),
					}),
					// Of what was there before the batch the person has chosen some.
					watchFolders(parents, {recursive: false, isKnown: wasThere, onPassedOver, isNamed: wasThere}),
				];
				for (;;) {
					const start = performance.now();
					const paths: string[] = [];
					for (const look of looks) paths.push(...(await look(signal)));
					if (signal.aborted) return;
					if (paths.length > 0) send({type: 'arrived', paths});
					await sleep(lookingPause(performance.now() - start), undefined, {signal});
				}
			} catch (thrown) {
				if (!signal.aborted) send({type: 'watchFailed', problem: problemOf(thrown)});
			}
		},
	};
}
