import {realpath} from 'node:fs/promises';
import {basename} from 'node:path';
import type {Sidecar} from './json/from-json.ts';
import {readSidecarFile} from './json/read-json.ts';
import {asidePattern} from './sidecars/copy-aside.ts';
import {sidecarPlaces} from './sidecars/path.ts';

/**
 * Says what result is in a file that is to be replaced; undefined for none. One that is `kept` was paid for or checked by
 * hand, or cannot be opened; one that is `printed` was written by `recognize` into a file that the user named. Links are
 * followed. Never throws.
 */
export async function resultAt(path: string): Promise<'kept' | 'printed' | undefined> {
	const file = await realpath(path).catch(() => path);
	if (!/\.json$/i.test(file) && !asidePattern.test(file)) return undefined;
	const sidecar = await readSidecarFile(file);
	if (!sidecar || sidecar.kind === 'foreign' || sidecar.kind === 'empty') return undefined;
	if (sidecar.kind === 'broken' && sidecar.ofText) return undefined;
	return wasPrinted(sidecar, file) ? 'printed' : 'kept';
}

/** Whether a file has the place of a result of a picture of this name. */
export function isPlaceOf(file: string, picture: string): boolean {
	return sidecarPlaces(picture.normalize('NFC')).includes(basename(file).normalize('NFC'));
}

/**
 * Whether a result was printed into its file. Only what was printed says whether it is valid that day, or names a picture
 * without being kept by this program.
 */
export function wasPrinted(sidecar: Sidecar, file: string): boolean {
	if (!('source' in sidecar) || sidecar.source === undefined || isPlaceOf(file, sidecar.source)) return false;
	if (sidecar.kind !== 'ours') return sidecar.kind === 'original' || sidecar.kind === 'broken';
	const {passport_ocr: own} = sidecar.json as {readonly passport_ocr: object};
	return 'validity' in own;
}
