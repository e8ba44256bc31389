import {createHash} from 'node:crypto';
import {readdir, readFile} from 'node:fs/promises';
import {basename, dirname, extname, join} from 'node:path';
import {fileOf, partOf} from '../../picture-address.ts';
import type {Sidecar} from '../json/from-json.ts';
import {eachIn} from './entries.ts';
import {sidecarPlaces} from './path.ts';

/**
 * Returns every entry of a sidecar. Where the picture was renamed together with the sidecar, which still holds the old
 * name, the entries name the picture as it is called now.
 *
 * @param path Of the sidecar.
 */
export async function underNewName(path: string, sidecar: Sidecar): Promise<readonly Sidecar[]> {
	const entries = eachIn(sidecar);
	if ((sidecar.kind !== 'ours' && sidecar.kind !== 'failed') || sidecar.source === undefined) return entries;
	const name = await newName(path, fileOf(sidecar.source), sidecar.sha256);
	if (name === undefined) return entries;
	return entries.map(one =>
		(one.kind === 'ours' || one.kind === 'failed') && one.source !== undefined
			? {...one, source: `${name}${partOf(one.source)}`}
			: one,
	);
}

/** The file of the sidecar's name that has this content; undefined where the sidecar names its own picture, or none has. */
async function newName(sidecar: string, source: string, sha256: string): Promise<string | undefined> {
	if (isUsualPlace(sidecar, source)) return undefined;
	const own = basename(sidecar).normalize('NFC');
	const isBeside = (name: string) => sidecarPlaces(name).some(place => place.normalize('NFC') === own);
	if (isBeside(source)) return undefined;
	const folder = dirname(sidecar);
	for (const name of (await readdir(folder).catch(() => [])).filter(isBeside)) {
		const bytes = await readFile(join(folder, name)).catch(() => undefined);
		if (bytes && createHash('sha256').update(bytes).digest('hex') === sha256) return name;
	}
	return undefined;
}

/** True for `a.json` of `a.jpg`, without a look at the other names that a sidecar may have. */
export const isUsualPlace = (sidecar: string, source: string): boolean =>
	basename(sidecar) === `${basename(source, extname(source))}.json`;
