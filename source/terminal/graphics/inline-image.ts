import {crc32, deflateSync} from 'node:zlib';
import type {RgbPixels} from './blocks.ts';

/**
 * A picture at the cursor over `columns` by `rows` cells, as iTerm2's inline image (iTerm2, "Images"). The cursor stays
 * where the terminal knows that wish.
 */
export function inlineImage(pixels: RgbPixels, columns: number, rows: number): string {
	const png = pngOf(pixels);
	const wishes = `inline=1;size=${png.length};width=${columns};height=${rows};preserveAspectRatio=0;doNotMoveCursor=1`;
	return `\x1b]1337;File=${wishes}:${png.toString('base64')}\x07`;
}

/** Eight bits a channel, no filter (PNG, third edition). */
function pngOf({width, height, data}: RgbPixels): Buffer {
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head[8] = 8;
	head[9] = 2;
	const rows = Buffer.alloc((width * 3 + 1) * height);
	for (let y = 0; y < height; y++) {
		rows.set(data.subarray(y * width * 3, (y + 1) * width * 3), y * (width * 3 + 1) + 1);
	}
	return Buffer.concat([
		Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
		pngChunk('IHDR', head),
		pngChunk('IDAT', deflateSync(rows, {level: 3})),
		pngChunk('IEND', Buffer.alloc(0)),
	]);
}

function pngChunk(type: string, data: Uint8Array): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const ends = Buffer.alloc(8);
	ends.writeUInt32BE(data.length, 0);
	ends.writeUInt32BE(crc32(body), 4);
	return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
