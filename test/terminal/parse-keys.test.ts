import fc from 'fast-check';
import {expect, test} from 'vitest';
import {graphemes} from '../../source/terminal/frame/cells.ts';
import {parseKeys} from '../../source/terminal/keyboard/parse-keys.ts';

const ids = (input: string, final = false) => parseKeys(input, final).keys.map(key => key.id);

test('cuts a burst into the keys that were pressed', () => {
	expect(ids('abc\x1b[D\x1b[Dxy\x7f\x7fz')).toEqual([...'abc', 'left', 'left', ...'xy', 'backspace', 'backspace', 'z']);
});

test.each([
	['\r', 'enter'],
	['\n', 'enter'],
	['\r\n', 'enter'],
	['\t', 'tab'],
	['\x1b[Z', 'shift+tab'],
	[' ', 'space'],
	['\x7f', 'backspace'],
	['\b', 'backspace'],
	['\x01', 'ctrl+a'],
	['\x1a', 'ctrl+z'],
	['\x00', 'ctrl+space'],
	['\x1d', 'ctrl+]'],
	['\x1bb', 'alt+b'],
	['\x1b\x7f', 'alt+backspace'],
	['\x1b[A', 'up'],
	['\x1bOB', 'down'],
	['\x1b[1;5C', 'ctrl+right'],
	['\x1b[1;3D', 'alt+left'],
	['\x1b[H', 'home'],
	['\x1b[1~', 'home'],
	['\x1b[7~', 'home'],
	['\x1bOF', 'end'],
	['\x1b[4~', 'end'],
	['\x1b[3~', 'delete'],
	['\x1b[3;5~', 'ctrl+delete'],
	['\x1b[3$', 'shift+delete'],
	['\x1b[3^', 'ctrl+delete'],
	['\x1b[5~', 'pgup'],
	['\x1b[6~', 'pgdn'],
	['\x1b[13;5u', 'ctrl+enter'],
	['\x1b[97;5u', 'ctrl+a'],
	['\x1b[27;5;97~', 'ctrl+a'],
	['\x1b[97u', 'a'],
	['\x1b[13;1:1u', 'enter'],
	['\x1b[1;1:1B', 'down'],
])('%j is %s', (bytes, id) => {
	expect(ids(bytes)).toEqual([id]);
});

test.each([
	['\x1bOP', 'F1'],
	['\x1b[15~', 'F5'],
	['\x1b[[A', 'F1 of the Linux console'],
	['\x1b[?62;4c', 'an answer about the terminal'],
	['\x1b[I', 'the window got the focus'],
	['\x1b]11;rgb:0000/0000/0000\x1b\\', 'an answer about the background'],
	['\x1b_Gi=1;OK\x1b\\', 'an answer about pictures'],
	['\x85\x9f', 'control characters of the second set'],
])('%j types nothing: %s', bytes => {
	expect(ids(`a${bytes}b`)).toEqual(['a', 'b']);
});

test('waits for more after a lone escape, and takes it for the key when nothing comes', () => {
	expect(parseKeys('a\x1b')).toMatchObject({rest: '\x1b', open: 'escape'});
	expect(ids('\x1b', true)).toEqual(['esc']);
});

test('escape and then a command key in one chunk are two keys', () => {
	expect(ids('\x1bj')).toEqual(['esc', 'j']);
	expect(ids('\x1b\x1b[A')).toEqual(['esc', 'up']);
	expect(ids('\x1b\x1b', true)).toEqual(['esc', 'esc']);
	expect(ids('\x1b\r')).toEqual(['esc', 'enter']);
});

test('escape and then a bracket, typed, come through after the wait', () => {
	for (const bracket of ['[', ']', 'O', 'P']) {
		expect(parseKeys(`\x1b${bracket}`)).toMatchObject({keys: [], open: 'sequence'});
		expect(ids(`\x1b${bracket}`, true)).toEqual(['esc', bracket]);
	}
});

test('half a sequence whose end never comes types nothing', () => {
	expect(ids('a\x1b[1;', true)).toEqual(['a']);
});

test.each([
	['é', 1],
	['e\u0301', 1],
	['张三', 2],
	['👨‍👩‍👧', 1],
	['🇨🇳🇩🇪', 2],
	['👍🏽', 1],
	['한국', 2],
])('%s is %i keys', (text, count) => {
	expect(parseKeys(text).keys).toHaveLength(count);
	expect(ids(text).join('')).toBe(text);
});

test('a paste is one unit in one line', () => {
	expect(parseKeys('\x1b[200~L898902C3\r\n6UTO\tx\r\n\x1b[201~a').keys).toEqual([
		{type: 'paste', id: 'paste', text: 'L898902C3 6UTO x'},
		{type: 'text', id: 'a', text: 'a'},
	]);
});

test('control characters in a paste are removed, also those that look like keys', () => {
	expect(parseKeys('\x1b[200~a\x03\x1b[Ab\x7f\x9bc\x1b[201~').keys).toMatchObject([{text: 'a[Abc'}]);
});

test('an empty paste is nothing', () => {
	expect(parseKeys('\x1b[200~\x1b[201~').keys).toEqual([]);
});

test('a paste waits for its end, wherever it is cut', () => {
	const whole = '\x1b[200~abc\x1b[201~';
	for (let cut = 1; cut < whole.length; cut++) {
		const first = parseKeys(whole.slice(0, cut));
		expect(first.keys).toEqual([]);
		expect(parseKeys(first.rest + whole.slice(cut)).keys).toMatchObject([{type: 'paste', text: 'abc'}]);
	}
});

test('a paste that never ends is taken as it is', () => {
	expect(parseKeys('\x1b[200~abc', true).keys).toMatchObject([{type: 'paste', text: 'abc'}]);
});

const spans = fc.constantFrom(
	'a',
	'Z',
	'<',
	' ',
	'张',
	'\r',
	'\x7f',
	'\x1b[A',
	'\x1b[1;5C',
	'\x1bOH',
	'\x1b[3~',
	'\x01',
	'\x1bb',
);

test('however input is cut into chunks, the keys are the same', () => {
	fc.assert(
		fc.property(fc.array(spans, {maxLength: 12}), fc.array(fc.nat(60), {maxLength: 5}), (parts, cuts) => {
			const input = parts.join('');
			const edges = [...new Set([0, input.length, ...cuts.filter(cut => cut < input.length)])].sort((a, b) => a - b);
			const found: string[] = [];
			let rest = '';
			for (const [index, edge] of edges.slice(1).entries()) {
				const parsed = parseKeys(rest + input.slice(edges[index]!, edge));
				found.push(...parsed.keys.map(key => key.id));
				rest = parsed.rest;
			}
			expect(rest).toBe('');
			expect(found).toEqual(ids(input));
		}),
	);
});

test('no printable text is ever lost or changed', () => {
	fc.assert(
		fc.property(fc.string({unit: 'grapheme', maxLength: 80}), text => {
			const printable = text.replace(/[\x00-\x1f\x7f-\x9f]/g, '');
			const keys = parseKeys(printable, true).keys;
			expect(keys.map(key => (key.type === 'text' ? key.text : '')).join('')).toBe(printable);
			expect(keys).toHaveLength(graphemes(printable).length);
		}),
	);
});
