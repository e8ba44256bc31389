import {createHash} from 'node:crypto';
import {readdir, readFile} from 'node:fs/promises';
import {basename, dirname, extname, join} from 'node:path';
import {fileOf, partOf} from '../../picture-address.ts';
import type {Sidecar} from '../json/from-json.ts';
import {eachIn} from './entries.ts';
import {sidecarPlaces} from './path.ts';

/**
 * Returns a function of a sidecar, and the path of its file, that returns every entry of it. Where the picture was renamed
 * together with the sidecar, which still holds the old name, the entries name the picture as it is called now. Of sidecars
 * of one folder that follow one another, the names in it are looked at once.
 */
export function createRenameCheck(): (path: string, sidecar: Sidecar) => Promise<readonly Sidecar[]> {
	let last: {readonly folder: string; readonly names: Promise<NamesByPlace>} | undefined;
	const namesBeside = async (path: string): Promise<readonly string[]> => {
		const folder = dirname(path);
		if (last?.folder !== folder) last = {folder, names: namesByPlace(folder)};
		return (await last.names).get(basename(path).normalize('NFC')) ?? [];
	};
	return async (path, sidecar) => {
		const entries = eachIn(sidecar);
		if ((sidecar.kind !== 'ours' && sidecar.kind !== 'failed') || sidecar.source === undefined) return entries;
		const source = fileOf(sidecar.source);
		if (isUsualPlace(path, source) || placesOf(source).includes(basename(path).normalize('NFC'))) return entries;
		const name = await withContent(dirname(path), await namesBeside(path), sidecar.sha256);
		if (name === undefined) return entries;
		return entries.map(one =>
			(one.kind === 'ours' || one.kind === 'failed') && one.source !== undefined
				? {...one, source: `${name}${partOf(one.source)}`}
				: one,
		);
	};
}

/** The files of a folder under the names that a sidecar of each may have. */
type NamesByPlace = ReadonlyMap<string, readonly string[]>;

const placesOf = (name: string): readonly string[] => sidecarPlaces(name).map(place => place.normalize('NFC'));

async function namesByPlace(folder: string): Promise<NamesByPlace> {
	const found = new Map<string, string[]>();
	for (const name of await readdir(folder).catch(() => [])) {
		for (const place of placesOf(name)) found.set(place, [...(found.get(place) ?? []), name]);
	}
	return found;
}

/** Returns the first of some files that has this content. */
async function withContent(folder: string, names: readonly string[], sha256: string): Promise<string | undefined> {
	for (const name of names) {
		const bytes = await readFile(join(folder, name)).catch(() => undefined);
		if (bytes && createHash('sha256').update(bytes).digest('hex') === sha256) return name;
	}
	return undefined;
}

/** True for `a.json` of `a.jpg`, without a look at the other names that a sidecar may have. */
export const isUsualPlace = (sidecar: string, source: string): boolean =>
	basename(sidecar) === `${basename(source, extname(source))}.json`;
