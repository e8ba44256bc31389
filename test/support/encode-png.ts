import {crc32, deflateSync} from 'node:zlib';

const pngChunk = (type: string, data: Uint8Array): Buffer => {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	const check = Buffer.alloc(4);
	check.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, check]);
};

type Options = {readonly depth: 1 | 2 | 4 | 8 | 16; readonly palette?: boolean; readonly chunks?: readonly Buffer[]};

/** A PNG of grey pixels with `depth` bits each, as numbers or as indices of a grey palette: sharp writes 8 and 16 only. */
export function encodePng(grey: Uint8Array, width: number, {depth, palette = false, chunks = []}: Options): Buffer {
	const height = grey.length / width;
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head[8] = depth;
	head[9] = palette ? 3 : 0;
	const most = 2 ** depth - 1;
	const stride = Math.ceil((width * depth) / 8) + 1;
	const rows = Buffer.alloc(stride * height);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const value = Math.round((grey[y * width + x]! / 255) * most);
			if (depth === 16) rows.writeUInt16BE(value, y * stride + 1 + 2 * x);
			else rows[y * stride + 1 + Math.floor((x * depth) / 8)]! |= value << (8 - depth - ((x * depth) % 8));
		}
	}
	const shades = Uint8Array.from({length: 3 * (most + 1)}, (_, index) =>
		Math.round((Math.floor(index / 3) / most) * 255),
	);
	return Buffer.concat([
		Buffer.from('89504e470d0a1a0a', 'hex'),
		pngChunk('IHDR', head),
		...chunks,
		...(palette ? [pngChunk('PLTE', shades)] : []),
		pngChunk('IDAT', deflateSync(rows)),
		pngChunk('IEND', Buffer.alloc(0)),
	]);
}
