import {readdir, stat, unlink} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {fileOf, partOf} from '../../picture-address.ts';
import {readSidecarFile} from '../json/read-json.ts';
import type {EngineFailure, PassportRecord, PictureIdentity} from '../record.ts';
import {entriesOf, type SidecarEntry} from './entries.ts';
import {type PageIdentity, recordsBeside} from './look-beside.ts';
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
export type FolderScan = (picture: PageIdentity) => Promise<ScannedPicture | undefined>;

/** For one batch: what it has seen of a folder it does not look at again. */
export function createFolderScan(): FolderScan {
	const folders = new Map<string, Promise<ReadonlyMap<string, Kept>>>();
	return async picture => {
		const folder = dirname(picture.path);
		const scan = folders.get(folder) ?? scanFolder(folder);
		folders.set(folder, scan);
		const kept = (await scan).get(picture.sha256);
		const own = kept?.entries.find(({part}) => part === partOf(picture.path))?.sidecar;
		if (!kept || !own) return undefined;
		const record = own.kind === 'ours' ? own.record(picture.path) : undefined;
		const failures = record?.failures ?? (own.kind === 'failed' ? own.failures : []);
		return {picture, record, others: recordsBeside(kept.entries, picture), failures, ...kept};
	};
}

async function scanFolder(folder: string): Promise<ReadonlyMap<string, Kept>> {
	const found = new Map<string, Kept>();
	const names = await readdir(folder).catch(() => []);
	// One at a time: it is read once a folder, and beside it the pictures are being read.
	for (const name of names.filter(name => name.endsWith('.json'))) {
		const sidecar = join(folder, name);
		const content = await readSidecarFile(sidecar);
		if (content?.kind !== 'ours' && content?.kind !== 'failed') continue;
		if (content.kind === 'failed' && found.has(content.sha256)) continue;
		const source = content.source === undefined ? undefined : fileOf(content.source);
		found.set(content.sha256, {sidecar, source, entries: entriesOf(content)});
	}
	return found;
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
