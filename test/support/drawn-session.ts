import {stripVTControlCharacters} from 'node:util';
import {expect} from 'vitest';
import {pickerRoom} from '../../source/screen/features/picker/picker-layout.ts';
import {widgetTypes} from '../../source/screen/keys/dispatch.ts';
import {cursorPlace} from '../../source/screen/layout/cursor.ts';
import type {ShownState} from '../../source/screen/shown-state.ts';
import type {AppEvent} from '../../source/session/event.ts';
import {typedLine} from '../../source/session/export/typed-line.ts';
import {cellWidth} from '../../source/terminal/frame/cells.ts';
import type {AppOptions, OpenApp} from './app.ts';
import {shown} from './app-state.ts';
import {frameOf} from './draw-frame.ts';
import {openAlone, type SessionAlone} from './session-alone.ts';

/** What an app on a terminal has, too, for tests of what is said and done. */
export type DrawnSession = Pick<
	OpenApp,
	'press' | 'type' | 'paste' | 'screen' | 'waitFor' | 'resize' | 'folder' | 'store' | 'ended' | 'close' | 'interrupt'
> &
	Pick<OpenApp, 'walk' | 'toReview' | 'expectFits' | 'cursor'> &
	Pick<SessionAlone, 'loaded'> & {
		/** Chooses a line of a menu. */
		readonly choose: (item: Extract<AppEvent, {type: 'chosen'}>['item']) => void;
	};

const limit = 40_000;

/**
 * The session without a terminal, drawn when a test looks: no keyboard, no virtual screen, no frame that no test looks at.
 * What Ink's menus and lines of text send is sent as they do: an item that is chosen, a line that became longer.
 */
export function openDrawn(options: Omit<AppOptions, 'clock' | 'colors'> = {}): DrawnSession {
	const {columns = 80, rows = 24, ascii = false} = options;
	let size = {columns, rows};
	const session = openAlone({...options, look: () => ({size, ascii})});
	const {store, press} = session;
	const seen = (): ShownState => ({...shown(store.state()), size, ascii});
	store.subscribe(() => {
		const {screen, picker} = store.state();
		const room = pickerRoom(seen(), false);
		if (screen === 'picker' && picker.room.rows !== room.rows) store.send({type: 'pickerRoom', room});
	});
	let from: {readonly state: unknown; readonly size: unknown; readonly lines: string[]} | undefined;
	const tooLarge: string[] = [];
	const screen = () => {
		if (from?.state === store.state() && from.size === size) return from.lines;
		const lines = stripVTControlCharacters(frameOf(seen())).split('\n');
		if (lines.length > size.rows) tooLarge.push(`${lines.length} lines, ${size.rows} rows`);
		tooLarge.push(...lines.filter(line => cellWidth(line) > size.columns));
		const filled = Array.from({length: size.rows}, (_, index) => lines[index]?.trimEnd() ?? '');
		from = {state: store.state(), size, lines: filled};
		return filled;
	};
	const waitFor: DrawnSession['waitFor'] = async wanted => {
		const holds = (lines: string[]) => {
			if (typeof wanted === 'function') return wanted(lines);
			return typeof wanted === 'string' ? lines.join('\n').includes(wanted) : wanted.test(lines.join('\n'));
		};
		const end = Date.now() + limit;
		while (!holds(screen())) {
			if (Date.now() > end) throw new Error(`Not seen within ${limit} ms: ${wanted}\n${screen().join('\n')}`);
			await new Promise(resolve => setTimeout(resolve, 2));
		}
		return screen();
	};
	return {
		...session,
		screen,
		waitFor,
		cursor() {
			const place = cursorPlace(seen());
			return {x: 0, y: 0, ...place, visible: place !== undefined};
		},
		choose: item => store.send({type: 'chosen', item}),
		type(text) {
			for (const letter of text) {
				const line = lineOfInk(seen());
				if (line) store.send({type: 'reported', field: line.field, value: line.text + letter});
				else press(letter === ' ' ? 'space' : letter);
			}
		},
		resize(nextColumns, nextRows) {
			size = {columns: nextColumns, rows: nextRows};
		},
		async walk(...ids) {
			for (const id of ids) {
				press(id);
				for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
			}
		},
		async toReview() {
			await session.until(({reading: {phase}}) => phase === 'done');
			press('tab');
			await session.until(state => state.screen === 'review');
		},
		expectFits() {
			screen();
			expect(tooLarge).toEqual([]);
		},
	};
}

/** The line that Ink itself edits on this screen. */
function lineOfInk(state: ShownState) {
	if (!widgetTypes(state)) return undefined;
	const {exporting, credentials} = state;
	const field = typedLine(exporting);
	if (state.screen === 'export' && field) return {field, text: exporting[field].text};
	return {field: credentials.focus, text: credentials[credentials.focus].text};
}
