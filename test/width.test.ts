import stringWidth from 'string-width';
import {describe, expect, it} from 'vitest';
import {published} from './support/published.ts';

// Our diff gives the library that measures text a short way for characters that never join with a neighbour.
describe('the short way to measure text', () => {
	const asPublished = async () => {
		const contents = "export {default} from 'string-width';";
		return (await published<{default: (text: string) => number}>(contents, ['string-width'])).default;
	};

	it('measures every character as the library does, alone and beside others', async () => {
		const stock = await asPublished();
		// Ideographs and syllables of Hangul are thousands of one kind.
		const isOfMany = (code: number) => (code >= 0x3400 && code < 0xa000) || (code >= 0xac00 && code < 0xd7a4);
		for (let code = 0x20; code < 0xffff; code += isOfMany(code) ? 37 : 1) {
			const character = String.fromCharCode(code);
			for (const text of [`a${character}`, `${character}中`])
				if (stringWidth(text) !== stock(text))
					expect.fail(`U+${code.toString(16)}: ${stringWidth(text)}, not ${stock(text)}`);
		}
	});

	it('leaves marks, joiners and emoji to the library', async () => {
		const stock = await asPublished();
		for (const text of ['e\u0301', '\u00ad', '⚠\ufe0f', '👩‍👧', '가', 'か\u3099', '\u001b[31mred\u001b[39m'])
			expect(stringWidth(text)).toBe(stock(text));
	});
});
