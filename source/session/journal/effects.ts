import {resolve} from 'node:path';
import type {Header, JournalEntry, JournalScreen} from '../../core/journal/entry.ts';
import type {JournalWriter} from '../../core/journal/writer.ts';
import type {ResultStore} from '../../core/records/result-store.ts';
import {isoTime} from '../../core/records/time.ts';
import type {ResumedBatch} from '../effect.ts';
import type {RunnerOptions} from '../effects/runner.ts';
import {throttle} from '../effects/throttle.ts';
import {problemOf} from '../problem.ts';
import {draftOf, isSameButTyped} from '../review/type-mrz.ts';
import type {AppState} from '../state.ts';

/** Notes what happens in a batch, so that one can come back to it after a kill. A key never waits for it. */
export function createJournalEffects({
	send,
	now,
	today,
	configDir,
	store,
}: RunnerOptions & {readonly store: () => Promise<ResultStore>}) {
	let last: AppState | undefined;
	/** Undefined while no batch is noted. */
	let writer: Promise<JournalWriter | undefined> | undefined;
	/** What is done one after the other: a journal is closed before its file may be taken away. */
	let work: Promise<unknown> = Promise.resolve();
	/** Of the batch that is noted no word may be left that all of it is read. */
	let unfinished = false;
	let told = false;
	const tell = (thrown: unknown) => {
		if (!told) send({type: 'failed', problem: problemOf(thrown)});
		told = true;
	};
	const journals = async (): Promise<string> => {
		const {journalFolder} = await import('../../core/settings/folder.ts');
		return journalFolder(configDir, {env: process.env});
	};
	/** What was noted last is with the writer when this resolves: a journal is closed after it. */
	let noted: Promise<unknown> = Promise.resolve();
	const note = (open: typeof writer, entries: readonly JournalEntry[]) => {
		noted = Promise.all([open, noted]).then(([one]) => one?.write(entries));
	};
	/** What is typed is noted while it is typed, because a kill leaves no time to; not at each key. */
	const typing = throttle(() => last && writer && note(writer, draftEntry(last)), {soon: 300, every: () => 1000});
	const stop = () => {
		typing.drop();
		const ending = writer;
		const {reading, review} = last ?? {};
		// Pictures were found: --resume must come back to these, not to an older batch.
		const isWorthIt = (review?.records.length ?? 0) > 0 || stillWaits(reading);
		writer = undefined;
		if (!ending) return;
		work = Promise.all([work, ending, noted]).then(async ([, open]) => {
			await open?.close();
			// Nothing was read, and nothing waits: there is nothing to come back to.
			if (!open || isWorthIt) return;
			const {removeJournal} = await import('../../core/journal/index.ts');
			await removeJournal(open.path).catch(() => {});
		});
	};

	return {
		/** A new batch, or a resumed one: then the old journal is deleted once this one is written. */
		begin(roots: readonly string[], engine: Header['engine'], goesOn: ResumedBatch | undefined): void {
			stop();
			const state = last;
			if (!state) return;
			unfinished = goesOn?.unfinished ?? false;
			const begun = (async () => {
				await work;
				const {createJournal, wholeReview, forgetOld, removeJournal} = await import('../../core/journal/index.ts');
				const folder = await journals();
				try {
					const open = await createJournal(
						folder,
						{type: 'batch', version: 1, at: isoTime(now()), engine, roots: roots.map(root => resolve(root))},
						[
							...wholeReview(state.review),
							...placeEntry(state, undefined),
							...(state.trip ? [{type: 'trip', trip: state.trip} as const] : []),
							...leftOutEntry(goesOn?.leftOut ?? [], true),
						],
						tell,
					);
					if (goesOn) await removeJournal(goesOn.file).catch(() => {});
					await forgetOld(folder, now());
					return open;
				} catch (thrown) {
					tell(thrown);
					return undefined;
				}
			})();
			writer = begun;
		},
		/** The state after something happened. */
		follow(state: AppState): void {
			const before = last;
			last = state;
			if (!before || !writer) return;
			if (state.reading.phase === 'starting' && before.reading.phase !== 'starting') {
				last = before;
				stop();
				last = state;
				return;
			}
			const open = writer;
			if (isTyped(before, state)) typing.add(undefined);
			if (isSame(before, state)) return;
			const items = itemEntries(before, state).filter(({type}) => type !== 'done' || !unfinished);
			noted = Promise.all([open, import('../../core/journal/index.ts'), noted]).then(([one, {between}]) => {
				one?.write([
					...between(before.review, state.review),
					...placeEntry(state, before),
					...(before.trip === state.trip ? [] : [{type: 'trip', trip: state.trip} as const]),
					...items,
				]);
			});
		},
		/** Pictures that came later: a resumed batch reads them as well. */
		arrived(paths: readonly string[]): void {
			const open = writer;
			if (open) note(open, [{type: 'arrived', paths: [...paths]}]);
		},
		async recent(): Promise<readonly string[]> {
			const {recentFolders} = await import('../../core/journal/index.ts');
			return await recentFolders(await journals());
		},
		async findKept(): Promise<void> {
			// The first frame comes first.
			await new Promise(done => setTimeout(done, 50));
			const {latestBatch} = await import('../../core/journal/index.ts');
			const {batch, ignored} = await latestBatch(await journals());
			send({type: 'keptBatch', batch, broken: ignored.some(({why}) => why === 'broken')});
		},
		async goOn(file: string | undefined): Promise<void> {
			try {
				const {latestBatch, resumeBatch, withPictures} = await import('../../core/journal/index.ts');
				const latest = file === undefined ? await latestBatch(await journals()) : undefined;
				const wanted = file ?? latest?.batch?.file;
				const resumed = wanted === undefined ? undefined : await resumeBatch(wanted, today, await store());
				const broken = latest?.ignored.some(({why}) => why === 'broken') ?? resumed === undefined;
				if (resumed) send({type: 'cameBack', ...(await withPictures(resumed))});
				else send({type: 'keptBatch', batch: undefined, broken, wanted: true});
			} catch (thrown) {
				send({type: 'failed', problem: problemOf(thrown)});
			}
		},
		async close(): Promise<void> {
			// What is typed and not saved is nowhere else.
			if (last) note(writer, draftEntry(last));
			stop();
			await work;
		},
	};
}

