import {describe, expect, it} from 'vitest';
import {decodeGrey} from '../../../source/core/pictures/decode/decode.ts';
import {decodingRoom, inRoom} from '../../../source/core/pictures/decode/decoding-room.ts';
import {pictureOf} from '../../../source/core/pictures/open.ts';
import {blackPng} from '../../support/huge-png.ts';
import {pixels} from '../../support/jpeg-picture.ts';

describe('large pictures', () => {
	it('wait for one another, small ones for none', async () => {
		let inside = 0;
		let most = 0;
		const decode = async () => {
			most = Math.max(most, ++inside);
			await new Promise(setImmediate);
			inside--;
		};
		await Promise.all(Array.from({length: 5}, () => inRoom(50_000_000, decode)));
		expect(most).toBe(1);
		await Promise.all(Array.from({length: 5}, () => inRoom(12_000_000, decode)));
		expect(most).toBe(5);
		expect(Atomics.load(decodingRoom(), 0)).toBe(0);
	});

	it('give their room back when they cannot be decoded', async () => {
		const fail = () => inRoom(50_000_000, () => Promise.reject(new Error('damaged')));
		await expect(fail()).rejects.toThrow('damaged');
		await expect(fail()).rejects.toThrow('damaged');
		expect(Atomics.load(decodingRoom(), 0)).toBe(0);
	});
});

describe('a picture that would exhaust the computer is refused before it is unfolded', () => {
	const refused = async (bytes: Uint8Array) =>
		expect(await decodeGrey(await pictureOf('a', bytes)).catch(error => error)).toMatchObject({code: 'TOO_LARGE'});

	it('when it has more pixels than a scan', () => refused(blackPng(8000, 8000)));

	it('when one of its sides is longer than any page', () => refused(blackPng(24_001, 1000)));

	it('when all of it must be in memory first, as with a progressive JPEG', async () => {
		// The size is written into the head of a small one.
		const bytes = await pixels({width: 64, height: 64}).jpeg({progressive: true}).toBuffer();
		const frame = bytes.indexOf(Buffer.from([0xff, 0xc2]));
		bytes.writeUInt16BE(9000, frame + 5);
		bytes.writeUInt16BE(9000, frame + 7);
		await refused(bytes);
	});
});
