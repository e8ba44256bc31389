import {Box, render, Text, useInput} from 'ink';
import SelectInput from 'ink-select-input';
import TextInput from 'ink-text-input';
import {useEffect, useState} from 'react';
import {expect, onTestFinished, test} from 'vitest';
import {editEvent} from '../../source/screen/keys/edit-keys.ts';
import {startEdit, updateEdit} from '../../source/session/typing/text-edit.ts';
import {createTerminal} from '../../source/terminal/terminal.ts';
import {createFakeTerminal} from '../support/terminal.ts';
import {startInk} from './start-ink.ts';

function Field({onSubmit = () => {}}: {onSubmit?: (value: string) => void}) {
	const [value, setValue] = useState('');
	return (
		<Text>
			[<TextInput value={value} onChange={setValue} onSubmit={onSubmit} showCursor />]
		</Text>
	);
}

/** Two fields: enter in the first one moves to the second. */
function Form() {
	const [first, setFirst] = useState<string>();
	return (
		<Box flexDirection="column">
			<Text>first: {first}</Text>
			{first === undefined ? <Field key="1" onSubmit={setFirst} /> : <Field key="2" />}
		</Box>
	);
}

function Counter() {
	const [count, setCount] = useState(0);
	useInput((_input, key) => {
		if (key.upArrow) setCount(count + 1);
		if (key.downArrow) setCount(count - 1);
	});
	return <Text>count {count}</Text>;
}

function Escapable() {
	const [seen, setSeen] = useState('');
	useInput((input, key) => setSeen(seen + (key.escape ? 'ESC' : input)));
	return <Text>{seen}</Text>;
}

function Restless() {
	const [turn, setTurn] = useState(0);
	useEffect(() => {
		const next = setImmediate(() => setTurn(turn + 1));
		return () => clearImmediate(next);
	});
	return (
		<>
			<Text>{turn % 10}</Text>
			<Field />
		</>
	);
}

const alphabet = Array.from({length: 300}, (_, index) => String.fromCharCode(97 + (index % 26))).join('');

test('a stock input gets every key of one chunk', async () => {
	const {fake} = startInk(<Field />);
	fake.write('abc\x1b[D\x1b[Dxy\x7f\x7fz');
	await fake.waitFor('[azbc]');
});

test('300 characters in one chunk all arrive in a stock input', async () => {
	const {fake} = startInk(<Field />, {columns: 320});
	fake.type(alphabet);
	await fake.waitFor(`[${alphabet} ]`);
});

test('three backspaces in one chunk take three characters', async () => {
	const {fake} = startInk(<Field />);
	fake.write('abcde\x7f\x7f\x7f');
	await fake.waitFor('[ab ]');
});

test('a paste with line ends comes as one line and breaks no border', async () => {
	const {fake} = startInk(
		<Box borderStyle="single" width={30}>
			<Field />
		</Box>,
	);
	fake.paste('one\r\ntwo\rthree\n');
	const [, line] = await fake.waitFor('[one two three ]');
	expect(line).toMatch(/^│.*│$/);
});

test('letters with ctrl or alt do not type themselves into a stock input', async () => {
	const {fake} = startInk(<Field />);
	fake.write('a\x15\x17\x1bbz');
	await fake.waitFor('[az ]');
});

test('three arrows and enter in one chunk choose the fourth item of a stock menu', async () => {
	const items = ['one', 'two', 'three', 'four'].map(value => ({label: value, value}));
	let chosen = '';
	const {fake} = startInk(<SelectInput items={items} onSelect={item => (chosen = item.value)} />);
	fake.press('down', 'down', 'down', 'enter');
	await fake.waitFor('❯ four');
	await expect.poll(() => chosen).toBe('four');
});

test('keys behind an enter go to the input that it opened', async () => {
	const {fake} = startInk(<Form />);
	fake.write('abc\rdef\x7fg');
	await fake.waitFor(lines => lines[0] === 'first: abc' && lines[1] === '[deg ]');
});

test('handlers with plain state see each key with the state after the one before', async () => {
	const {fake} = startInk(<Counter />);
	fake.write('\x1b[A\x1b[A\x1b[A\x1b[B');
	await fake.waitFor('count 2');
});