const stillWaits = (reading: AppState['reading'] | undefined): boolean =>
	reading !== undefined &&
	(reading.phase === 'starting' || reading.items.some(({state}) => state === 'waiting' || state === 'reading'));

const isSame = (a: AppState, b: AppState): boolean =>
	a.review === b.review &&
	a.trip === b.trip &&
	a.screen === b.screen &&
	isTypingAlike(a, b) &&
	a.reading.items === b.reading.items &&
	a.reading.phase === b.reading.phase;

/** Whether something was typed: a field that is opened for editing has only a value that is known. */
const isTyped = ({editing, typingMrz}: AppState, after: AppState): boolean =>
	(!!editing && editing !== after.editing) || (!!typingMrz && typingMrz !== after.typingMrz);

/** Whether typing neither ended nor came to another line: its draft must not come back once it is saved or dropped. */
const isTypingAlike = (before: AppState, after: AppState): boolean =>
	isSameButTyped(before.typingMrz, after.typingMrz) && (!before.editing || after.editing !== undefined);

const screens: Readonly<Partial<Record<AppState['screen'], JournalScreen>>> = {
	reading: 'reading',
	review: 'review',
	list: 'review',
	export: 'review',
	done: 'review',
};

function placeEntry(state: AppState, before: AppState | undefined): readonly JournalEntry[] {
	const screen = screens[state.screen];
	if (!screen) return [];
	const {records, current, field} = state.review;
	const same =
		before &&
		screens[before.screen] === screen &&
		before.review.field === field &&
		isTypingAlike(before, state) &&
		before.review.records[before.review.current]?.path === records[current]?.path;
	if (same) return [];
	const path = records[current]?.path;
	return [{type: 'at', screen, field, ...(path === undefined ? {} : {path, ...typedIn(state)})}];
}

const typedIn = ({editing, typingMrz}: AppState) => ({
	...(editing ? {field: editing.key, draft: editing.edit.text} : {}),
	...(typingMrz ? {typing: draftOf(typingMrz)} : {}),
});

function draftEntry(state: AppState): readonly JournalEntry[] {
	const {editing, typingMrz, review} = state;
	const path = review.records[review.current]?.path;
	if (path === undefined || !(editing || typingMrz)) return [];
	return [{type: 'at', screen: 'review', field: review.field, path, ...typedIn(state)}];
}

const leftOutEntry = (paths: readonly string[], out: boolean): readonly JournalEntry[] =>
	paths.length > 0 ? [{type: 'leftOut', paths: [...paths], out}] : [];

function itemEntries({reading: before}: AppState, {reading: after}: AppState): readonly JournalEntry[] {
	const done = after.phase === 'done';
	const finished: readonly JournalEntry[] = done === (before.phase === 'done') ? [] : [{type: 'done', done}];
	if (before.items === after.items) return finished;
	const leftOut = (items: AppState['reading']['items']) =>
		new Set(items.filter(({state}) => state === 'leftOut').map(({path}) => path));
	const [was, is] = [leftOut(before.items), leftOut(after.items)];
	// A resumed batch sends all pictures first, then those that are left out.
	const back = before.items.length === 0 ? [] : [...was].filter(path => !is.has(path));
	return [
		...leftOutEntry(
			[...is].filter(path => !was.has(path)),
			true,
		),
		...leftOutEntry(back, false),
		...finished,
	];
}
