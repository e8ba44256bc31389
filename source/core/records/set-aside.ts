import {readFile, stat} from 'node:fs/promises';
import {fileOf, isOnPage} from '../picture-address.ts';
import {writeAtomic, writingError} from './atomic-write.ts';
import type {Sidecar} from './from-json.ts';
import {isTouched} from './reuse.ts';
import {lookAtPlaces, type PageIdentity, speaksOf} from './sidecar.ts';
import {entriesOf} from './sidecar-entries.ts';

/** The name of a decided result whose picture was read again: no reader takes it for a result. */
export const asidePattern = /\.before-\d{14}(?:-\d+)?\.json\.old$/;

type Asked = Pick<PageIdentity, 'path' | 'pages'> & {readonly sha256?: string};

/** Whether a person has worked on a passport of a picture; of other content under the same name, on any. */
const isDecided = (sidecar: Sidecar | undefined, {path, sha256, pages}: Asked): boolean =>
	entriesOf(sidecar).some(
		({part, sidecar: one}) =>
			one.kind === 'ours' &&
			(one.sha256 === sha256 ? isOnPage(`${fileOf(path)}${part}`, path, pages) : speaksOf(one, path)) &&
			isTouched(one.record(path)),
	);

/** Whether a person has decided, confirmed or changed something in a result that is kept of a file of this name. */
export const hasDecision = async (path: string): Promise<boolean> =>
	(await lookAtPlaces(path)).some(([, sidecar]) => isDecided(sidecar, {path}));

/**
 * Copies each decided result beside a picture to `NAME.before-20261122060000.json.old`, before a new reading takes its
 * place.
 *
 * @throws AppError NOT_WRITABLE {path, reason}
 */
export async function setAside(picture: PageIdentity, now: Date): Promise<void> {
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
