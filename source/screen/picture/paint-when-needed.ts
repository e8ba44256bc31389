import type {Store} from '../../session/store.ts';
import type {Terminal} from '../../terminal/terminal.ts';
import type {ShownState} from '../shown-state.ts';
import type {Manner} from './paint.ts';

type Options = {
	readonly terminal: Pick<Terminal, 'setPicture'>;
	readonly store: Store<ShownState>;
	readonly manner: Manner;
	readonly onError: (error: unknown) => void;
};

/**
 * Starts the painter once there is a passport to show: nothing of it is loaded for the first screen.
 *
 * @returns what ends it
 */
export function paintWhenNeeded({terminal, store, manner, onError}: Options): () => void {
	let stop = () => {};
	let ended = false;
	const start = async (): Promise<void> => {
		const [{startPainter}, {openPage}] = await Promise.all([
			import('./painter.ts'),
			import('../../core/pictures/page.ts'),
		]);
		if (!ended) stop = startPainter({terminal, store, manner, open: openPage});
	};
	const off = store.subscribe(() => {
		if (store.state().review.current < 0) return;
		off();
		start().catch(onError);
	});
	return () => {
		ended = true;
		off();
		stop();
	};
}
