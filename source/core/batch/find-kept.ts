import {AppError, toAppError} from '../errors.ts';
import {pageAddress, pictureAddress} from '../picture-address.ts';
import {contentHash, openPicture} from '../pictures/open.ts';
import type {Picture} from '../pictures/picture.ts';
import {failureOf} from '../records/failures.ts';
import {isReusable} from '../records/reuse.ts';
import {adopt, createFolderScan} from '../records/sidecars/folder-scan.ts';
import type {Beside, PageIdentity} from '../records/sidecars/look-beside.ts';
import {hasStoredDecision} from '../records/stored-decision.ts';
import type {BatchOptions} from './batch-options.ts';
import {elsewhereIn, takeFromStore} from './from-store.ts';
import type {KeeperOptions} from './keep-answers.ts';

type FinderOptions = Pick<KeeperOptions, 'engine' | 'save' | 'store' | 'onUnsaved'> &
	Pick<BatchOptions, 'today'> &
	Required<Pick<BatchOptions, 'open'>>;

/** The path of a picture is the address of its page, whichever passport on it was asked for. */
type Opened = {readonly picture: Picture} | {readonly error: AppError; readonly picture: PageIdentity | undefined};

/** Opens pictures, and finds what earlier runs kept of them, wherever it is by now. */
export function createFinder({engine, save, today, store, open, onUnsaved}: FinderOptions) {
	const isFile = open === openPicture;
	const scan = createFolderScan();
	const elsewhere = store && elsewhereIn(store);

	/** Keeps something; a failure is said and stops nothing. */
	const attempt = async (path: string, job: () => Promise<unknown>) => {
		if (!save) return;
		try {
			await job();
		} catch (error) {
			onUnsaved(path, toAppError(error));
		}
	};

	/** A picture, or why it cannot be opened and what is kept for the file: a person may have typed what it shows. */
	const openOrHash = async (path: string): Promise<Opened> => {
		try {
			const picture = await open(path);
			const {page} = pictureAddress(path);
			return {picture: {...picture, path: pageAddress(path, picture.pages), page: Math.min(page, picture.pages)}};
		} catch (thrown) {
			const sha256 = isFile ? await contentHash(path) : undefined;
			return {error: toAppError(thrown), picture: sha256 === undefined ? undefined : {path, sha256}};
		}
	};

	/** What is kept of the picture: next to it, under an earlier name, or by its content. */
	const findKept = async (picture: PageIdentity, beside: Beside): Promise<Beside> => {
		const isKnown = beside.record || beside.failures.length > 0;
		const renamed = isKnown || !isFile ? undefined : await scan.find(picture);
		if (renamed) await attempt(picture.path, () => adopt(renamed, elsewhere));
		const near = renamed
			? {
					...beside,
					...(renamed.record ? {record: renamed.record} : {}),
					others: renamed.others,
					failures: renamed.failures,
					isFree: false,
				}
			: beside;
		if (!store) return near;
		const isOver = (near.record && isReusable(near.record, engine)) || failureOf(near.failures, engine);
		if (isOver && !(near.record && (await hasStoredDecision(store, near.record)))) return near;
		return await takeFromStore(store, picture, near, {save, today, onUnsaved});
	};

	/**
	 * Throws where a file cannot be opened that is, or may be, what was paid for of a picture.
	 *
	 * @throws AppError NOT_READABLE {path, reason, result or perhaps: that file}
	 */
	const mustKnowKept = async (picture: PageIdentity): Promise<void> => {
		const {path} = picture;
		const stored = await store?.closed(picture);
		if (stored) throw new AppError('NOT_READABLE', {path, reason: stored.reason, result: stored.path});
		const renamed = isFile ? await scan.closed(picture) : undefined;
		if (renamed) throw new AppError('NOT_READABLE', {path, reason: renamed.reason, perhaps: renamed.path});
	};

	return {attempt, openOrHash, findKept, mustKnowKept};
}
