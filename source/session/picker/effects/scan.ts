import {type AppError, toAppError} from '../../../core/errors.ts';
import {pause} from '../../effects/pause.ts';
import type {RunnerOptions} from '../../effects/runner.ts';
import {type Problem, problemOf} from '../../problem.ts';
import {entryOf, type PickerEntry, relativeName} from '../entry.ts';
import type {Sort} from '../order.ts';
import {byName, orderBy, sortedSlowly} from '../order.ts';
import type {PreviewLoader} from './look.ts';

/** Names that are sent together at most: laying them into the list takes some milliseconds. */
const most = 4000;

/** Names that are taken from the disk before others may work. */
const stretch = 256;

/** More than any screen has rows: the first event waits for them, since each event is drawn. */
const screenful = 128;

type Listing = {
	readonly folder: string;
	readonly hidden: boolean;
	readonly controller: AbortController;
	readonly all: PickerEntry[];
	readonly passedOver: string[];
	sort: Sort;
};

/** Lists a folder: folders and pictures as they are found, in bundles. A new listing ends the one before. */
export function createScan({send}: RunnerOptions, look: PreviewLoader) {
	let listing: Listing | undefined;

	const stop = () => {
		listing?.controller.abort();
		listing = undefined;
	};

	/** The order asked for last, worked out in stretches. */
	const order = async (one: Listing): Promise<void> => {
		const {sort, all, controller} = one;
		const over = () => controller.signal.aborted || one.sort !== sort;
		if (sort !== 'name') await look.lookUp(all, over);
		if (over()) return;
		const found = await sortedSlowly(all, orderBy(sort, look.facts), pause);
		if (!over()) send({type: 'ordered', folder: one.folder, sort, found});
	};

	const walk = async (one: Listing): Promise<void> => {
		const {folder, hidden, all, passedOver, controller} = one;
		const {signal} = controller;
		const bundle = createBundle(one, send);
		const {findPictures} = await import('../../../core/pictures/files/find.ts');
		// A folder below that may not be listed is shown without pictures; the one that is shown must say so.
		const onProblem = (problem: AppError) => {
			if (problem.details.path === folder) throw problem;
		};
		try {
			let count = 0;
			const onFolder = (name: string) => bundle.folder(entryOf(folder, name));
			const onPassedOver = (path: string) => void passedOver.push(relativeName(folder, path));
			const wish = {recursive: true, hidden, signal, onFolder, onProblem, onPassedOver};
			for await (const {path} of findPictures([folder], wish)) {
				const entry = entryOf(folder, relativeName(folder, path));
				all.push(entry);
				bundle.picture(entry);
				if (++count % stretch === 0) await pause();
			}
			if (!signal.aborted) bundle.tell();
		} finally {
			bundle.stop();
		}
	};

	return {
		stop,
		async start(folder: string, sort: Sort, hidden = false): Promise<void> {
			stop();
			look.forget();
			const one: Listing = {folder, hidden, controller: new AbortController(), all: [], passedOver: [], sort};
			const {signal} = one.controller;
			listing = one;
			let problem: Problem | undefined;
			try {
				await walk(one);
			} catch (thrown) {
				if (toAppError(thrown).code === 'CANCELLED') return;
				problem = problemOf(thrown);
			}
			if (signal.aborted) return;
			send({type: 'searched', folder, passedOver: one.passedOver, ...(problem ? {problem} : {})});
			if (one.sort !== 'name') await order(one);
			await look.inBackground(one.all, signal);
		},
		order(folder: string, sort: Sort): void {
			if (listing?.folder !== folder) return;
			listing.sort = sort;
			void order(listing);
		},
	};
}

/**
 * What was found since the last event. The first screenful is sent at once, then at most ten times a second, and of a
 * long list in parts that grow with it: laying new names into the list costs as much as the list is long.
 */
function createBundle({folder, all}: Listing, send: RunnerOptions['send']) {
	let pictures: PickerEntry[] = [];
	let folders: PickerEntry[] = [];
	let last = Number.NEGATIVE_INFINITY;
	let timer: NodeJS.Timeout | undefined;
	const tell = () => {
		clearTimeout(timer);
		timer = undefined;
		if (pictures.length + folders.length === 0) return;
		const found = {pictures: pictures.sort(byName), folders: folders.sort(byName)};
		pictures = [];
		folders = [];
		last = performance.now();
		send({type: 'found', folder, ...found});
	};
	const soon = () => {
		timer ??= setTimeout(tell, last < 0 ? 10 : 250);
	};
	const added = () => {
		const waited = performance.now() - last;
		const enough = Math.min(most, Math.max(screenful, all.length / 16));
		if (pictures.length >= most || (waited > 100 && pictures.length >= enough)) tell();
		else soon();
	};
	return {
		folder(entry: PickerEntry) {
			folders.push(entry);
			soon();
		},
		picture(entry: PickerEntry) {
			pictures.push(entry);
			added();
		},
		tell,
		stop: () => clearTimeout(timer),
	};
}
