import {readdir, stat, unlink} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {readSidecarFile} from './read-json.ts';
import type {EngineFailure, PassportRecord, PictureIdentity} from './record.ts';
import {writeFailures, writeSidecar} from './sidecar.ts';

/** What is kept of a picture under another name, found by its content. */
export type ScannedPicture = {
	readonly picture: PictureIdentity;
	readonly record: PassportRecord | undefined;
	readonly failures: readonly EngineFailure[];
	readonly sidecar: string;
	readonly source: string | undefined;
};

type Kept = {
	readonly sidecar: string;
	readonly source: string | undefined;
	readonly record?: (path: string) => PassportRecord;
	readonly failures: readonly EngineFailure[];
};

/** Finds what is kept of pictures that were renamed. Each folder is searched at most once, when first asked about. */
export type FolderScan = (picture: PictureIdentity) => Promise<ScannedPicture | undefined>;

/** For one batch: what it has seen of a folder it does not look at again. */
export function createFolderScan(): FolderScan {
	const folders = new Map<string, Promise<ReadonlyMap<string, Kept>>>();
	return async picture => {
		const folder = dirname(picture.path);
		const scan = folders.get(folder) ?? scanFolder(folder);
		folders.set(folder, scan);
		const kept = (await scan).get(picture.sha256);
		if (!kept) return undefined;
		const record = kept.record?.(picture.path);
		const failures = record?.failures ?? kept.failures;
		return {picture, record, failures, sidecar: kept.sidecar, source: kept.source};
	};
}

async function scanFolder(folder: string): Promise<ReadonlyMap<string, Kept>> {
	const found = new Map<string, Kept>();
	const names = await readdir(folder).catch(() => []);
	// One at a time: it is read once a folder, and beside it the pictures are being read.
	for (const name of names.filter(name => name.endsWith('.json'))) {
		const sidecar = join(folder, name);
		const content = await readSidecarFile(sidecar);
		if (content?.kind === 'ours') {
			found.set(content.sha256, {sidecar, source: content.source, record: content.record, failures: []});
		} else if (content?.kind === 'failed' && !found.has(content.sha256)) {
			found.set(content.sha256, {sidecar, source: content.source, failures: content.failures});
		}
	}
	return found;
}

/**
 * Keeps what was found under the picture's old name beside the picture as it is called now. The old sidecar goes when no
 * picture has the old name any more: else the passport would be exported twice.
 *
 * @throws AppError as `writeSidecar`; then the old sidecar stays.
 */
export async function adopt({picture, record, failures, sidecar, source}: ScannedPicture): Promise<void> {
	const place = record ? await writeSidecar(record) : await writeFailures(picture, failures);
	if (place === undefined || place === sidecar || source === undefined) return;
	const stillThere = await stat(join(dirname(sidecar), source)).then(
		() => true,
		() => false,
	);
	if (!stillThere) await unlink(sidecar).catch(() => {});
}
