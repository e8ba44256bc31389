import {toAppError} from '../../core/errors.ts';
import type {OpenedPage} from '../../core/pictures/page.ts';
import {goOn} from '../../core/review/move.ts';
import type {Store} from '../../session/store.ts';
import type {Terminal} from '../../terminal/terminal.ts';
import type {ShownState} from '../shown-state.ts';
import {quarterTurns} from './crop-frames.ts';
import {createOpenPages} from './open-pages.ts';
import {type Manner, paint, prepareWhole} from './paint.ts';
import type {View} from './picture-view.ts';
import {picturesShown} from './pictures-shown.ts';

type PainterOptions = {
	readonly terminal: Pick<Terminal, 'setPicture'>;
	readonly store: Store<ShownState>;
	/** Until the terminal says that it shows real pictures. */
	readonly manner: Manner;
	readonly open: (path: string) => Promise<OpenedPage>;
};

/**
 * Paints the pictures of the review beside Ink: after every change of the state what it asks for, or nothing while that
 * is still being opened. What is painted follows from the state alone, so that a picture which comes late can only be the
 * one that is wanted now.
 *
 * @returns what ends it
 */
export function startPainter({terminal, store, manner: usual, open}: PainterOptions): () => void {
	/** What is on the terminal, by view. */
	const painted = new Map<View['id'], {readonly key: string; readonly page: OpenedPage}>();
	const wanted = createWanted();
	const mannerOf = ({graphics, cell}: ShownState): Manner =>
		usual.colors === 'none' || !graphics ? usual : {...usual, graphics, cell};
	const pages = createOpenPages({
		open,
		onOpen(path) {
			refresh();
			prepare(path);
		},
		onProblem: (path, error) => store.send({type: 'pictureProblem', path, code: toAppError(error).code}),
	});

	const show = (id: View['id'], view: View | undefined): void => {
		const page = view && pages.page(view.path);
		if (!view || !page || page.sha256 !== view.sha256) {
			if (painted.delete(id)) terminal.setPicture(id, undefined);
			return;
		}
		const manner = mannerOf(store.state());
		const key = JSON.stringify([view, manner]);
		const before = painted.get(id);
		if (before?.key === key && before.page === page) return;
		terminal.setPicture(id, paint(view, page, manner));
		painted.set(id, {key, page});
	};

	const refresh = (): void => {
		const state = store.state();
		pages.want(wanted(state));
		const views = picturesShown(state);
		for (const id of ['page', 'strip'] as const)
			show(
				id,
				views.find(view => view.id === id),
			);
		tellChanged(views);
	};

	/** The picture of the passport that comes next is there: what of it depends on this screen only is done before it comes. */
	const prepare = (path: string): void => {
		const state = store.state();
		const page = pages.page(path);
		const view = picturesShown(state).find(({id}) => id === 'page');
		const record = state.review.records.find(one => one.path === path);
		if (!view || !page || !record || view.path === path) return;
		prepareWhole({...view, whole: {turns: quarterTurns(record.geometry?.lines[0]), marked: []}}, page, mannerOf(state));
	};

	/** The file is no longer the picture that was read: what is shown of it would be false. */
	const tellChanged = (views: readonly View[]): void => {
		const [view] = views;
		const page = view && pages.page(view.path);
		const told = store.state().viewing.problems.get(view?.path ?? '');
		if (!page || page.sha256 === view.sha256 || told === 'CHANGED') return;
		store.send({type: 'pictureProblem', path: view.path, code: 'CHANGED'});
	};

	const off = store.subscribe(refresh);
	refresh();
	return () => {
		off();
		pages.close();
		for (const id of painted.keys()) terminal.setPicture(id, undefined);
	};
}

/**
 * The open passport's picture, and those of the ones that come after it: the next one to look at, and the next in the
 * batch. Then it is there before it is asked for. Looked for again only when it can be another one: it may be thousands
 * of passports away.
 */
function createWanted(): (state: ShownState) => readonly string[] {
	let known: ShownState['review'] | undefined;
	let paths: readonly string[] = [];
	return ({review}) => {
		const {records, current, skipped} = review;
		if (known?.records === records && known.current === current && known.skipped === skipped) return paths;
		known = review;
		const next = goOn(review);
		const coming = [current, next.current, current + 1].map(place => records[place]?.path);
		paths = [...new Set(coming)].filter(path => path !== undefined);
		return paths;
	};
}
