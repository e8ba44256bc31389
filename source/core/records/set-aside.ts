import {readFile, stat} from 'node:fs/promises';
import {writeAtomic, writingError} from './atomic-write.ts';
import type {Sidecar} from './from-json.ts';
import type {PictureIdentity} from './record.ts';
import {isTouched} from './reuse.ts';
import {lookAtPlaces, speaksOf} from './sidecar.ts';

/** The name of a decided result whose picture was read again: no reader takes it for a result. */
export const asidePattern = /\.before-\d{14}(?:-\d+)?\.json\.old$/;

const isDecided = (sidecar: Sidecar | undefined, {path, sha256}: Pick<PictureIdentity, 'path'> & {sha256?: string}) =>
	sidecar?.kind === 'ours' && (sidecar.sha256 === sha256 || speaksOf(sidecar, path)) && isTouched(sidecar.record(path));

/** Whether a person has decided, confirmed or changed something in a result that is kept of a picture of this name. */
export const hasDecision = async (path: string): Promise<boolean> =>
	(await lookAtPlaces(path)).some(([, sidecar]) => isDecided(sidecar, {path}));

/**
 * Copies each decided result beside a picture to `NAME.before-20261122060000.json.old`, before a new reading takes its
 * place.
 *
 * @throws AppError NOT_WRITABLE {path, reason}
 */
export async function setAside(picture: PictureIdentity, now: Date): Promise<void> {
	for (const [path, sidecar] of await lookAtPlaces(picture.path)) {
		if (isDecided(sidecar, picture)) await copyAside(path, now);
	}
}

async function copyAside(path: string, now: Date): Promise<void> {
	const [content, {mode}] = await Promise.all([readFile(path), stat(path)]).catch(error => {
		throw writingError(path, error);
	});
	const name = `${path.slice(0, -'.json'.length)}.before-${now.toISOString().replace(/\D/g, '').slice(0, 14)}`;
	for (let number = 1; ; number++) {
		const aside = `${name}${number === 1 ? '' : `-${number}`}.json.old`;
		if (await writeAtomic(aside, content, {mode: mode & 0o777, how: 'create'})) return;
	}
}
