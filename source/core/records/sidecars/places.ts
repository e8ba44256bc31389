import {AppError} from '../../errors.ts';
import {fileOf} from '../../picture-address.ts';
import type {Sidecar} from '../json/from-json.ts';
import {readSidecarFile} from '../json/read-json.ts';
import {sourceImage} from '../legacy/keys.ts';
import type {PictureIdentity} from '../record.ts';
import {entriesOf, type SidecarEntry} from './entries.ts';
import {sidecarPath, sidecarPlaces} from './path.ts';

/** `outdated`: a failure of the same picture in the other place. `kept`: what is kept of the same content. */
export type Place = {
	readonly path: string;
	readonly how: 'create' | 'replace';
	readonly outdated?: string;
	readonly kept: readonly SidecarEntry[];
	/** What is there of another content of the same name. */
	readonly replaced?: {readonly path: string; readonly sidecar: Sidecar};
};

export type Taken = readonly (readonly [path: string, sidecar: Sidecar | undefined])[];

/**
 * What is at each place where a result of a picture may be kept.
 *
 * @throws AppError NOT_READABLE {path, reason} for a file that may not be read
 */
export async function lookAtPlaces(picture: string): Promise<Taken> {
	const taken = await Promise.all(
		sidecarPlaces(picture).map(async place => [place, await readSidecarFile(place)] as const),
	);
	for (const [path, sidecar] of taken) {
		if (sidecar?.kind === 'unreadable')
			throw new AppError('NOT_READABLE', {path, reason: sidecar.reason, result: path});
	}
	return taken;
}

/**
 * Whether there is a place for a result of a picture.
 *
 * @throws AppError FOREIGN_FILE {path}, NOT_READABLE {path, reason}
 */
export async function checkPlace(picture: PictureIdentity): Promise<void> {
	await choosePlace(picture);
}

export async function choosePlace({path, sha256}: PictureIdentity): Promise<Place> {
	const taken = await lookAtPlaces(path);
	const own = (kind: 'ours' | 'failed') =>
		taken.find(([, sidecar]) => sidecar?.kind === kind && sidecar.sha256 === sha256);
	const [record, failed] = [own('ours'), own('failed')];
	const kept = entriesOf(record?.[1]);
	if (record) {
		const more = entriesOf(failed?.[1]).filter(({part}) => !kept.some(one => one.part === part));
		return {path: record[0], how: 'replace', ...(failed ? {outdated: failed[0]} : {}), kept: [...kept, ...more]};
	}
	if (failed) return {path: failed[0], how: 'replace', kept: entriesOf(failed[1])};
	const outdated = taken.find(([, sidecar]) => sidecar && speaksOf(sidecar, path));
	if (outdated) {
		const replaced = {path: outdated[0], sidecar: outdated[1]!};
		return {path: outdated[0], how: 'replace', kept: [], replaced};
	}
	const empty = taken.find(([, sidecar]) => sidecar?.kind === 'empty');
	if (empty) return {path: empty[0], how: 'replace', kept: []};
	const free = taken.find(([, sidecar]) => sidecar === undefined);
	if (free) return {path: free[0], how: 'create', kept: []};
	throw new AppError('FOREIGN_FILE', {path: sidecarPath(path)});
}

/** Whether a sidecar names this picture. One of the original skill that names none speaks of the file next to it. */
export const speaksOf = (sidecar: Sidecar, picture: string): boolean =>
	(sidecar.kind === 'ours' || sidecar.kind === 'failed' || sidecar.kind === 'broken' || sidecar.kind === 'original') &&
	names(sidecar, picture);

export const names = ({source}: {readonly source: string | undefined}, picture: string): boolean =>
	fileOf(source ?? sourceImage(picture)) === fileOf(sourceImage(picture));
