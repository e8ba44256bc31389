import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {Screen} from '../../source/terminal/screen.ts';
import {cost, openScreen} from './open-screen.ts';

test('shows a frame in the alternate screen and gives the old one back', async () => {
	const {fake, screen, show} = await openScreen();
	const before = fake.scrollback();
	await show('one', 'two');
	expect(fake.screen()).toEqual(['one', 'two', '', '', '']);
	expect(fake.alternate()).toBe(true);
	screen.leave();
	await fake.waitFor('$ ls');
	expect(fake.alternate()).toBe(false);
	expect(fake.scrollback()).toEqual(before);
	expect(fake.cursor().visible).toBe(true);
	expect(fake.modes()).toEqual({bracketedPaste: false, wraparound: true});
});

test('switches bracketed paste on', async () => {
	const {fake, show} = await openScreen();
	await show('x');
	expect(fake.modes().bracketedPaste).toBe(true);
});

test('a frame as high and as wide as the terminal does not scroll, again and again', async () => {
	const {fake, show} = await openScreen(10, 4);
	const scrollback = fake.scrollback();
	for (const letter of 'abcde') {
		const lines = Array.from({length: 4}, () => letter.repeat(10));
		await show(...lines);
		expect(fake.screen()).toEqual(lines);
	}
	expect(fake.scrollback()).toEqual(scrollback);
	expect(fake.output()).not.toContain('\x1b[3J');
});

test('what is higher or wider than the terminal is cut', async () => {
	const {fake, show} = await openScreen(10, 3);
	await show('1234567890abc', '', '张三李四王五', 'beyond');
	expect(fake.screen()).toEqual(['1234567890', '', '张三李四王']);
});

test('only the changed line is written, inside one synchronized update', async () => {
	const {fake, show} = await openScreen(80, 24);
	const lines = Array.from({length: 24}, (_, y) => `line ${y} `.padEnd(80, 'x'));
	await show(...lines);
	const before = fake.output().length;
	await show(...lines.with(3, 'changed'));
	const written = fake.output().slice(before);
	expect(written).toBe('\x1b[?2026h\x1b[4;1Hchanged\x1b[K\x1b[?2026l');
	expect(fake.screen()[3]).toBe('changed');
});

test('the same frame again costs nothing', async () => {
	const {fake, show} = await openScreen();
	await show('a', 'b');
	expect(await cost(fake, () => show('a', 'b'))).toBe(0);
});

test('a shorter line leaves nothing of the longer one, also when its signs are of doubtful width', async () => {
	const {fake, show} = await openScreen();
	await show('abcdefghij'.repeat(2), '👨‍👩‍👧 family of three');
	await show('ab', '👨‍👩‍👧');
	expect(fake.screen()[0]).toBe('ab');
	expect(fake.screen()[1]).not.toContain('family');
});

