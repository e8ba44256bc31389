import type {Header} from '../core/journal/entry.ts';
import type {KeptBatch, Resumed} from '../core/journal/latest.ts';
import type {JournalWriter} from '../core/journal/writer.ts';
import type {Trip} from '../core/passport/judge/trip.ts';
import type {CalendarDay} from '../core/passport/model/passport.ts';
import {isoTime} from '../core/records/time.ts';
import type {ReviewState} from '../core/review/review.ts';

type Batch = {
	readonly roots: readonly string[];
	readonly engine: Header['engine'];
	readonly review: ReviewState;
	readonly trip: Trip | undefined;
	/** The journal that this one takes the place of. */
	readonly instead?: string | undefined;
};

/** What is noted of the journey, so that this one, or a session on the screen, can go on with it. */
export type Notebook = {
	/** The batch that was worked on last; `broken`: there is one that cannot be read. */
	readonly last: () => Promise<{readonly batch: KeptBatch | undefined; readonly broken: boolean}>;
	readonly open: (file: string) => Promise<Resumed | undefined>;
	readonly begin: (batch: Batch) => Promise<void>;
	/** The review after something happened. */
	readonly note: (review: ReviewState) => void;
	readonly noteTrip: (trip: Trip | undefined) => void;
	/** Nothing is left to be read. */
	readonly allRead: () => void;
	/** Resolves when all is written. A batch of which nothing was read is not kept. */
	readonly close: () => Promise<void>;
};

type Options = {
	readonly folder: string;
	readonly today: CalendarDay;
	readonly now: () => Date;
	/** Told once: from then on nothing is noted. */
	readonly onProblem: (error: unknown) => void;
};

export function createNotebook({folder, today, now, onProblem}: Options): Notebook {
	const load = () => import('../core/journal/index.ts');
	let noted: ReviewState | undefined;
	let writer: JournalWriter | undefined;
	let between: Awaited<ReturnType<typeof load>>['between'] | undefined;
	return {
		async last() {
			const {batch, ignored} = await (await load()).latestBatch(folder);
			return {batch, broken: ignored.some(({why}) => why === 'broken')};
		},
		open: async file => await (await load()).resumeBatch(file, today),
		async begin({roots, engine, review, trip, instead}) {
			const tools = await load();
			between = tools.between;
			noted = review;
			try {
				const header: Header = {type: 'batch', version: 1, at: isoTime(now()), engine, roots: [...roots]};
				const entries = [...tools.wholeReview(review), ...(trip ? [{type: 'trip', trip} as const] : [])];
				writer = await tools.createJournal(folder, header, entries, onProblem);
				if (instead !== undefined) await tools.removeJournal(instead).catch(() => {});
				await tools.forgetOld(folder, now());
			} catch (thrown) {
				onProblem(thrown);
			}
		},
		note(review) {
			if (noted && between) writer?.write(between(noted, review));
			noted = review;
		},
		noteTrip: trip => writer?.write([{type: 'trip', trip}]),
		allRead: () => writer?.write([{type: 'done', done: true}]),
		async close() {
			await writer?.close();
			if (writer && noted?.records.length === 0) await (await load()).removeJournal(writer.path).catch(() => {});
		},
	};
}
