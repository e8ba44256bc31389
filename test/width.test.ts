import stringWidth from 'string-width';
import {describe, expect, it} from 'vitest';
import {published} from './support/published.ts';

// Ideographs, syllables of Hangul and characters for private use are thousands of one kind.
const isOfMany = (code: number) =>
	(code >= 0x3400 && code < 0xa000) || (code >= 0xac00 && code < 0xd7a4) || (code >= 0xe000 && code < 0xf900);

/** Every character of one unit, of many of a kind some. */
function* characters(): Iterable<string> {
	for (let code = 0x07; code < 0xffff; code += isOfMany(code) ? 37 : 1) yield String.fromCharCode(code);
}

const rich = ['e\u0301', '\u00ad', '⚠\ufe0f', '👩‍👧', '🇩🇪', '\r\n', '가', 'か\u3099', '\u001b[1;31mred\u001b[39m中'];

// Our diff gives the library that measures text a short way for characters that never join with a neighbour.
describe('the short way to measure text', () => {
	const asPublished = async () => {
		const contents = "export {default} from 'string-width';";
		return (await published<{default: (text: string) => number}>(contents, ['string-width'])).default;
	};

	it('measures every character as the library does, alone and beside others', async () => {
		const stock = await asPublished();
		for (const character of characters()) {
			for (const text of [`a${character}`, `${character}中`])
				if (stringWidth(text) !== stock(text))
					expect.fail(`U+${character.charCodeAt(0).toString(16)}: ${stringWidth(text)}, not ${stock(text)}`);
		}
	});

	it('leaves marks, joiners and emoji to the library', async () => {
		const stock = await asPublished();
		for (const text of rich) expect(stringWidth(text)).toBe(stock(text));
	});
});

// The same for the library that takes text apart for the screen.
it('a text is taken apart into the characters that the library finds', async () => {
	const load = async (packages: readonly string[]) => {
		const contents = "export {tokenize} from '@alcalzone/ansi-tokenize';";
		return (await published<{tokenize: (text: string, end?: number) => unknown}>(contents, packages)).tokenize;
	};
	const [tokenize, stock] = await Promise.all([load(['none']), load(['@alcalzone/ansi-tokenize'])]);
	for (const character of characters()) {
		const text = `a${character}\u001b[1m${character}中\u001b[22m`;
		if (JSON.stringify(tokenize(text)) !== JSON.stringify(stock(text)))
			expect.fail(`U+${character.charCodeAt(0).toString(16)} beside others`);
	}
	for (const text of [...rich, `${rich.join('')}│ ok`]) {
		expect(tokenize(text)).toEqual(stock(text));
		expect(tokenize(text, 3)).toEqual(stock(text, 3));
	}
});
