import fc from 'fast-check';
import {expect, test} from 'vitest';
import {cellWidth, graphemes, sliceCells} from '../../source/terminal/frame/cells.ts';

const red = '\x1b[31m';
const reset = '\x1b[0m';

test('cuts plain text by cells', () => {
	expect(sliceCells('abcdef', 2, 4)).toBe('cd');
	expect(sliceCells('abc', 2, 9)).toBe('c');
	expect(sliceCells('abc', 5, 9)).toBe('');
});

test('a wide character across an edge becomes a blank', () => {
	expect(sliceCells('张三李', 1, 5)).toBe(' 三 ');
	expect(sliceCells('张三', 0, 3)).toBe('张 ');
});

test('the style at the cut is set again and ends with the cut', () => {
	expect(sliceCells(`ab${red}cdef\x1b[39mgh`, 4, 6)).toBe(`${red}ef${reset}`);
	expect(sliceCells(`${red}ab${reset}cd`, 2, 4)).toBe('cd');
	expect(sliceCells(`ab${red}cd`, 0, 2)).toBe('ab');
});

test('a link is not counted', () => {
	const line = '\x1b]8;;https://example.com\x07link\x1b]8;;\x07';
	expect(cellWidth(sliceCells(line, 0, 2))).toBe(2);
	expect(sliceCells(line, 0, 2)).toContain('li');
});

test('the pieces of a line are as wide as the line, wherever it is cut', () => {
	const parts = fc.array(fc.constantFrom('a', '张', red, reset, '\x1b[1m', ' ', 'é'), {maxLength: 30});
	fc.assert(
		fc.property(parts, fc.nat(40), fc.nat(40), (line, one, two) => {
			const text = line.join('');
			const width = cellWidth(text);
			const [from, to] = [Math.min(one, two), Math.max(one, two)];
			expect(cellWidth(sliceCells(text, from, to))).toBe(Math.max(0, Math.min(to, width) - from));
		}),
	);
});

test('the short way to take a text apart finds the graphemes that there are', () => {
	const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});
	const parts = fc.array(
		fc.constantFrom('a', '张', '✓', '│', '▚', '…', '❤', '\ufe0f', '\u0301', '\u200d', 'é', '→', '（', '\r', '\n'),
	);
	fc.assert(
		fc.property(parts, some => {
			const text = some.join('');
			expect(graphemes(text)).toEqual(Array.from(segmenter.segment(text), part => part.segment));
		}),
		{numRuns: 500},
	);
});
