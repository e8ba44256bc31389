import {expect, test} from 'vitest';
import type {CellPicture} from '../../source/terminal/screen.ts';
import {cost, openScreen} from './open-screen.ts';

const box: CellPicture = {x: 2, y: 1, width: 3, rows: ['\x1b[31m▀▀▀', '▄▄▄']};

test('a picture is painted over the frame, once', async () => {
	const {fake, screen, show} = await openScreen(10, 4);
	screen.setPicture('page', box);
	await show('..........', '..........', '..........', '..........');
	expect(fake.screen()).toEqual(['..........', '..▀▀▀.....', '..▄▄▄.....', '..........']);
	const before = fake.output().length;
	await show('..........', '..........', '.........!', '..........');
	expect(fake.screen()[2]).toBe('..▄▄▄....!');
	expect(fake.output().slice(before)).not.toMatch(/[▀▄]/);
});

test('of a picture in the same place only the rows that changed are painted', async () => {
	const {fake, screen, show} = await openScreen(10, 4);
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
	const {fake, screen, show} = await openScreen(40, 3);
	const shade = (index: number) => `\x1b[48;5;${16 + index};38;5;${60 + index}m▚`;
	const row = (changed: readonly number[]) =>
		Array.from({length: 30}, (_, index) => (changed.includes(index) ? '\x1b[0m\x1b[1;33mX\x1b[0m' : shade(index))).join(
			'',
		);
	screen.setPicture('page', {x: 2, y: 1, width: 30, rows: [row([])]});
	await show('', '', '');
	for (const changed of [[4], [4, 6], [20], [29], [], [0, 1, 2]]) {
		const bytes = await cost(fake, async () => {
			screen.setPicture('page', {x: 2, y: 1, width: 30, rows: [row(changed)]});
			await screen.whenPainted();
		});
		expect(bytes).toBeLessThan(200);
		const other = await openScreen(40, 3);
		other.screen.setPicture('page', {x: 2, y: 1, width: 30, rows: [row(changed)]});
		await other.show('', '', '');
		expect(fake.cells(1)).toEqual(other.fake.cells(1));
	}
});

test('the frame to the left of a picture is filled up to it and does not erase it', async () => {
	const {fake, screen, show} = await openScreen(10, 4);
	screen.setPicture('page', {...box, x: 4});
	await show('', 'abc', 'abcdefghij');
	await show('', 'a', 'xbcdefghij');
	expect(fake.screen().slice(1, 3)).toEqual(['a   ▀▀▀', 'xbcd▄▄▄hij']);
});

test('the frame comes back where a picture was', async () => {
	const {fake, screen, show} = await openScreen(10, 3);
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
	const {fake, screen, show} = await openScreen(10, 3);
	screen.setPicture('page', {...box, x: 3});
	await show('', '张三李四王', '张三李四王');
	expect(fake.screen()[1]).toBe('张 ▀▀▀四王');
});

test('a picture larger than the terminal is cut', async () => {
	const {fake, screen, show} = await openScreen(6, 2);
	screen.setPicture('page', {x: 4, y: 1, width: 4, rows: ['▀▀▀▀', '▄▄▄▄']});
	await show('......', '......');
	expect(fake.screen()).toEqual(['......', '....▀▀']);
});

test('a picture is there again after a resize', async () => {
	const {fake, screen, show} = await openScreen(10, 4);
	screen.setPicture('page', box);
	await show('..........', '..........');
	fake.resize(8, 4);
	await screen.whenPainted();
	expect(fake.screen()[1]).toBe('..▀▀▀...');
});

test('a picture that the terminal lays over the cells is taken away before another one is shown, and at the end', async () => {
	const {fake, screen, show} = await openScreen(10, 4);
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

test('a picture in the cells goes before the frame is written there', async () => {
	const {fake, screen, show} = await openScreen(10, 4);
	const blank = box.rows.map((_, row) => `\x1b[${box.y + row + 1};${box.x + 1}H${' '.repeat(box.width)}`).join('');
	screen.setPicture('page', {...box, over: {show: '\x1bPq#0\x1b\\', hide: blank}});
	await show('..........', '..........');
	screen.setPicture('page', undefined);
	await screen.whenPainted();
	expect(fake.screen().slice(0, 3)).toEqual(['..........', '..........', '']);
});
