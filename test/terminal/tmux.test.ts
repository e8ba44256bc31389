import {expect, it} from 'vitest';
import {cellWidth, sliceCells} from '../../source/terminal/frame/cells.ts';
import {bestGraphics, noAnswers, withAnswer} from '../../source/terminal/graphics/answers.ts';
import {placeholderId, placeholderRows, placeholderShow} from '../../source/terminal/graphics/kitty-placeholders.ts';
import {readTmux, type Tmux} from '../../source/terminal/graphics/tmux.ts';
import {createTerminal} from '../../source/terminal/terminal.ts';
import {createFakeTerminal} from '../support/terminal.ts';

const kittyBehind: Tmux = {client: '7', passes: true, answers: true, sixel: false, cell: {width: 9, height: 20}};
const window = {columns: 80, rows: 24};

/** The answers of terminals to what is asked through tmux, from their sources. */
const kitty = ['\x1b_Gi=31000001;OK\x1b\\', '\x1b_Gi=31000002;EINVAL:Put command creating a virtual placement\x1b\\'];
const ghostty = [
	'\x1b_Gi=31000001;OK\x1b\\',
	'\x1b_Gi=31000002;EINVAL: virtual placement cannot refer to a parent\x1b\\',
];
const wezterm = ['\x1b_Gi=31000001;OK\x1b\\', '\x1b_Gi=31000002;OK\x1b\\'];
const strict = ['\x1b_Gi=31000001;EINVAL:unknown key U\x1b\\', '\x1b_Gi=31000002;EINVAL:unknown key U\x1b\\'];

function opened(says: (Tmux | undefined)[]) {
	const fake = createFakeTerminal();
	const terminal = createTerminal({
		...fake,
		asks: true,
		isMultiplexed: true,
		askTmux: async () => (says.length > 1 ? says.shift() : says[0]),
	});
	let best: unknown;
	terminal.onAnswers(answers => {
		best = bestGraphics(answers, window);
	});
	terminal.enter();
	terminal.stdout.write('drawn');
	const probes = () => fake.output().split('U=1,P=').length - 1;
	const answer = (sequences: readonly string[]) => {
		for (const sequence of sequences) fake.type(sequence);
	};
	return {fake, terminal, probes, answer, best: () => best};
}

it.each([
	['kitty 0.31 and later', kitty, {graphics: 'placeholders', cell: {width: 9, height: 20}}],
	['Ghostty', ghostty, {graphics: 'placeholders', cell: {width: 9, height: 20}}],
	['WezTerm, which does not know the keys', wezterm, undefined],
	['kitty 0.26, which drops what it does not know', [], undefined],
	['a terminal that refuses keys', strict, undefined],
])('shows pictures in tmux where the terminal behind it draws placeholders: %s', async (_, sequences, wanted) => {
	const {probes, answer, best} = opened([kittyBehind]);
	await expect.poll(probes).toBe(1);
	answer(sequences);
	expect(best()).toEqual(wanted);
});

it('asks the terminal behind tmux only through what tmux passes on, with each escape doubled', async () => {
	const {fake, probes} = opened([kittyBehind]);
	await expect.poll(probes).toBe(1);
	const passed = [...fake.output().matchAll(/\x1bPtmux;((?:[^\x1b]|\x1b\x1b)*)\x1b\\/g)];
	expect(passed).toHaveLength(1);
	expect(fake.output().replace(passed[0]![0], '')).not.toContain('\x1b_G');
});

it.each([
	['is not allowed', {passes: false}],
	['would be answered in another pane', {answers: false}],
])('asks nothing through tmux that %s', async (_, change) => {
	const {fake, probes, terminal} = opened([{...kittyBehind, ...change}]);
	let isHeard = false;
	terminal.onAnswers(() => {
		isHeard = true;
	});
	await expect.poll(() => isHeard).toBe(true);
	expect(probes()).toBe(0);
	expect(fake.output()).not.toContain('\x1bPtmux');
});

it('forgets what a terminal said when the pane is taken to another one', async () => {
	const {probes, answer, best, fake} = opened([kittyBehind, {...kittyBehind, client: '8'}]);
	await expect.poll(probes).toBe(1);
	answer(kitty);
	expect(best()).toMatchObject({graphics: 'placeholders'});
	fake.resize(90, 24);
	await expect.poll(best).toBe(undefined);
	expect(probes()).toBe(2);
	answer(wezterm);
	expect(best()).toBe(undefined);
});

