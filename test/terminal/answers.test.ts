import {expect, it} from 'vitest';
import {noAnswers, withAnswer} from '../../source/terminal/answers.ts';
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
		{background: [255, 250, 240], complete: false},
		{background: [255, 250, 240], complete: true},
	]);
});

it('hears an answer that comes in pieces', async () => {
	const {fake, heard, keys} = opened();
	for (const piece of ['\x1b]11;rg', 'b:0000/00', '00/0000\x1b', '\\j']) fake.type(piece);
	await expect.poll(() => keys).toEqual(['j']);
	expect(heard).toEqual([{background: [0, 0, 0], complete: false}]);
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
	expect(withAnswer(noAnswers, sequence)).toEqual({background, complete: false});
});

it.each(['\x1b]10;rgb:ffff/ffff/ffff\x07', '\x1b]11;white\x07', '\x1b[A', '\x1b[5n', '\x1b_Gi=1;OK\x1b\\'])(
	'learns nothing from %j',
	sequence => {
		expect(withAnswer(noAnswers, sequence)).toBe(noAnswers);
	},
);
