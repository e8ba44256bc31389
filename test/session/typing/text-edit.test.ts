import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {editEvent} from '../../../source/screen/keys/edit-keys.ts';
import {editWindow} from '../../../source/screen/layout/edit-window.ts';
import {startEdit, type TextEdit, updateEdit} from '../../../source/session/typing/text-edit.ts';
import {cellWidth, graphemes} from '../../../source/terminal/frame/cells.ts';
import {parseKeys} from '../../../source/terminal/keyboard/parse-keys.ts';

/** Types raw input into a line; the result with `|` for the cursor. */
function typed(input: string, text = ''): string {
	let edit: TextEdit = startEdit(text);
	for (const key of parseKeys(input, true).keys) {
		const event = editEvent(key);
		if (event) edit = updateEdit(edit, event);
	}
	return `${edit.text.slice(0, edit.cursor)}|${edit.text.slice(edit.cursor)}`;
}

const left = '\x1b[D';
const ctrl = (letter: string) => String.fromCharCode(letter.charCodeAt(0) & 0x1f);

test('a burst of letters, arrows and backspaces', () => {
	expect(typed('abc\x1b[D\x1b[Dxy\x7f\x7fz')).toBe('az|bc');
});

test('three backspaces in one chunk take three characters', () => {
	expect(typed('\x7f\x7f\x7f', 'abcde')).toBe('ab|');
});

test('backspace and delete at the ends do nothing', () => {
	expect(typed('\x7f\x1b[3~')).toBe('|');
});

test.each([
	['\x1b[H>', '>|ab cd'],
	[`${ctrl('a')}>`, '>|ab cd'],
	[`\x1b[H\x1b[F<`, 'ab cd<|'],
	[`${ctrl('a')}${ctrl('e')}<`, 'ab cd<|'],
	[`${ctrl('b')}${ctrl('b')}${ctrl('f')}`, 'ab c|d'],
	[`${left}${ctrl('u')}`, '|d'],
	[`${left}${left}${ctrl('k')}`, 'ab |'],
	[ctrl('w'), 'ab |'],
	[`${ctrl('a')}${ctrl('d')}`, '|b cd'],
	['\x1b[H\x1b[3~', '|b cd'],
	['\x1bb', 'ab |cd'],
	['\x1bb\x1bb\x1bb', '|ab cd'],
	[`${ctrl('a')}\x1bf`, 'ab| cd'],
	[`${ctrl('a')}\x1bd`, '| cd'],
	['\x1b[1;5D', 'ab |cd'],
	['\x1b\x7f', 'ab |'],
])('%j in "ab cd|" gives %s', (input, result) => {
	expect(typed(input, 'ab cd')).toBe(result);
});

test('words end at the fillers of an MRZ', () => {
	expect(typed(ctrl('w'), 'ERIKSSON<<ANNA')).toBe('ERIKSSON<<|');
	expect(typed(ctrl('w') + ctrl('w'), 'ERIKSSON<<ANNA')).toBe('|');
});

test('one backspace takes a whole family, a flag, an accented letter, a Chinese character', () => {
	for (const sign of ['👨‍👩‍👧', '🇨🇳', 'e\u0301', '张']) {
		expect(typed('\x7f', `a${sign}`)).toBe('a|');
		expect(typed(`${left}b`, `a${sign}`)).toBe(`ab|${sign}`);
	}
});

test('an accent that comes late joins its letter and the cursor stays behind both', () => {
	expect(typed('e').replace('|', '')).toBe('e');
	expect(typed('\u0301', 'e')).toBe('e\u0301|');
	expect(typed(`\u0301${'\x7f'}`, 'e')).toBe('|');
});

test('a paste goes in at the cursor as one line', () => {
	expect(typed(`${left}\x1b[200~X\r\nY\r\x1b[201~`, 'ab')).toBe('aX Y|b');
});

test('keys that mean nothing in a line are left to others', () => {
	for (const key of parseKeys('\r\t\x1b[A\x1b[5~\x12\x1b', true).keys) expect(editEvent(key)).toBeUndefined();
});

test('the cursor is never inside a character, whatever is typed', () => {
	const input = fc.array(
		fc.constantFrom(
			'a',
			' ',
			'张',
			'👩',
			'\u200d',
			'👧',
			'\u0301',
			'🇩',
			left,
			'\x1b[C',
			'\x7f',
			'\x1b[3~',
			'\x1bb',
			ctrl('w'),
		),
	);
	fc.assert(
		fc.property(input, parts => {
			const [before = '', after = ''] = typed(parts.join('')).split('|');
			expect(graphemes(before).length + graphemes(after).length).toBe(graphemes(before + after).length);
		}),
	);
});

describe('in a field narrower than the line', () => {
	const line = 'abcdefghijklmnopqrstuvwxyz';

	test('a line that fits is seen whole, with room for the cursor behind it', () => {
		expect(editWindow(startEdit('abc'), 10)).toEqual({text: 'abc', cursor: 3});
	});

	test('at the end the last characters are seen', () => {
		expect(editWindow(startEdit(line), 10)).toEqual({text: 'rstuvwxyz', cursor: 9});
	});

	test('at the start the first characters are seen', () => {
		expect(editWindow({text: line, cursor: 0}, 10)).toEqual({
			text: 'abcdefghij',
			cursor: 0,
		});
	});

	test('in the middle some text is seen on both sides', () => {
		const {text, cursor} = editWindow({text: line, cursor: 13}, 10);
		expect(text.slice(0, cursor).length).toBeGreaterThan(2);
		expect(text.slice(cursor).length).toBeGreaterThan(2);
		expect(text[cursor]).toBe('n');
	});

	test('wide characters count two cells and are never cut in half', () => {
		expect(editWindow(startEdit('张三李四王五'), 5)).toEqual({text: '王五', cursor: 4});
		expect(editWindow({text: '张三李四', cursor: 0}, 5)).toMatchObject({text: '张三', cursor: 0});
	});

	test('text and cursor are always inside of the field', () => {
		const texts = fc.array(fc.constantFrom('a', '张', '👨‍👩‍👧', 'e\u0301', '<'), {maxLength: 40});
		fc.assert(
			fc.property(texts, fc.nat(40), fc.integer({min: 3, max: 30}), (parts, at, width) => {
				const edit = {text: parts.join(''), cursor: parts.slice(0, at).join('').length};
				const window = editWindow(edit, width);
				expect(cellWidth(window.text)).toBeLessThanOrEqual(width);
				expect(window.cursor).toBeLessThan(width);
				expect(edit.text).toContain(window.text);
			}),
		);
	});
});
