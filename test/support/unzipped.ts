import {inflateRawSync} from 'node:zlib';

/** The files of a ZIP as text, by name, as its directory at the end lists them (APPNOTE 6.3). */
export function unzipped(bytes: Buffer): ReadonlyMap<string, string> {
	const files = new Map<string, string>();
	const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
	let at = bytes.readUInt32LE(end + 16);
	for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
		const [nameLength, extraLength, commentLength] = [28, 30, 32].map(offset => bytes.readUInt16LE(at + offset));
		const name = bytes.toString('utf8', at + 46, at + 46 + nameLength!);
		const local = bytes.readUInt32LE(at + 42);
		const data = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
		const packed = bytes.subarray(data, data + bytes.readUInt32LE(at + 20));
		files.set(name, (bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString('utf8'));
		at += 46 + nameLength! + extraLength! + commentLength!;
	}
	return files;
}
