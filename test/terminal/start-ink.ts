import {render} from 'ink';
import type {ReactNode} from 'react';
import {onTestFinished} from 'vitest';
import {createTerminal} from '../../source/terminal/terminal.ts';
import {createFakeTerminal} from '../support/terminal.ts';

/** Ink as the app uses it, on a terminal in memory; both are ended when the test is over. */
export function startInk(node: ReactNode, {columns = 80, rows = 24} = {}) {
	const fake = createFakeTerminal({columns, rows});
	const terminal = createTerminal(fake);
	terminal.enter();
	const {stdin, stdout, stderr} = terminal;
	const ink = render(node, {stdin, stdout, stderr, debug: true, exitOnCtrlC: false, patchConsole: false});
	onTestFinished(() => {
		ink.unmount();
		terminal.leave();
	});
	return {fake, terminal, ink};
}
