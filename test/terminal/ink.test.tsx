import {render, Text} from 'ink';
import TextInput from 'ink-text-input';
import {useState} from 'react';
import {expect, test} from 'vitest';
import {createTerminal} from '../../source/terminal/terminal.ts';
import {createFakeTerminal} from '../support/terminal.ts';

function Field() {
	const [value, setValue] = useState('');
	return (
		<Text>
			[<TextInput value={value} onChange={setValue} />]
		</Text>
	);
}

function start(columns = 80, rows = 24) {
	const fake = createFakeTerminal({columns, rows});
	const terminal = createTerminal(fake);
	terminal.enter();
	const ink = render(<Field />, {...streams(terminal), debug: true, exitOnCtrlC: false, patchConsole: false});
	return {fake, terminal, ink};
}

function streams({stdin, stdout, stderr}: ReturnType<typeof createTerminal>) {
	return {stdin, stdout, stderr};
}

test('a stock input gets every key of one chunk', async () => {
	const {fake, ink, terminal} = start();
	fake.write('abc\x1b[D\x1b[Dxy\x7f\x7fz');
	await fake.waitFor('[azbc]');
	ink.unmount();
	terminal.leave();
});

test('300 characters in one chunk all arrive', async () => {
	const {fake, ink, terminal} = start(320);
	const text = Array.from({length: 300}, (_, index) => String.fromCharCode(97 + (index % 26))).join('');
	fake.write(text);
	await fake.waitFor(text);
	ink.unmount();
	terminal.leave();
	expect(fake.alternate()).toBe(false);
});
