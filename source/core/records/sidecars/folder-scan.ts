import {readdir, stat, unlink} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {fileOf, partOf} from '../../picture-address.ts';
import {readSidecarFile} from '../json/read-json.ts';
import type {EngineFailure, PassportRecord, PictureIdentity} from '../record.ts';
import {entriesOf, type SidecarEntry} from './entries.ts';
import {type PageIdentity, recordsBeside} from './look-beside.ts';
import {sidecarPlaces} from './path.ts';
import type {Closed} from './sidecars-below.ts';
import {type KeepElsewhere, writeFailures, writeSidecar} from './write-sidecar.ts';

/** What is kept of a picture under another name, found by its content. */
export type ScannedPicture = {
	readonly picture: PictureIdentity;
	readonly record: PassportRecord | undefined;
	/** Of further passports on the same page, where the page was asked about. */
	readonly others: readonly PassportRecord[];
	readonly failures: readonly EngineFailure[];
	readonly sidecar: string;
	readonly source: string | undefined;
	readonly entries: readonly SidecarEntry[];
};

type Kept = {readonly sidecar: string; readonly source: string | undefined; readonly entries: readonly SidecarEntry[]};

/** Finds what is kept of pictures that were renamed. Each folder is searched at most once, when first asked about. */
export type FolderScan = {
	readonly find: (picture: PageIdentity) => Promise<ScannedPicture | undefined>;
	/** A file that may be the result of a renamed picture of the same folder, and cannot be opened. */
	readonly closed: (picture: Pick<PageIdentity, 'path'>) => Promise<Closed | undefined>;
};

/** For one batch: what it has read in a folder it does not read again. */
export function createFolderScan(): FolderScan {
	const folders = new Map<string, Promise<Scanned>>();
	const scanOf = async ({path}: Pick<PageIdentity, 'path'>): Promise<Scanned> => {
		const folder = dirname(path);
		const scan = folders.get(folder) ?? scanFolder(folder);
		folders.set(folder, scan);
		const scanned = await scan;
		for (const sidecar of scanned.closed.keys()) await readInto(scanned, sidecar);
		return scanned;
	};
	return {
		async find(picture) {
			const kept = (await scanOf(picture)).found.get(picture.sha256);
			const own = kept?.entries.find(({part}) => part === partOf(picture.path))?.sidecar;
			if (!kept || !own) return undefined;
			const record = own.kind === 'ours' ? own.record(picture.path) : undefined;
			const failures = record?.failures ?? (own.kind === 'failed' ? own.failures : []);
			return {picture, record, others: recordsBeside(kept.entries, picture), failures, ...kept};
		},
		async closed(picture) {
			const [one] = (await scanOf(picture)).closed;
			return one && {path: one[0], reason: one[1], isFolder: false};
		},
	};
}

type Scanned = {
	readonly found: Map<string, Kept>;
	/** Files that cannot be opened and are in the place of no other file, with the reasons. */
	readonly closed: Map<string, string>;
};

async function scanFolder(folder: string): Promise<Scanned> {
	const scanned: Scanned = {found: new Map(), closed: new Map()};
	const names = await readdir(folder).catch(() => []);
	// One at a time: it is read once a folder, and beside it the pictures are being read.
	for (const name of names.filter(name => name.endsWith('.json'))) await readInto(scanned, join(folder, name));
	if (scanned.closed.size === 0) return scanned;
	for (const name of names.filter(one => !/\.json$/i.test(one))) {
		for (const place of sidecarPlaces(join(folder, name))) scanned.closed.delete(place);
	}
	return scanned;
}

/** A file that could not be opened may be read by now: a network drive answers again. */
async function readInto({found, closed}: Scanned, sidecar: string): Promise<void> {
	const content = await readSidecarFile(sidecar);
	if (content?.kind === 'unreadable') closed.set(sidecar, content.reason);
	else closed.delete(sidecar);
	if (content?.kind !== 'ours' && content?.kind !== 'failed') return;
	if (content.kind === 'failed' && found.has(content.sha256)) return;
	const source = content.source === undefined ? undefined : fileOf(content.source);
	found.set(content.sha256, {sidecar, source, entries: entriesOf(content)});
}

/**
 * Keeps entries of a picture's content next to it.
 *
 * @returns where; undefined when nothing was written.
 * @throws AppError as `writeSidecar`
 */
export async function keepEntries(
	picture: PictureIdentity,
	entries: readonly SidecarEntry[],
	elsewhere?: KeepElsewhere,
): Promise<string | undefined> {
	const file = fileOf(picture.path);
	let place: string | undefined;
	for (const {part, sidecar} of entries) {
		const path = `${file}${part}`;
		if (sidecar.kind === 'ours') place = await writeSidecar(sidecar.record(path), {elsewhere});
		else if (sidecar.kind === 'failed') place = await writeFailures({...picture, path}, sidecar.failures, {elsewhere});
	}
	return place;
}

/**
 * Keeps what was found under the picture's old name beside the picture as it is called now, with all of its passports
 * and pages. The old sidecar goes when no picture has the old name any more: else the passport would be exported twice.
 *
 * @throws AppError as `writeSidecar`; then the old sidecar stays.
 */
export async function adopt(
	{picture, sidecar, source, entries}: ScannedPicture,
	elsewhere?: KeepElsewhere,
): Promise<void> {
	const place = await keepEntries(picture, entries, elsewhere);
	if (place === undefined || place === sidecar || source === undefined) return;
	const stillThere = await stat(join(dirname(sidecar), source)).catch(() => undefined);
	if (!stillThere) await unlink(sidecar).catch(() => {});
}
