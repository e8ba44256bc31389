import {join} from 'node:path';
import {expect, onTestFinished} from 'vitest';
import {exitCodes} from '../../source/core/errors.ts';
import {keyEvents} from '../../source/screen/keys/press-key.ts';
import type {ShownState} from '../../source/screen/shown-state.ts';
import {statusSpans} from '../../source/screen/status.ts';
import {createEffects} from '../../source/session/effects/index.ts';
import {initialState} from '../../source/session/initial.ts';
import type {AppState} from '../../source/session/state.ts';
import {createStore, type Store} from '../../source/session/store.ts';
import {update} from '../../source/session/update.ts';
import {type Key, namedKey, pasteKey, textKey} from '../../source/terminal/keyboard/key.ts';
import type {AppOptions} from './app.ts';
import {at, shown} from './app-state.ts';
import {fakeEngine} from './fake-engine.ts';
import {folderOf} from './pictures.ts';
import {numbered, reading, today} from './records.ts';
import {testCredentials} from './xiangyun-server.ts';

type Options = Pick<
	AppOptions,
	| 'language'
	| 'pictures'
	| 'paths'
	| 'engine'
	| 'second'
	| 'chosen'
	| 'endpoint'
	| 'folder'
	| 'resume'
	| 'watch'
	| 'pictured'
> & {
	/** Of a screen that it is drawn for; 80x24 by default. */
	readonly look?: () => Pick<ShownState, 'size' | 'ascii'>;
};

export type SessionAlone = {
	readonly folder: string;
	readonly store: Store;
	/** Presses keys, by their ids, as the table of keys has them. */
	readonly press: (...ids: string[]) => void;
	/** Pastes as a terminal with bracketed paste does. */
	readonly paste: (text: string) => void;
	/** Chooses a line of a menu, or what a line of text holds. */
	readonly send: Store['send'];
	/** What the status line of a screen says: a question, else what just happened. */
	readonly said: () => string;
	/** Resolves when that holds a text, or the state is so; fails with both when it never does. */
	readonly until: (wanted: string | RegExp | ((state: AppState) => boolean)) => Promise<void>;
	/** Ctrl-C, as the guard of a terminal reports it. True when the session ends later, by itself. */
	readonly interrupt: () => boolean;
	/** Resolves with the exit code. */
	readonly ended: Promise<number>;
	/** Resolves when the settings are loaded. */
	readonly loaded: () => Promise<void>;
	readonly close: (isUrgent?: boolean) => Promise<void>;
};

/** The session with its keys, its work and what it says, without a terminal: nothing is drawn. */
export function openAlone(options: Options = {}): SessionAlone {
	const {language = 'en', pictures = [], paths = []} = options;
	const folder = folderOf(pictures, options.folder);
	let read = 0;
	let end = (_code: number) => {};
	const ended = new Promise<number>(resolve => {
		end = resolve;
	});
	const effects = createEffects({
		send: event => store.send(event),
		quit: code => end(code),
		today,
		now: () => new Date(at),
		createEngine: async id =>
			(id === 'xiangyun' ? options.second : undefined) ??
			options.engine ??
			fakeEngine({concurrency: 1, answer: () => reading(numbered(read++))}),
		configDir: join(folder, '.settings'),
		endpoint: options.endpoint,
	});
	const store = createStore(
		initialState({
			language,
			today,
			home: '/nobody',
			folder,
			paths: paths.map(path => join(folder, path)),
			engine: options.chosen,
			watch: options.watch,
			pictures: options.pictured ?? false,
		}),
		update,
		effects.run,
	);
	store.subscribe(() => effects.follow(store.state()));
	onTestFinished(() => effects.close(true));
	effects.run({type: 'loadSettings'});
	effects.run({type: options.resume ? 'goOn' : 'findKept'});
	const said = () =>
		statusSpans(shown(store.state()), '')
			.map(({text}) => text)
			.join('');
	const holds = (wanted: Parameters<SessionAlone['until']>[0]) => {
		if (typeof wanted === 'function') return wanted(store.state());
		return typeof wanted === 'string' ? said().includes(wanted) : wanted.test(said());
	};
	const until: SessionAlone['until'] = wanted =>
		expect.poll(() => holds(wanted) || `${store.state().screen}: ${said()}`, {timeout: 20_000, interval: 2}).toBe(true);
	const take = (key: Key) => {
		for (const event of keyEvents({...shown(store.state()), ...options.look?.()}, key, at)) store.send(event);
	};
	return {
		folder,
		store,
		send: store.send,
		said,
		press(...ids) {
			for (const id of ids) {
				const text = id === 'space' ? ' ' : id;
				take([...text].length === 1 ? textKey(text) : named(id));
			}
		},
		paste: text => take(pasteKey(text)),
		until,
		interrupt: () => effects.interrupt(exitCodes.interrupted),
		ended,
		loaded: () => until(({settingsFile}) => settingsFile.includes('.settings')),
		close: (isUrgent = true) => effects.close(isUrgent),
	};
}

const named = (id: string) =>
	namedKey(id.split('+').at(-1)!, '', {
		ctrl: id.startsWith('ctrl+'),
		alt: id.startsWith('alt+'),
		shift: id.startsWith('shift+'),
	});

/** Types an account, as on the page for key and secret. */
export function typeAccount({send, press}: SessionAlone, secret: string = testCredentials.secret): void {
	send({type: 'reported', field: 'key', value: testCredentials.key});
	press('tab');
	send({type: 'reported', field: 'secret', value: secret});
	press('enter');
}

/** The session while the cloud reads a batch, after an account was typed in and a yes to sending. */
export async function openCloudAlone({
	names,
	concurrency,
	secret,
}: {
	readonly names: readonly string[];
	readonly concurrency: number;
	readonly secret?: string;
}) {
	const engine = fakeEngine({id: 'xiangyun', concurrency});
	const session = openAlone({engine, pictures: names, paths: names});
	await session.loaded();
	session.send({type: 'chosen', item: 'start'});
	await session.until(({screen}) => screen === 'engine');
	session.send({type: 'chosen', item: 'xiangyun'});
	await session.until(({screen}) => screen === 'credentials');
	typeAccount(session, secret);
	await session.until(`Send ${names.length} pictures to`);
	session.press('y');
	await session.until(({reading: {items}}) => items.length === names.length);
	return {session, engine};
}
