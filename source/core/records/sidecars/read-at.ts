import {readSidecarFile} from '../json/read-json.ts';
import {sidecarPlaces} from './path.ts';
import {speaksOf} from './places.ts';

/**
 * When the picture of this name was read, milliseconds since the epoch, as far as the file beside it says. The picture
 * itself is not opened: it may have changed since. 0 when that is not known. Undefined when no file there speaks of it. Never
 * throws.
 */
export async function readAt(picture: string): Promise<number | undefined> {
	let isClosed = false;
	for (const place of sidecarPlaces(picture)) {
		const sidecar = await readSidecarFile(place);
		// Its engine would not read the picture: it is not new.
		isClosed ||= sidecar?.kind === 'unreadable';
		if (!sidecar || sidecar.kind === 'failed' || !speaksOf(sidecar, picture)) continue;
		const at = sidecar.kind === 'ours' ? Date.parse(sidecar.record(picture).recognizedAt) : Number.NaN;
		return Number.isNaN(at) ? 0 : at;
	}
	return isClosed ? 0 : undefined;
}