test('a line that the terminal takes for wider than we do stays in its row', async () => {
	const {fake, show} = await openScreen(10, 3);
	await show('👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 'second', 'third');
	expect(fake.screen().slice(1)).toEqual(['second', 'third']);
});

test('of many frames in one turn only the last is painted', async () => {
	const {fake, screen} = await openScreen();
	for (let count = 0; count < 50; count++) screen.draw(`frame ${count}`);
	await screen.whenPainted();
	expect(fake.screen()[0]).toBe('frame 49');
	expect(fake.output()).not.toContain('frame 48');
});

test('after a resize everything is painted again', async () => {
	const {fake, screen, show} = await openScreen(20, 5);
	await show('one', 'two', 'three', 'four', 'five');
	fake.resize(4, 3);
	await screen.whenPainted();
	expect(fake.screen()).toEqual(['one', 'two', 'thre']);
	fake.resize(20, 5);
	await screen.whenPainted();
	expect(fake.screen()).toEqual(['one', 'two', 'three', 'four', 'five']);
});

test('the real cursor is where it is put, and is hidden otherwise', async () => {
	const {fake, screen, show} = await openScreen();
	await show('name: Anna');
	expect(fake.cursor().visible).toBe(false);
	screen.setCursor({x: 10, y: 0});
	await screen.whenPainted();
	expect(fake.cursor()).toEqual({x: 10, y: 0, visible: true});
	await show('name: Anna', 'a hint below');
	expect(fake.cursor()).toEqual({x: 10, y: 0, visible: true});
	screen.setCursor(undefined);
	await screen.whenPainted();
	expect(fake.cursor().visible).toBe(false);
});

test('moving only the cursor costs a few bytes', async () => {
	const {fake, screen, show} = await openScreen();
	await show('name: Anna');
	screen.setCursor({x: 10, y: 0});
	await screen.whenPainted();
	const bytes = await cost(fake, async () => {
		screen.setCursor({x: 9, y: 0});
		await screen.whenPainted();
	});
	expect(bytes).toBeLessThan(30);
});

test('frames that come after the screen was left are not painted', async () => {
	const {fake, screen, show} = await openScreen();
	await show('in');
	screen.leave();
	await show('out');
	await fake.waitFor('$ ls');
	expect(fake.output()).not.toContain('out');
});

describe('with a clock of its own', () => {
	beforeEach(() => {
		vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'clearImmediate', 'performance']});
	});
	afterEach(() => {
		vi.useRealTimers();
	});

	/** A terminal that keeps what it is given, and takes no more after a text with `stop` in it. */
	function recorder(stop?: string) {
		const written: string[] = [];
		let drained = () => {};
		const output = {
			columns: 20,
			rows: 3,
			write: (text: string, done?: () => void) => {
				written.push(text);
				done?.();
				return stop === undefined || !text.includes(stop);
			},
			on: (_event: 'drain', listener: () => void) => {
				drained = listener;
			},
		};
		return {output, written: () => written.join(''), drain: () => drained()};
	}

	test('frames that come faster than they may be painted end with the last', () => {
		const {output, written} = recorder();
		const screen = new Screen(output, {fps: 30});
		screen.enter();
		for (let count = 0; count < 100; count++) {
			screen.draw(`frame ${count}.`);
			vi.advanceTimersByTime(1);
		}
		screen.draw('The last');
		vi.runAllTimers();
		expect(written()).toMatch(/The last\S*$/);
		const painted = written().match(/\x1b\[\?2026h/g) ?? [];
		expect(painted.length).toBeLessThan(10);
	});

	test('what a key asks for does not wait for the next frame of those that come by themselves', () => {
		const {output, written} = recorder();
		const screen = new Screen(output, {fps: 1});
		screen.enter();
		screen.draw('by itself');
		vi.runAllTimers();
		vi.advanceTimersByTime(20);
		screen.hurry();
		screen.draw('for a key');
		vi.advanceTimersByTime(1);
		expect(written()).toContain('for a key');
		// The key is answered: what comes by itself waits again.
		vi.advanceTimersByTime(20);
		screen.draw('then by itself');
		vi.advanceTimersByTime(20);
		expect(written()).not.toContain('then by itself');
		// Drawn already when the key comes.
		screen.hurry();
		vi.advanceTimersByTime(1);
		expect(written()).toContain('then by itself');
	});

	test('a key that is held is painted some sixty times a second', () => {
		const {output, written} = recorder();
		const screen = new Screen(output);
		screen.enter();
		vi.runAllTimers();
		const before = written().length;
		for (let count = 0; count < 1000; count++) {
			screen.hurry();
			screen.draw(`key ${count}`);
			vi.advanceTimersByTime(1);
		}
		const painted =
			written()
				.slice(before)
				.match(/\x1b\[\?2026h/g) ?? [];
		// Timers count whole milliseconds.
		expect(painted.length).toBeLessThanOrEqual(1000 / 16);
		expect(painted.length).toBeGreaterThan(50);
	});

	test('a terminal that takes no more is not written to until it does, however long that is', () => {
		const {output, written, drain} = recorder('first');
		const screen = new Screen(output);
		screen.enter();
		screen.draw('first');
		vi.runAllTimers();
		const before = written();
		expect(before).toContain('first');
		for (const frame of ['second', 'third']) {
			screen.draw(frame);
			vi.runAllTimers();
			vi.advanceTimersByTime(60_000);
		}
		expect(written()).toBe(before);
		drain();
		vi.runAllTimers();
		expect(written()).toContain('third');
		expect(written()).not.toContain('second');
	});
});

test('passes colours, and no other sequence of a text that was not cleaned', async () => {
	const {fake, screen, show} = await openScreen(40, 5);
	await show('');
	const before = fake.output().length;
	const attack = '\x1b]0;owned\x07\x1b]52;c;b3duZWQ=\x07\x9b2J\x1b[5;1H\u202egpj\r\b';
	await show(`\x1b[31mred\x1b[0m ${attack}`);
	screen.setPicture('one', {x: 0, y: 2, width: 10, rows: [`\x1b[2mx\x1b[0m${attack}`]});
	await screen.whenPainted();
	const written = fake.output().slice(before);
	expect(written).toContain('\x1b[31mred');
	expect(written).not.toMatch(/\x1b\]|\x1b\[2J|\x1b\[5;1H[^\x1b]*gpj|[\x07\b\r\x80-\x9f\u202e]/);
});
