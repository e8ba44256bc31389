import {isoTime} from '../core/records/time.ts';
import type {ActId} from '../session/act-id.ts';
import {createEffects} from '../session/effects/index.ts';
import type {RunnerOptions} from '../session/effects/runner.ts';
import type {AppEvent} from '../session/event.ts';
import {initialState, type Opening} from '../session/initial.ts';
import type {AppState} from '../session/state.ts';
import {createStore} from '../session/store.ts';
import {update} from '../session/update.ts';
import type {Language} from '../text/index.ts';
import {createNarrator} from './narrate.ts';
import type {Talk} from './talk.ts';

/** What the session as lines is given. */
export type LineOptions = Omit<Opening, 'pictures' | 'keysProblem'> &
	Pick<RunnerOptions, 'now' | 'createEngine' | 'configDir' | 'endpoint' | 'brokenFile'> & {
		readonly talk: Talk;
		/** Resumes the batch that was worked on last, without asking. */
		readonly resume?: boolean | undefined;
	};

/** The session in lines. What anything changes is said once, when it has changed. */
export type Line = {
	readonly talk: Talk;
	readonly language: Language;
	readonly state: () => AppState;
	readonly send: (event: AppEvent) => void;
	/** `choice`: which of several, from 1. */
	readonly act: (id: ActId, choice?: number) => void;
	/** Replaces the line that is being typed. */
	readonly type: (text: string) => void;
	/** Resolves with true once the state is so, with false when the session ends before. */
	readonly until: (isSo: (state: AppState) => boolean) => Promise<boolean>;
	/** The same for an event of this type. */
	readonly when: (type: AppEvent['type']) => Promise<boolean>;
	/** Looks for the batch that was worked on last, or comes back to it. */
	readonly lookBack: (how: 'findKept' | 'goOn') => void;
};

export type OpenLine = {
	readonly line: Line;
	/** Ctrl-C: ends at once, or when the answers have come that may have been charged. */
	readonly interrupt: () => void;
	/** Resolves when everything that was decided is on disk. */
	readonly close: () => Promise<void>;
};

/** The session's store and effects, with a voice. Starts with the settings. */
export function openLine(options: LineOptions): OpenLine {
	const {talk, language, today, home, folder, engine, documents, trip, keep, demo, watch, command, now} = options;
	const narrate = createNarrator(talk.say, language);
	const waiting = new Set<() => void>();
	const seen = new Set<AppEvent['type']>();
	let ended = false;
	const wake = () => {
		for (const check of waiting) check();
	};
	const send = (event: AppEvent) => {
		const before = store.state();
		store.send(event);
		narrate(before, event, store.state());
		seen.add(event.type);
		wake();
	};
	const end = () => {
		ended = true;
		talk.close();
		wake();
	};
	const effects = createEffects({...options, send, quit: end});
	const opening = {language, today, home, folder, paths: [], engine, documents, trip, keep, demo, watch, command};
	const store = createStore(initialState(opening), update, effect => {
		// No folder is listed here: what is to be read is asked for by name.
		if (effect.type !== 'scan') effects.run(effect);
	});
	store.subscribe(() => effects.follow(store.state()));
	const check = (isSo: () => boolean): Promise<boolean> =>
		new Promise(resolve => {
			const look = () => {
				if (!ended && !isSo()) return;
				waiting.delete(look);
				resolve(!ended);
			};
			waiting.add(look);
			look();
		});
	const line: Line = {
		talk,
		language,
		state: store.state,
		send,
		act: (id, choice) => send({type: 'act', id, at: isoTime(now()), choice}),
		type(text) {
			send({type: 'typed', change: {type: 'end'}});
			send({type: 'typed', change: {type: 'deleteToStart'}});
			send({type: 'typed', change: {type: 'insert', text}});
		},
		until: isSo => check(() => isSo(store.state())),
		when: type => check(() => seen.has(type)),
		lookBack: type => effects.run({type}),
	};
	effects.run({type: 'loadSettings'});
	return {
		line,
		interrupt() {
			if (!effects.interrupt(0)) end();
		},
		close: effects.close,
	};
}
