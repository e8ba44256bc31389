import {isAboutPicture} from './failures.ts';
import type {PassportRecord, PictureIdentity} from './record.ts';
import {entriesFor, failedEntry, isPaidEngine, type ResultStore} from './result-store.ts';
import {isTouched} from './reuse.ts';
import {recordIn, type SidecarEntry} from './sidecars/entries.ts';
import {mergeDecision} from './sidecars/merge.ts';
import {isUnread} from './unread-record.ts';

/**
 * Keeps a decision by the content of its picture, where it cannot be kept next to it.
 *
 * @param before The record that the decision was about.
 * @returns where it is kept; undefined where nothing is left to keep.
 * @throws AppError NOT_WRITABLE {path, reason}
 */
export async function storeDecision(
	store: ResultStore,
	record: PassportRecord,
	before: PassportRecord | undefined,
): Promise<string | undefined> {
	const {sha256, path} = record;
	if (!isUnread(record))
		return await store.keep(sha256, path, entriesFor([record]), (kept, one) => mergeDecision(kept, one, before));
	// The lines of its MRZ are not typed any more.
	await store.remove(sha256);
	const failures = (record.failures ?? []).filter(isAboutPicture);
	return failures.length > 0 ? await store.keep(sha256, path, [failedEntry({path, sha256, failures})]) : undefined;
}

/** Takes a decision away that is next to its picture by now; what was paid for stays. */
export async function forgetDecision(store: ResultStore, picture: PictureIdentity): Promise<void> {
	const stored = await store.find(picture);
	if (stored && isFree(stored.entries)) await store.remove(picture.sha256);
}

/** A decision about this very reading that could not be kept next to its picture; of a paid one the index is no sign of that. */
export async function hasStoredDecision(store: ResultStore, kept: PassportRecord): Promise<boolean> {
	if (isTouched(kept) || isPaid(kept)) return false;
	const record = (await store.find(kept))?.record;
	return record !== undefined && isTouched(record) && !isPaid(record) && record.recognizedAt === kept.recognizedAt;
}

/** Nothing of it was paid for: next to the picture it is as safe. */
export const isFree = (entries: readonly SidecarEntry[]): boolean =>
	entries.every(entry => {
		if (entry.sidecar.kind === 'failed') return entry.sidecar.failures.every(({engine}) => !isPaidEngine(engine));
		const record = recordIn(entry, '');
		return record !== undefined && !isPaid(record);
	});

const isPaid = ({engine}: PassportRecord): boolean => engine !== 'person' && isPaidEngine(engine);
