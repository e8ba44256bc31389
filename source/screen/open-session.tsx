import {render} from 'ink';
import {exitCodes} from '../core/errors.ts';
import {isoTime} from '../core/records/time.ts';
import type {Rgb} from '../core/settings/contrast.ts';
import {createEffects} from '../session/effects/index.ts';
import type {RunnerOptions} from '../session/effects/runner.ts';
import {initialState, type Opening} from '../session/initial.ts';
import {unsavedToAsk} from '../session/reading/unsaved.ts';
import {createStore, type Store} from '../session/store.ts';
import {typingPlace} from '../session/typing/typing-place.ts';
import {update} from '../session/update.ts';
import {bestGraphics} from '../terminal/graphics/answers.ts';
import type {ColorDepth} from '../terminal/graphics/capabilities.ts';
import type {Terminal} from '../terminal/terminal.ts';
import {App} from './app.tsx';
import {FaultBoundary} from './components/fault-boundary.tsx';
import {lastDetail} from './features/details.tsx';
import {pickerRoom} from './features/picker/picker-layout.ts';
import {throttleFrames} from './frame-throttle.ts';
import {takesKey} from './keys/dispatch.ts';
import {mouseEvents} from './keys/mouse.ts';
import {createKeys} from './keys/press-key.ts';
import {cursorPlace} from './layout/cursor.ts';
import {isTooSmall} from './layout/layout.ts';
import {showListPicture} from './picture/list-picture.ts';
import type {Manner} from './picture/paint.ts';
import {paintWhenNeeded} from './picture/paint-when-needed.ts';
import {type ShownStore, showOn} from './shown-state.ts';

export type SessionOptions = Pick<RunnerOptions, 'now' | 'createEngine' | 'configDir' | 'endpoint' | 'brokenFile'> & {
	/** Entered, and left by the caller. */
	readonly terminal: Terminal;
	readonly opening: Opening;
	/** Signs beyond ASCII cannot be drawn. */
	readonly ascii?: boolean;
	/** Milliseconds on a clock that only goes forward. */
	readonly clock?: () => number;
	/** How many colours the terminal has; none by default. */
	readonly colors?: ColorDepth;
	/** The colour behind the terminal's text, until the terminal itself says it. */
	readonly background?: Rgb | undefined;
	/** How the terminal shows pictures; not at all, when left out. */
	readonly manner?: Manner | undefined;
	/** Resumes the batch that was worked on last. */
	readonly resume?: boolean | undefined;
	/** A throw while drawing. */
	readonly onError: (error: unknown) => void;
};

export type Session = {
	readonly store: Store;
	/** Resolves with the exit code when the person leaves. */
	readonly ended: Promise<number>;
	/**
	 * Ctrl-C. True when the session does not end now: answers are owed that may have been charged, or it asks about values
	 * that are not next to their pictures.
	 */
	readonly interrupt: () => boolean;
	/** Answers that are waited for and may have been charged. */
	readonly owed: () => number;
	/** Ends what is running and keeps what was decided, and what is owed unless it is urgent; safe to call twice. */
	readonly close: (isUrgent?: boolean) => Promise<void>;
};

/** Says how much of the picker is shown, whenever that changes. */
function tellRoom(shown: ShownStore, showsPictures: boolean): void {
	shown.subscribe(() => {
		const state = shown.state();
		if (state.screen === 'details' && !isTooSmall(state.size)) {
			const top = lastDetail(state);
			if (state.detailsTop > top) shown.send({type: 'detailsEnd', top});
		}
		if (state.screen !== 'picker') return;
		const room = pickerRoom(state, showsPictures);
		const {rows, picture} = state.picker.room;
		const isSame =
			rows === room.rows && picture?.width === room.picture?.width && picture?.height === room.picture?.height;
		if (!isSame) shown.send({type: 'pickerRoom', room});
	});
}

/** The guided session on a terminal: state, drawing, keys and effects tied together. */
export function openSession({
	terminal,
	opening,
	ascii = false,
	clock = () => performance.now(),
	colors = 'none',
	background,
	manner,
	resume = false,
	onError,
	...given
}: SessionOptions): Session {
	const {now} = given;
	let end: (code: number) => void;
	const ended = new Promise<number>(resolve => {
		end = resolve;
	});
	const effects = createEffects({
		...given,
		send: event => drawing.sendLater(event),
		quit: code => end(code),
		copy: text => terminal.copy(text),
		today: opening.today,
	});
	const store = createStore(initialState({...opening, pictures: manner !== undefined}), update, effects.run);
	const shown = showOn(store, {size: terminal.size, ascii, colors, background});
	tellRoom(shown, colors !== 'none');
	const drawing = throttleFrames(shown);
	const drawn = drawing.store;
	const keys = createKeys();
	terminal.setTyping(() => typingPlace(shown.state()) !== undefined);
	// To the end: leaving brings the last news.
	store.subscribe(() => effects.follow(store.state()));
	const offs = [
		drawn.subscribe(() => terminal.setCursor(cursorPlace(drawn.state()))),
		showListPicture(drawn, colors, picture => terminal.setPicture('picker', picture)),
		manner ? paintWhenNeeded({terminal, store: drawn, manner, onError}) : () => {},
		terminal.onResize(size => {
			shown.lookAgain({size});
			// ink-text-input forgets its cursor when it is taken off the screen.
			if (isTooSmall(size)) store.send({type: 'linesClosed'});
		}),
		terminal.onAnswers(answers => {
			const best = bestGraphics(answers, terminal.size);
			const behind = answers.background ? {background: answers.background} : {};
			shown.lookAgain({...behind, graphics: best?.graphics, cell: best?.cell});
		}),
		drawn.subscribe(() => terminal.setMouse(drawn.state().mouse)),
		terminal.onMouse(event => {
			for (const one of mouseEvents(shown.state(), event, isoTime(now()))) store.send(one);
		}),
		terminal.onKey(key => {
			const taken = takesKey(shown.state(), key);
			for (const event of keys(shown.state(), key, isoTime(now()), clock())) store.send(event);
			return taken;
		}),
	];
	const {stdin, stdout, stderr} = terminal;
	const ink = render(
		<FaultBoundary onError={onError}>
			<App store={drawn} />
		</FaultBoundary>,
		{stdin, stdout, stderr, debug: true, exitOnCtrlC: false, patchConsole: false},
	);
	effects.run({type: 'loadSettings'});
	effects.run({type: resume ? 'goOn' : 'findKept'});
	let closing: Promise<void> | undefined;
	return {
		store,
		ended,
		interrupt() {
			const isAsked = store.state().question?.kind === 'quitUnsaved';
			const counts = isAsked ? undefined : unsavedToAsk(store.state());
			if (counts && counts.decided + counts.held > 0) {
				store.send({type: 'askToLeave'});
				return true;
			}
			return effects.interrupt(exitCodes.interrupted);
		},
		owed: effects.owed,
		close(isUrgent) {
			closing ??= (async () => {
				drawing.stop();
				for (const off of offs) off();
				ink.unmount();
				await effects.close(isUrgent);
			})();
			return closing;
		},
	};
}
