import {join} from 'node:path';
import {expect, onTestFinished} from 'vitest';
import type {EngineChoice} from '../../source/core/engines/choice.ts';
import type {Engine} from '../../source/core/engines/engine.ts';
import {openSession} from '../../source/screen/open-session.tsx';
import type {Store} from '../../source/session/store.ts';
import {cellWidth} from '../../source/terminal/frame/cells.ts';
import type {ColorDepth} from '../../source/terminal/graphics/capabilities.ts';
import {createTerminal} from '../../source/terminal/terminal.ts';
import {type Language, messages} from '../../source/text/index.ts';
import {fakeEngine} from './fake-engine.ts';
import {folderOf} from './pictures.ts';
import {numbered, reading, today} from './records.ts';
import {createFakeTerminal, type FakeTerminal} from './terminal.ts';

export type AppOptions = {
	readonly columns?: number;
	readonly rows?: number;
	readonly language?: Language;
	/** Names of pictures in the folder it starts in. */
	readonly pictures?: readonly string[];
	readonly paths?: readonly string[];
	readonly engine?: Engine;
	/** Reads what is sent away, where two engines read. */
	readonly second?: Engine;
	/** Chosen already, as on a later start. */
	readonly chosen?: EngineChoice;
	/** A server of the cloud service. */
	readonly endpoint?: string;
	readonly ascii?: boolean;
	/** The terminal shows pictures. */
	readonly pictured?: boolean;
	/** What of pictures can be shown; nothing by default. */
	readonly colors?: ColorDepth;
	/** A folder of an earlier app. */
	readonly folder?: string;
	/** When keys are pressed, in milliseconds; by default each a long while after the other. */
	readonly clock?: () => number;
	/** As with --resume. */
	readonly resume?: boolean;
	/** As with --watch. */
	readonly watch?: boolean;
};

export type OpenApp = Pick<FakeTerminal, 'press' | 'type' | 'paste' | 'screen' | 'waitFor' | 'cursor' | 'resize'> & {
	readonly folder: string;
	readonly store: Store;
	readonly terminal: FakeTerminal;
	/** Resolves with the exit code. */
	readonly ended: Promise<number>;
	/** By default without waiting for answers, as at a second Ctrl-C. */
	readonly close: (isUrgent?: boolean) => Promise<void>;
	/** Ctrl-C, as the guard of the terminal reports it. True when the session ends later, by itself. */
	readonly interrupt: () => boolean;
	/** Presses keys one after the other, each when the one before has been drawn. */
	readonly walk: (...ids: string[]) => Promise<void>;
	/** Goes to the screen where passports are checked, once every picture is read. */
	readonly toReview: () => Promise<void>;
	/** Fails when any frame so far was larger than the terminal it was drawn for. */
	readonly expectFits: () => void;
};

/**
 * The whole app on a terminal in memory, with an engine that answers at once: another passport for each picture, in their
 * order.
 */
export function openApp(options: AppOptions = {}): OpenApp {
	const {columns = 80, rows = 24, language = 'en', pictures = [], paths = []} = options;
	const folder = folderOf(pictures, options.folder);
	const fake = createFakeTerminal({columns, rows});
	const terminal = createTerminal(fake);
	const tooLarge = watchFrames(terminal.stdout);
	const errors: unknown[] = [];
	let read = 0;
	let moment = 0;
	terminal.enter();
	const session = openSession({
		terminal,
		opening: {
			language,
			today,
			home: '/nobody',
			folder,
			paths: paths.map(path => join(folder, path)),
			engine: options.chosen,
			watch: options.watch,
		},
		ascii: options.ascii ?? false,
		now: () => new Date('2026-11-22T18:00:00Z'),
		clock: options.clock ?? (() => (moment += 5000)),
		createEngine: async id =>
			(id === 'xiangyun' ? options.second : undefined) ??
			options.engine ??
			fakeEngine({concurrency: 1, answer: () => reading(numbered(read++))}),
		configDir: join(folder, '.settings'),
		endpoint: options.endpoint,
		colors: options.colors ?? 'none',
		resume: options.resume,
		manner: options.pictured ? {graphics: 'blocks', colors: '256'} : undefined,
		onError: error => errors.push(error),
	});
	onTestFinished(async () => {
		await session.close(true);
		terminal.leave();
		expect(errors).toEqual([]);
	});
	const {press, type, paste, screen, waitFor, cursor, resize} = fake;
	return {
		press,
		type,
		paste,
		screen,
		waitFor,
		cursor,
		resize,
		folder,
		terminal: fake,
		store: session.store,
		ended: session.ended,
		close: (isUrgent = true) => session.close(isUrgent),
		interrupt: session.interrupt,
		async walk(...ids) {
			for (const id of ids) {
				press(id);
				await settled();
				await terminal.whenPainted();
			}
		},
		async toReview() {
			await waitFor('100 %');
			press('tab');
			await waitFor(([first = '']) => first.includes(`passport-ocr  ${messages(language).app.titles.review}`));
		},
		expectFits: () => expect(tooLarge()).toEqual([]),
	};
}

/** Keys are handed over between turns of the event loop; Ink draws a few turns later. */
async function settled(): Promise<void> {
	for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
}

/** Frames as Ink makes them, before the screen cuts them to the terminal. */
function watchFrames(stdout: NodeJS.WriteStream): () => readonly string[] {
	const write = stdout.write.bind(stdout) as (text: string, done?: () => void) => boolean;
	const wrong: string[] = [];
	let size = '';
	stdout.write = ((text: string, done?: () => void) => {
		if (text === '') return write(text, done);
		const lines = text.split('\n');
		// Ink draws the old state once more when the window changes; it is replaced before it is painted.
		const now = `${stdout.columns}x${stdout.rows}`;
		if (size !== now && size !== '') {
			size = now;
			return write(text, done);
		}
		size = now;
		if (lines.length > stdout.rows) wrong.push(`${lines.length} lines, ${stdout.rows} rows`);
		for (const line of lines) {
			const wide = cellWidth(line);
			if (wide > stdout.columns) wrong.push(`${wide} cells, ${stdout.columns} columns: ${line}`);
		}
		return write(text, done);
	}) as typeof stdout.write;
	return () => wrong;
}