it('draws in blocks again once tmux does not pass pictures on, without a new question', async () => {
	const {probes, answer, best, terminal} = opened([kittyBehind, {...kittyBehind, passes: false}]);
	await expect.poll(probes).toBe(1);
	answer(kitty);
	terminal.setPicture('page', {x: 0, y: 0, width: 1, rows: ['x']});
	await expect.poll(best).toBe(undefined);
	expect(probes()).toBe(1);
});

it.each([
	[true, {graphics: 'sixel', cell: {width: 9, height: 20}}],
	[false, undefined],
])('believes tmux that it draws sixels where its terminal does: %s', (sixel, wanted) => {
	const answers = {...noAnswers, isMultiplexed: true, tmux: {...kittyBehind, passes: false, sixel}};
	expect(bestGraphics(withAnswer(answers, '\x1b[?1;2;4c'), window)).toEqual(wanted);
});

const line = (change: Record<string, string> = {}) =>
	Object.values({
		client: '41',
		attached: '1',
		watching: '1',
		window: '1',
		pane: '1',
		passthrough: '1',
		width: '9',
		height: '20',
		name: 'xterm-kitty',
		features: 'bpaste,title',
		...change,
	}).join('\t');

it.each([
	['tmux 3.3', {}, {passes: true, answers: true, sixel: false}],
	['tmux 3.5', {passthrough: 'on', features: 'bpaste,RGB,sixel', name: 'foot'}, {passes: true, sixel: true}],
	['for panes that are not seen too', {passthrough: 'all', window: '0'}, {passes: true, answers: false}],
	['not for panes that are not seen', {passthrough: 'on', window: '0'}, {passes: false, answers: false}],
	['in a pane without the keyboard', {pane: '0'}, {passes: true, answers: false}],
	['off', {passthrough: 'off'}, {passes: false}],
	['off in 3.3', {passthrough: '0'}, {passes: false}],
	['tmux 3.2, which has no such option', {passthrough: ''}, {passes: false}],
	['with few colours, which would change the number of a picture', {name: 'xterm'}, {passes: false}],
	['with cells of no size', {width: '0', height: '0'}, {passes: true, cell: undefined}],
])('reads what tmux says: %s', (_, change, wanted) => {
	expect(readTmux(`${line(change)}\n`)).toMatchObject(wanted);
});

it.each([
	['no terminal is attached', line({attached: '0'})],
	['two terminals show the pane, which may differ', line({watching: '2'})],
	['another program answers', 'no server running'],
])('knows nothing where %s', (_, said) => {
	expect(readTmux(said)).toBe(undefined);
});

it('writes a picture as text of one cell each, of which a part is still that part', () => {
	const id = placeholderId(3, 999);
	const rows = placeholderRows(id, 297, 297);
	expect(rows).toHaveLength(297);
	expect(rows.map(cellWidth)).toEqual(Array(297).fill(297));
	expect(new Set(rows.flatMap(row => [...row.matchAll(/\u{10eeee}[^\u{10eeee}]*/gu)].map(String))).size).toBe(
		297 * 297,
	);
	expect(sliceCells(rows[0]!, 5, 7)).toContain(rows[0]!.split('\u{10eeee}')[6]);
	// kitty graphics protocol, "Unicode placeholders": row, column and the highest byte of the number.
	expect(placeholderRows(0x02_00_00_2a, 2, 2)).toEqual([
		'\x1b[38;5;42m\u{10eeee}\u0305\u0305\u030e\u{10eeee}\u0305\u030d\u030e',
		'\x1b[38;5;42m\u{10eeee}\u030d\u0305\u030e\u{10eeee}\u030d\u030d\u030e',
	]);
});

it('gives two programs of one terminal different numbers for their pictures', () => {
	expect(placeholderId(1, 4711)).not.toBe(placeholderId(1, 4712));
});

it('passes a large picture on in sequences that tmux takes', () => {
	let noise = 1;
	const data = Uint8Array.from({length: 300 * 300 * 3}, () => {
		noise = (noise * 1_103_515_245 + 12_345) % 2 ** 31;
		return noise >> 16;
	});
	const shown = placeholderShow(placeholderId(1, 1), {width: 300, height: 300, data}, 30, 15);
	const parts = [...shown.matchAll(/\x1bPtmux;\x1b\x1b_G([^;]*);[^\x1b]*\x1b\x1b\\\x1b\\/g)];
	expect(parts.map(([whole]) => whole).join('')).toBe(shown);
	expect(Math.max(...parts.map(([whole]) => whole.length))).toBeLessThan(5000);
	expect(parts[0]![1]).toContain('U=1');
	expect(parts.at(-1)![1]).toBe('m=0');
});
