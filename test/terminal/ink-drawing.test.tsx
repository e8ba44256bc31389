import {Box, render, Text, useStdout} from 'ink';
import {type ReactNode, useEffect, useState} from 'react';
import {expect, test} from 'vitest';
import {createTerminal} from '../../source/terminal/terminal.ts';
import {createFakeTerminal} from '../support/terminal.ts';
import {startInk} from './start-ink.ts';

function Broken(): ReactNode {
	throw new Error('broken component');
}

function Full({text = ''}: {text?: string}) {
	const {stdout} = useStdout();
	return (
		<Box width={stdout.columns} height={stdout.rows} borderStyle="single">
			<Text>{text}</Text>
		</Box>
	);
}

function Resizable() {
	const {stdout} = useStdout();
	const [, again] = useState(0);
	useEffect(() => {
		const listener = () => again(count => count + 1);
		stdout.on('resize', listener);
		return () => {
			stdout.off('resize', listener);
		};
	}, [stdout]);
	return <Full text={`${stdout.columns}x${stdout.rows}`} />;
}

test('a screen as high as the terminal leaves the scrollback alone, update after update', async () => {
	const fake = createFakeTerminal({columns: 40, rows: 8});
	await fake.feed('$ precious\r\n'.repeat(20));
	const before = fake.scrollback();
	const terminal = createTerminal(fake);
	terminal.enter();
	const {stdin, stdout} = terminal;
	const ink = render(<Full />, {stdin, stdout, debug: true});
	for (const text of ['one', 'two', 'three']) {
		ink.rerender(<Full text={text} />);
		const lines = await fake.waitFor(text);
		expect(lines[0]).toBe(`┌${'─'.repeat(38)}┐`);
		expect(lines[7]).toBe(`└${'─'.repeat(38)}┘`);
	}
	ink.unmount();
	terminal.leave();
	await fake.waitFor('$ precious');
	expect(fake.scrollback()).toEqual(before);
	expect(fake.output()).not.toContain('\x1b[3J');
});

test('a small change in a full screen costs one line', async () => {
	const {fake, ink} = startInk(<Full text="one" />);
	await fake.waitFor('one');
	const before = fake.written();
	ink.rerender(<Full text="two" />);
	await fake.waitFor('two');
	expect(fake.written() - before).toBeLessThan(120);
});

test('Ink lays out again when the window changes, and nothing of the old size stays', async () => {
	const {fake, terminal} = startInk(<Resizable />);
	await fake.waitFor('80x24');
	for (const [columns, rows] of [
		[40, 10],
		[100, 30],
		[20, 4],
	] as const) {
		fake.resize(columns, rows);
		await fake.waitFor(`${columns}x${rows}`);
		await terminal.whenPainted();
		const lines = fake.screen();
		expect(lines).toHaveLength(rows);
		expect(lines[0]).toBe(`┌${'─'.repeat(columns - 2)}┐`);
		expect(lines[rows - 1]).toBe(`└${'─'.repeat(columns - 2)}┘`);
	}
});

test('an error in a component never paints the overview that Ink makes for developers', async () => {
	const {fake, terminal, ink} = startInk(<Text>fine</Text>);
	await fake.waitFor('fine');
	const exited = ink.waitUntilExit().catch(error => {
		terminal.leave();
		return error;
	});
	ink.rerender(<Broken />);
	expect(await exited).toMatchObject({message: 'broken component'});
	await fake.waitFor(() => !fake.alternate());
	expect(fake.output()).not.toMatch(/broken component|ERROR/);
});
