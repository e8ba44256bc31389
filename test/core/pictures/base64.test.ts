import {expect, test} from 'vitest';
import {base64Picture} from '../../../source/core/pictures/files/base64.ts';
import {pngBytes} from '../../support/picture-bytes.ts';

// The letters hold each of the signs in which alphabets differ.
const bytes = Buffer.concat([pngBytes(), Buffer.from('fbefbeffff', 'hex')]);
const plain = bytes.toString('base64');

test.each([
	['one line', plain],
	['lines', plain.replace(/(.{20})/g, '$1\r\n')],
	['a data: prefix', `data:image/png;base64,${plain}`],
	['a prefix in capitals, a byte order mark and blanks', `\ufeff  DATA:image/png;base64,${plain}\n`],
	['the alphabet for URLs', bytes.toString('base64url')],
	['percent signs', encodeURIComponent(plain)],
])('base64 is understood in %s', async (_, text) => {
	const picture = await base64Picture('base64', text);
	expect(Buffer.from(picture.bytes).equals(bytes)).toBe(true);
	expect(picture).toMatchObject({format: 'png', base64: true});
});

test.each([
	['a sentence', 'This is no picture at all!'],
	['base64 of a text', Buffer.from('hello').toString('base64')],
	['nothing', ''],
	['nothing but a prefix', 'data:image/png;base64,'],
])('%s is no picture', async (_, text) => {
	await expect(base64Picture('base64', text)).rejects.toMatchObject({code: 'NOT_AN_IMAGE'});
});
