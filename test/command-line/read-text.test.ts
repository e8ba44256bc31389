import {expect, test} from 'vitest';
import {readText} from '../../source/command-line/read-text.ts';

const line = 'P<UTO{"éè":"王"}\r\n';
const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16();

test.each([
	['UTF-8', Buffer.from(line)],
	['UTF-8 with a mark', Buffer.from(`\ufeff${line}`)],
	['UTF-16, as PowerShell writes it', Buffer.from(`\ufeff${line}`, 'utf16le')],
	['UTF-16 without a mark', Buffer.from(line, 'utf16le')],
	['UTF-16, the other byte first', bigEndian(`\ufeff${line}`)],
	['the same without a mark', bigEndian(line)],
] as const)('text in %s is read', async (_title, bytes) => {
	// In pieces that cut a character in two.
	const stream = (async function* () {
		for (let at = 0; at < bytes.length; at += 3) yield bytes.subarray(at, at + 3);
	})();
	expect(await readText('-', stream)).toBe(line);
});

test('nothing, and a single character, are what they are', async () => {
	const read = (bytes: Buffer) =>
		readText(
			'-',
			(async function* () {
				yield bytes;
			})(),
		);
	expect(await read(Buffer.alloc(0))).toBe('');
	expect(await read(Buffer.from('x'))).toBe('x');
	expect(await read(Buffer.from('\ufeffx', 'utf16le'))).toBe('x');
});
