import {EventEmitter} from 'node:events';
import {render} from 'ink';
import {createElement} from 'react';
import {App} from '../../source/screen/app.tsx';
import {type ShownState, showOn} from '../../source/screen/shown-state.ts';
import {createStore} from '../../source/session/store.ts';
import {update} from './app-state.ts';

/** What Ink makes of a state: one whole frame, before anything cuts it to the terminal. */
export function frameOf(state: ShownState): string {
	const frames: string[] = [];
	const stream = Object.assign(new EventEmitter(), {
		isTTY: true,
		columns: state.size.columns,
		rows: state.size.rows,
		write(text: string) {
			frames.push(text);
			return true;
		},
		setRawMode() {},
		setEncoding() {},
		ref() {},
		unref() {},
		read: () => null,
	});
	const ink = render(
		createElement(App, {
			store: showOn(
				createStore(state, update, () => {}),
				state,
			),
		}),
		{
			stdin: stream as never,
			stdout: stream as never,
			stderr: stream as never,
			debug: true,
			exitOnCtrlC: false,
			patchConsole: false,
		},
	);
	const frame = frames.findLast(text => text.length > 20) ?? '';
	ink.unmount();
	return frame;
}
