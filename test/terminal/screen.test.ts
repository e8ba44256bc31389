import {afterEach, expect, test} from 'vitest';
import {type CellPicture, Screen} from '../../source/terminal/screen.ts';
import {createFakeTerminal} from '../support/terminal.ts';

const screens: Screen[] = [];
afterEach(() => {
	for (const screen of screens.splice(0)) screen.leave();
});

async function open(columns = 20, rows = 5) {
	const fake = createFakeTerminal({columns, rows});
	const screen = new Screen(fake.stdout, {fps: 1000});
	screens.push(screen);
	await fake.feed('$ ls\r\nold.jpg\r\n'.repeat(rows));
	screen.enter();
	fake.stdout.on('resize', () => screen.repaint());
	const show = async (...lines: string[]) => {
		screen.draw(lines.join('\n'));
		await screen.whenPainted();
	};
	return {fake, screen, show};
}

/** The bytes that one change costs. */
async function cost(fake: {written(): number}, change: () => Promise<unknown>): Promise<number> {
	const before = fake.written();
	await change();
	return fake.written() - before;
}

test('shows a frame in the alternate screen and gives the old one back', async () => {
	const {fake, screen, show} = await open();
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
	const {fake, show} = await open();
	await show('x');
	expect(fake.modes().bracketedPaste).toBe(true);
});

test('a frame as high and as wide as the terminal does not scroll, again and again', async () => {
	const {fake, show} = await open(10, 4);
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
	const {fake, show} = await open(10, 3);
	await show('1234567890abc', '', '张三李四王五', 'beyond');
	expect(fake.screen()).toEqual(['1234567890', '', '张三李四王']);
});

test('only the changed line is written, inside one synchronized update', async () => {
	const {fake, show} = await open(80, 24);
	const lines = Array.from({length: 24}, (_, y) => `line ${y} `.padEnd(80, 'x'));
	await show(...lines);
	const before = fake.output().length;
	await show(...lines.with(3, 'changed'));
	const written = fake.output().slice(before);
	expect(written).toBe('\x1b[?2026h\x1b[4;1Hchanged\x1b[K\x1b[?2026l');
	expect(fake.screen()[3]).toBe('changed');
});

test('the same frame again costs nothing', async () => {
	const {fake, show} = await open();
	await show('a', 'b');
	expect(await cost(fake, () => show('a', 'b'))).toBe(0);
});

test('a shorter line leaves nothing of the longer one, also when its signs are of doubtful width', async () => {
	const {fake, show} = await open();
	await show('abcdefghij'.repeat(2), '👨‍👩‍👧 family of three');
	await show('ab', '👨‍👩‍👧');
	expect(fake.screen()[0]).toBe('ab');
	expect(fake.screen()[1]).not.toContain('family');
});

