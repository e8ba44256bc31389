import type {OpenedPage} from '../../core/pictures/page.ts';

export type OpenPages = {
	/** The pictures that are wanted now, the most urgent first. What is neither wanted nor was wanted last is forgotten. */
	readonly want: (paths: readonly string[]) => void;
	/** The opened picture, once it is. */
	readonly page: (path: string) => OpenedPage | undefined;
	/** No further picture is opened. */
	readonly close: () => void;
};

export type OpenPagesOptions = {
	readonly open: (path: string) => Promise<OpenedPage>;
	/** A picture that was wanted is there. */
	readonly onOpen: (path: string) => void;
	readonly onProblem: (path: string, error: unknown) => void;
};

/** Pictures kept open at most; one of 2,600 pixels takes about 7 MB. */
const most = 4;

/**
 * Opens pictures one after the other, always the most urgent one, and keeps the last few. Moving
 * fast through many passports never waits for those that were left behind.
 */
export function createOpenPages({open, onOpen, onProblem}: OpenPagesOptions): OpenPages {
	const pages = new Map<string, OpenedPage>();
	const failed = new Set<string>();
	let wanted: readonly string[] = [];
	let opening = false;
	let closed = false;

	const next = async (): Promise<void> => {
		if (opening) return;
		const path = wanted.find(one => !pages.has(one) && !failed.has(one));
		if (path === undefined || closed) return;
		opening = true;
		try {
			const page = await open(path);
			pages.set(path, page);
			for (const old of pages.keys()) {
				if (pages.size <= most) break;
				if (!wanted.includes(old)) pages.delete(old);
			}
			if (!closed && wanted.includes(path)) onOpen(path);
		} catch (error) {
			failed.add(path);
			if (!closed) onProblem(path, error);
		} finally {
			opening = false;
			void next();
		}
	};

	return {
		want(paths) {
			if (paths.length === wanted.length && paths.every((path, index) => path === wanted[index])) return;
			wanted = paths;
			// What was a problem may be none when the person comes back.
			for (const path of failed) if (!paths.includes(path)) failed.delete(path);
			void next();
		},
		page(path) {
			const page = pages.get(path);
			if (page) {
				// The latest last: the others are forgotten first.
				pages.delete(path);
				pages.set(path, page);
			}
			return page;
		},
		close() {
			closed = true;
			pages.clear();
		},
	};
}
