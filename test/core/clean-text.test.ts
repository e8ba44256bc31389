import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {cleanLines, cleanText, cleanValues} from '../../source/core/clean-text.ts';

describe('text of others, before it is drawn', () => {
	it('leaves names as people write them', () => {
		for (const name of ['张三-护照.jpg', 'Zoë O’Neil', 'ΑΒΓ', 'دانيال.png', 'パスポート', '👩.jpg']) {
			expect(cleanText(name)).toBe(name);
		}
	});

	it('shows an escape sequence instead of sending it', () => {
		expect(cleanText('\u001b]0;owned\u0007.jpg')).toBe('\\x1b]0;owned\\x07.jpg');
		expect(cleanText('a\u009b2Jb')).toBe('a\\x9b2Jb');
	});

	it('keeps one line one line', () => {
		expect(cleanText('a\r\n\tb\u2028c')).toBe('a b c');
	});

	it('drops what reorders or hides text', () => {
		expect(cleanText('\u202egpj.exe')).toBe('gpj.exe');
		expect(cleanText('A\u200bB\u2066C\ufeff')).toBe('ABC');
		expect(cleanText('tag\u{e0041}')).toBe('tag');
	});

	it('replaces what is no character', () => {
		expect(cleanText('a\ufffe\uffff\ufdd0\ud800b')).toBe('a\ufffd\ufffd\ufffd\ufffdb');
	});

	it('cleans every text of a JSON, and leaves the paths that name files', () => {
		const json = {'a\u0007': ['b\u001b', {path: '/c\u001b'}], number: 1, nothing: null};
		expect(cleanValues(json, new Set(['path']))).toEqual({
			'a\\x07': ['b\\x1b', {path: '/c\u001b'}],
			number: 1,
			nothing: null,
		});
	});

	it('keeps the lines of a message apart', () => {
		expect(cleanLines('one\ntwo \u001b[31m\u202e')).toBe('one\ntwo \\x1b[31m');
	});

	it('has nothing left to clean the second time, whatever comes', () => {
		fc.assert(
			fc.property(fc.string({unit: 'binary'}), text => {
				const once = cleanText(text);
				expect(cleanText(once)).toBe(once);
				expect(once).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Cs}/u);
			}),
		);
	});
});