test('a line that the terminal takes for wider than we do stays in its row', async () => {
	const {fake, show} = await open(10, 3);
	await show('👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 'second', 'third');
	expect(fake.screen().slice(1)).toEqual(['second', 'third']);
});

test('of many frames in one turn only the last is painted', async () => {
	const {fake, screen} = await open();
	for (let count = 0; count < 50; count++) screen.draw(`frame ${count}`);
	await screen.whenPainted();
	expect(fake.screen()[0]).toBe('frame 49');
	expect(fake.output()).not.toContain('frame 48');
});

test('frames that come faster than they may be painted end with the last', async () => {
	const fake = createFakeTerminal();
	const screen = new Screen(fake.stdout, {fps: 30});
	screens.push(screen);
	screen.enter();
	for (let count = 0; count <= 100; count++) {
		screen.draw(`frame ${count}.`);
		await new Promise(setImmediate);
	}
	await fake.waitFor('frame 100.');
	const painted = fake.output().match(/frame \d+\./g) ?? [];
	expect(painted.length).toBeLessThan(50);
});

test('a terminal that takes no more is not written to until it does', async () => {
	const written: string[] = [];
	let drained = () => {};
	const output = {
		columns: 20,
		rows: 3,
		write: (text: string, done?: () => void) => {
			written.push(text);
			done?.();
			return !text.includes('first');
		},
		on: (_event: 'drain', listener: () => void) => {
			drained = listener;
		},
	};
	const screen = new Screen(output, {fps: 1000});
	screens.push(screen);
	screen.enter();
	screen.draw('first');
	await screen.whenPainted();
	for (const frame of ['second', 'third']) {
		screen.draw(frame);
		await new Promise(resolve => setTimeout(resolve, 5));
	}
	expect(written.join('')).not.toContain('second');
	drained();
	await screen.whenPainted();
	expect(written.at(-1)).toContain('third');
	expect(written.join('')).not.toContain('second');
});

test('after a resize everything is painted anew', async () => {
	const {fake, screen, show} = await open(20, 5);
	await show('one', 'two', 'three', 'four', 'five');
	fake.resize(4, 3);
	await screen.whenPainted();
	expect(fake.screen()).toEqual(['one', 'two', 'thre']);
	fake.resize(20, 5);
	await screen.whenPainted();
	expect(fake.screen()).toEqual(['one', 'two', 'three', 'four', 'five']);
});

test('the real cursor stands where it is put, and is hidden otherwise', async () => {
	const {fake, screen, show} = await open();
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
	const {fake, screen, show} = await open();
	await show('name: Anna');
	screen.setCursor({x: 10, y: 0});
	await screen.whenPainted();
	const bytes = await cost(fake, async () => {
		screen.setCursor({x: 9, y: 0});
		await screen.whenPainted();
	});
	expect(bytes).toBeLessThan(30);
});

const box: CellPicture = {x: 2, y: 1, width: 3, rows: ['\x1b[31m▀▀▀', '▄▄▄']};

test('a picture is painted over the frame, once', async () => {
	const {fake, screen, show} = await open(10, 4);
	screen.setPicture('page', box);
	await show('..........', '..........', '..........', '..........');
	expect(fake.screen()).toEqual(['..........', '..▀▀▀.....', '..▄▄▄.....', '..........']);
	const before = fake.output().length;
	await show('..........', '..........', '.........!', '..........');
	expect(fake.screen()[2]).toBe('..▄▄▄....!');
	expect(fake.output().slice(before)).not.toMatch(/[▀▄]/);
});

test('of a picture in the same place only the rows that changed are painted', async () => {
	const {fake, screen, show} = await open(10, 4);
	screen.setPicture('page', box);
	await show('..........', '..........', '..........', '..........');
	const before = fake.output().length;
	screen.setPicture('page', {...box, rows: [box.rows[0]!, '▐▐▐']});
	await screen.whenPainted();
	expect(fake.screen()).toEqual(['..........', '..▀▀▀.....', '..▐▐▐.....', '..........']);
	expect(fake.output().slice(before)).not.toContain('▀');
	screen.setPicture('page', {...box, x: 3, rows: [box.rows[0]!, '▐▐▐']});
	await screen.whenPainted();
	expect(fake.screen()).toEqual(['..........', '...▀▀▀....', '...▐▐▐....', '..........']);
});

test('of a row of a picture only the cells that changed are painted, in the colours they should have', async () => {
	const {fake, screen, show} = await open(40, 3);
	const shade = (index: number) => `\x1b[48;5;${16 + index};38;5;${60 + index}m▚`;
	const row = (changed: readonly number[]) =>
		Array.from({length: 30}, (_, index) => (changed.includes(index) ? '\x1b[0m\x1b[1;33mX\x1b[0m' : shade(index))).join(
			'',
		);
	screen.setPicture('page', {x: 2, y: 1, width: 30, rows: [row([])]});
	await show('', '', '');
	for (const changed of [[4], [4, 6, 20], [29], [], [0, 1, 2]]) {
		const bytes = await cost(fake, async () => {
			screen.setPicture('page', {x: 2, y: 1, width: 30, rows: [row(changed)]});
			await screen.whenPainted();
		});
		expect(bytes).toBeLessThan(200);
		const other = await open(40, 3);
		other.screen.setPicture('page', {x: 2, y: 1, width: 30, rows: [row(changed)]});
		await other.show('', '', '');
		expect(fake.cells(1)).toEqual(other.fake.cells(1));
	}
});

test('the frame to the left of a picture is filled up to it and does not erase it', async () => {
	const {fake, screen, show} = await open(10, 4);
	screen.setPicture('page', {...box, x: 4});
	await show('', 'abc', 'abcdefghij');
	await show('', 'a', 'xbcdefghij');
	expect(fake.screen().slice(1, 3)).toEqual(['a   ▀▀▀', 'xbcd▄▄▄hij']);
});

test('the frame comes back where a picture was', async () => {
	const {fake, screen, show} = await open(10, 3);
	screen.setPicture('page', box);
	await show('0123456789', '0123456789', '0123456789');
	screen.setPicture('page', {...box, x: 6});
	await screen.whenPainted();
	expect(fake.screen()[1]).toBe('012345▀▀▀9');
	screen.setPicture('page', undefined);
	await screen.whenPainted();
	expect(fake.screen()[1]).toBe('0123456789');
});

test('a wide character under the edge of a picture does not push it', async () => {
	const {fake, screen, show} = await open(10, 3);
	screen.setPicture('page', {...box, x: 3});
	await show('', '张三李四王', '张三李四王');
	expect(fake.screen()[1]).toBe('张 ▀▀▀四王');
});

test('a picture larger than the terminal is cut', async () => {
	const {fake, screen, show} = await open(6, 2);
	screen.setPicture('page', {x: 4, y: 1, width: 4, rows: ['▀▀▀▀', '▄▄▄▄']});
	await show('......', '......');
	expect(fake.screen()).toEqual(['......', '....▀▀']);
});

test('a picture is there again after a resize', async () => {
	const {fake, screen, show} = await open(10, 4);
	screen.setPicture('page', box);
	await show('..........', '..........');
	fake.resize(8, 4);
	await screen.whenPainted();
	expect(fake.screen()[1]).toBe('..▀▀▀...');
});

test('a picture that the terminal lays over the cells is taken away before another one is shown, and at the end', async () => {
	const {fake, screen, show} = await open(10, 4);
	const laid = (name: string) => ({...box, over: {show: `\x1b_Ga=${name}\x1b\\`, hide: `\x1b_Gx=${name}\x1b\\`}});
	screen.setPicture('page', laid('one'));
	await show('..........', '..........');
	await show('..........', '.........!');
	screen.setPicture('page', laid('two'));
	await screen.whenPainted();
	screen.repaint();
	await screen.whenPainted();
	screen.leave();
	const told = [...fake.output().matchAll(/\x1b_G([^\x1b]*)\x1b/g)].map(([, keys]) => keys);
	expect(told).toEqual(['a=one', 'x=one', 'a=two', 'x=two', 'a=two', 'x=two']);
});

test('frames that come after the screen was left are not painted', async () => {
	const {fake, screen, show} = await open();
	await show('in');
	screen.leave();
	await show('out');
	await fake.waitFor('$ ls');
	expect(fake.output()).not.toContain('out');
});
