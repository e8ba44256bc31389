import {expect, it} from 'vitest';
import {bestGraphics, noAnswers, questionsFor, withAnswer} from '../../source/terminal/graphics/answers.ts';
import {createTerminal} from '../../source/terminal/terminal.ts';
import {createFakeTerminal} from '../support/terminal.ts';

function opened({asks = true} = {}) {
	const fake = createFakeTerminal();
	const terminal = createTerminal({...fake, asks});
	const heard: unknown[] = [];
	const keys: string[] = [];
	terminal.onAnswers(answers => heard.push(answers));
	terminal.onKey(key => keys.push(key.id) > 0);
	terminal.enter();
	terminal.stdout.write('drawn');
	return {fake, terminal, heard, keys};
}

it('asks a terminal for its background, and hears the answer between keys', async () => {
	const {fake, heard, keys} = opened();
	expect(fake.output()).toContain('\x1b]11;?');
	fake.type('a\x1b]11;rgb:ffff/fafa/f0f0\x1b\\b\x1b[?62;22c');
	await expect.poll(() => keys).toEqual(['a', 'b']);
	expect(heard).toEqual([
		{...noAnswers, background: [255, 250, 240], complete: false},
		{...noAnswers, background: [255, 250, 240], complete: true},
	]);
});

it('hears an answer that comes in pieces', async () => {
	const {fake, heard, keys} = opened();
	for (const piece of ['\x1b]11;rg', 'b:0000/00', '00/0000\x1b', '\\j']) fake.type(piece);
	await expect.poll(() => keys).toEqual(['j']);
	expect(heard).toEqual([{...noAnswers, background: [0, 0, 0]}]);
});

it('asks nothing of a terminal that prints what it does not know', () => {
	expect(opened({asks: false}).fake.output()).not.toContain('\x1b]11;?');
});

it.each([
	['\x1b]11;rgb:1e1e/1e1e/1e1e\x07', [30, 30, 30]],
	['\x1b]11;rgb:ff/ff/ff\x1b\\', [255, 255, 255]],
	['\x1b]11;rgba:0000/0000/0000/ffff\x1b\\', [0, 0, 0]],
	['\x1b]11;rgb:8/8/8\x1b\\', [136, 136, 136]],
])('understands %j', (sequence, background) => {
	expect(withAnswer(noAnswers, sequence)).toEqual({...noAnswers, background});
});

it.each(['\x1b]10;rgb:ffff/ffff/ffff\x07', '\x1b]11;white\x07', '\x1b[A', '\x1b[5n', '\x1b_Gi=1;OK\x1b\\'])(
	'learns nothing from %j',
	sequence => {
		expect(withAnswer(noAnswers, sequence)).toBe(noAnswers);
	},
);

const window = {columns: 80, rows: 24};

/** What real terminals answer: kitty 0.42, iTerm2 3.5, mlterm 3.9, xterm 379, tmux 3.3. */
it.each([
	['kitty', ['\x1b_Gi=31;OK\x1b\\', '\x1b[6;20;10t', '\x1b[?62;52;c'], {graphics: 'kitty'}],
	['iTerm2', ['\x1b]1337;ReportCellSize=17.0;8.0;2.0\x1b\\', '\x1b[?62;4c'], {graphics: 'inline'}],
	[
		'mlterm',
		['\x1b[6;22;10t', '\x1b[?63;1;2;3;4;6;7;15;18;22;29c'],
		{graphics: 'sixel', cell: {width: 10, height: 22}},
	],
	[
		'xterm, which does not say how large a cell is',
		['\x1b[?2;0;800;480S', '\x1b[?63;1;2;4;6;9;15;16;22;28c'],
		{graphics: 'sixel', cell: {width: 10, height: 20}},
	],
	['xterm in a larger window than it admits to', ['\x1b[?2;0;1000;480S', '\x1b[?63;1;2;4c'], undefined],
	['xterm whose window is no whole number of cells', ['\x1b[?2;0;801;480S', '\x1b[?63;1;2;4c'], undefined],
	['sixels alone', ['\x1b[?63;1;2;4c'], undefined],
	['a size alone', ['\x1b[6;22;10t', '\x1b[?62;22c'], undefined],
	['a size that is none', ['\x1b[6;0;0t', '\x1b[?62;4c'], undefined],
	['a kitty that was asked in vain', ['\x1b_Gi=31;ENOTSUPPORTED:no\x1b\\', '\x1b[?62;c'], undefined],
	['tmux', ['\x1b[?1;2c'], undefined],
	// A conformance level of 4 is no attribute.
	['a VT400', ['\x1b[6;22;10t', '\x1b[?4;22c'], undefined],
])('shows pictures as the terminal says it can: %s', (_, sequences, best) => {
	expect(bestGraphics(sequences.reduce(withAnswer, noAnswers), window)).toEqual(best);
});

it('asks no terminal within tmux or screen what these take for a title', () => {
	expect(questionsFor(false)).toContain('\x1b_G');
	expect(questionsFor(true)).not.toContain('\x1b_');
});
