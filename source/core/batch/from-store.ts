import {type AppError, toAppError} from '../errors.ts';
import type {CalendarDay} from '../passport/model/passport.ts';
import {withFailure} from '../records/failures.ts';
import {isPaidEngine, type ResultStore} from '../records/result-store.ts';
import {isTouched} from '../records/reuse.ts';
import {recordIn, type SidecarEntry} from '../records/sidecars/entries.ts';
import {keepEntries} from '../records/sidecars/folder-scan.ts';
import {type Beside, lookBeside, type PageIdentity} from '../records/sidecars/look-beside.ts';
import type {KeepElsewhere} from '../records/sidecars/write-sidecar.ts';
import {isFree} from '../records/stored-decision.ts';

type Options = {
	/** Results are kept next to the pictures. */
	readonly save: boolean;
	readonly today: CalendarDay;
	readonly onUnsaved: (path: string, error: AppError, unsaved: {readonly keptAt: string}) => void;
};

/**
 * What is kept of a picture next to it, and by its content: that is brought next to the picture. Where there was no room
 * for it when it was paid for, and no index is kept, it is only there from then on.
 */
export async function takeFromStore(
	store: ResultStore,
	picture: PageIdentity,
	beside: Beside,
	{save, today, onUnsaved}: Options,
): Promise<Beside> {
	const stored = await store.find(picture);
	if (!stored) return beside;
	if (!save) {
		const {record = beside.record, others} = stored;
		const failures = stored.failures.reduce(withFailure, beside.failures);
		return {...beside, ...(record ? {record} : {}), others, failures};
	}
	try {
		await keepEntries(picture, stored.entries, elsewhereIn(store));
		if (!store.isIndex || isFree(stored.entries)) await store.remove(picture.sha256);
	} catch (error) {
		onUnsaved(picture.path, toAppError(error), {keptAt: store.folder});
		return {...beside, ...(stored.record ? {record: stored.record} : {}), others: stored.others};
	}
	return {...(await lookBeside(picture, today)), isFree: false};
}

/** Keeps by its content what loses its place, where it was paid for or a person has worked on it. */
export const elsewhereIn =
	(store: ResultStore): KeepElsewhere =>
	async (sha256, path, entries) => {
		const worth = entries.filter(isWorthKeeping);
		if (worth.length > 0) await store.keep(sha256, path, worth);
	};

function isWorthKeeping(entry: SidecarEntry): boolean {
	if (entry.sidecar.kind === 'failed') return entry.sidecar.failures.some(({engine}) => isPaidEngine(engine));
	const record = recordIn(entry, '');
	return record !== undefined && (isTouched(record) || isPaidEngine(record.engine));
}
