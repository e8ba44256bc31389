import {readFileSync} from 'node:fs';
import stringWidth from 'string-width';
import {describe, expect, it} from 'vitest';
import {packagePath} from '../source/core/package-root.ts';

// The build gives the library that measures text a short way for characters that never join with a neighbour.
describe('the short way to measure text', () => {
	const pattern = /const single = (\/\^\[.*?\]\*\$\/);/.exec(
		readFileSync(packagePath('source', 'build', 'bundle-plugins.mjs'), 'utf8'),
	)?.[1];
	const single = new RegExp(pattern!.slice(1, -1).replaceAll('\\\\', '\\'));

	it('takes only characters that are as wide beside others as alone', () => {
		let taken = 0;
		for (let code = 0x20; code < 0xffff; code++) {
			const character = String.fromCharCode(code);
			if (!single.test(character)) continue;
			taken++;
			const alone = stringWidth(character);
			expect([stringWidth(`a${character}`), stringWidth(`${character}中`)]).toEqual([alone + 1, alone + 2]);
		}

		expect(taken).toBeGreaterThan(20_000);
	});

	it('leaves marks, joiners and emoji to the library', () => {
		for (const text of ['e\u0301', '\u00ad', '⚠\ufe0f', '👩‍👧', '가', 'か\u3099'])
			expect(single.test(text)).toBe(false);
	});
});
