import {readdir} from 'node:fs/promises';
import {basename, dirname} from 'node:path';
import {sidecarPlaces} from '../records/sidecars/path.ts';

/**
 * The order in which pictures are taken: first those beside which something was kept, so that what costs nothing is
 * there at once. Asks each folder once. Never throws.
 */
export async function reusedFirst(paths: readonly string[]): Promise<readonly string[]> {
	const folders = [...new Set(paths.map(path => dirname(path)))];
	const names = new Map(
		await Promise.all(folders.map(async folder => [folder, new Set(await readdir(folder).catch(() => []))] as const)),
	);
	const hasSidecar = (path: string) =>
		sidecarPlaces(path).some(place => names.get(dirname(path))!.has(basename(place)));
	return [...paths.filter(hasSidecar), ...paths.filter(path => !hasSidecar(path))];
}
