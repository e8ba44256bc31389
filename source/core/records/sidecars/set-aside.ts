import {fileOf, isOnPage} from '../../picture-address.ts';
import type {Sidecar} from '../json/from-json.ts';
import {isTouched} from '../reuse.ts';
import {copyAside} from './copy-aside.ts';
import {entriesOf} from './entries.ts';
import type {PageIdentity} from './look-beside.ts';
import {lookAtPlaces, speaksOf} from './places.ts';

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
 * Copies each decided result next to a picture, before a new reading takes its place.
 *
 * @throws AppError NOT_WRITABLE {path, reason}
 */
export async function setAside(picture: PageIdentity, now: Date): Promise<void> {
	for (const [path, sidecar] of await lookAtPlaces(picture.path)) {
		if (isDecided(sidecar, picture)) await copyAside(path, now);
	}
}
