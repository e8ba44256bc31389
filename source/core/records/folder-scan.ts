import {readdir, stat, unlink} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {readSidecarFile} from './read-json.ts';
import type {PassportRecord, PictureIdentity} from './record.ts';
import {writeSidecar} from './sidecar.ts';

/** A record under whatever name, found by the content of its picture. */
export type ScannedRecord = {
	readonly record: PassportRecord;
	readonly sidecar: string;
	readonly source: string | undefined;
};

type Kept = {
	readonly sidecar: string;
	readonly source: string | undefined;
	readonly record: (path: string) => PassportRecord;
};

/** Finds the records of pictures that were renamed. Each folder is looked through at most once, when first asked about. */
export type FolderScan = (picture: PictureIdentity) => Promise<ScannedRecord | undefined>;

/** For one batch: what it has seen of a folder it does not look at again. */
export function createFolderScan(): FolderScan {
	const folders = new Map<string, Promise<ReadonlyMap<string, Kept>>>();
	return async ({path, sha256}) => {
		const folder = dirname(path);
		const scan = folders.get(folder) ?? scanFolder(folder);
		folders.set(folder, scan);
		const kept = (await scan).get(sha256);
		return kept && {record: kept.record(path), sidecar: kept.sidecar, source: kept.source};
	};
}

async function scanFolder(folder: string): Promise<ReadonlyMap<string, Kept>> {
	const found = new Map<string, Kept>();
	const names = await readdir(folder).catch(() => []);
	// One at a time: it is read once a folder, and beside it the pictures are being read.
	for (const name of names.filter(name => name.endsWith('.json'))) {
		const sidecar = join(folder, name);
		const content = await readSidecarFile(sidecar);
		if (content?.kind === 'ours') found.set(content.sha256, {sidecar, source: content.source, record: content.record});
	}
	return found;
}

/**
 * Keeps a record that was found under the picture's old name beside the picture as it is called now. The old sidecar
 * goes when no picture has the old name any more: else the passport would be exported twice.
 *
 * @throws AppError as `writeSidecar`; then the old sidecar stays.
 */
export async function adopt({record, sidecar, source}: ScannedRecord): Promise<void> {
	const place = await writeSidecar(record);
	if (place === sidecar || source === undefined) return;
	const stillThere = await stat(join(dirname(sidecar), source)).then(
		() => true,
		() => false,
	);
	if (!stillThere) await unlink(sidecar).catch(() => {});
}