test('a lone escape reaches Ink', async () => {
	const {fake} = startInk(<Escapable />);
	fake.press('a', 'esc');
	await fake.waitFor('aESC');
	fake.press('b');
	await fake.waitFor('aESCb');
});

test('an animation that never rests does not hold the keys up', async () => {
	const {fake} = startInk(<Restless />);
	fake.write('abc\x1b[D\x1b[Dxy\x7f\x7fz');
	await fake.waitFor('[azbc]');
});

test('what is typed before the first frame waits for it', async () => {
	const fake = createFakeTerminal();
	const terminal = createTerminal(fake);
	terminal.enter();
	fake.type('early');
	const {stdin, stdout} = terminal;
	const ink = render(<Field />, {stdin, stdout, debug: true});
	onTestFinished(() => {
		ink.unmount();
		terminal.leave();
	});
	await fake.waitFor('[early ]');
});

test('own handlers get every key at once, newest first; what they leave goes to Ink', async () => {
	const {fake, terminal} = startInk(<Field />);
	const seen: string[] = [];
	await fake.waitFor('[');
	terminal.onKey(key => {
		seen.push(`old ${key.id}`);
		return key.id === 'j';
	});
	const off = terminal.onKey(key => {
		seen.push(`new ${key.id}`);
		return key.id === 'k';
	});
	fake.type('jka');
	await fake.waitFor('[a ]');
	expect(seen).toEqual(['new j', 'old j', 'new k', 'new a', 'old a']);
	off();
	fake.type('kb');
	await fake.waitFor('[akb ]');
});

test('keys keep their order between Ink and the handlers', async () => {
	const {fake, terminal} = startInk(<Form />);
	const seen: string[] = [];
	terminal.onKey(key => {
		if (key.id !== 'tab') return false;
		seen.push(fake.output().length > 0 ? 'tab' : '');
		terminal.onKey(later => seen.push(later.id) > 0);
		return true;
	});
	fake.write('ab\tcd');
	await fake.waitFor('[ab ]');
	await expect.poll(() => seen).toEqual(['tab', 'c', 'd']);
});

/** A line editor outside of React, as the app has it. */
function editor() {
	let edit = startEdit('');
	const {fake, terminal} = startInk(<Text>ready</Text>, {columns: 320});
	terminal.onKey(key => {
		const event = editEvent(key);
		if (event) edit = updateEdit(edit, event);
		terminal.stdout.write(`[${edit.text}]`);
		return event !== undefined;
	});
	return {fake, text: () => edit.text};
}

test('our own editor gets every key of one chunk', async () => {
	const {fake} = editor();
	fake.write('abc\x1b[D\x1b[Dxy\x7f\x7fz');
	await fake.waitFor('[azbc]');
});

test('300 characters, 20 arrows and Chinese names in one chunk all arrive in our own editor', async () => {
	const {fake, text} = editor();
	fake.write(`${alphabet}${'\x1b[D'.repeat(20)}张三👨‍👩‍👧!\x7f\x7f`);
	await fake.waitFor(/张三[a-z]{20}\]/);
	expect(text()).toBe(`${alphabet.slice(0, -20)}张三${alphabet.slice(-20)}`);
});

test('characters and sequences that are cut between chunks arrive whole', async () => {
	const {fake} = editor();
	const bytes = Buffer.from('张é\x1b[D三\x1b[3~');
	await fake.waitFor('ready');
	for (const byte of bytes) fake.write(Uint8Array.of(byte));
	await fake.waitFor('[张三]');
});

test('ctrl+c goes past all handlers', async () => {
	const {fake, terminal} = startInk(<Field />);
	const seen: string[] = [];
	await fake.waitFor('[');
	terminal.onKey(key => seen.push(key.id) > 0);
	terminal.onInterrupt(() => seen.push('interrupted'));
	fake.write('a\x03b');
	expect(seen[0]).toBe('interrupted');
	await expect.poll(() => seen).toEqual(['interrupted', 'a', 'b']);
});
