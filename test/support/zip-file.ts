import {crc32, deflateRawSync} from 'node:zlib';

export type ZipEntry = {
	/** Bytes where it is not UTF-8. */
	readonly name: string | Buffer;
	readonly data: Uint8Array;
	/** What the archive says instead of the truth. */
	readonly claims?: number;
	readonly encrypted?: boolean;
};

/** Writes a ZIP (APPNOTE 6.3) with these files, compressed. */
export function zipFile(entries: readonly ZipEntry[]): Buffer {
	const parts: Buffer[] = [];
	const directory: Buffer[] = [];
	let at = 0;
	for (const {name, data, claims = data.length, encrypted = false} of entries) {
		const path = Buffer.from(name as string);
		const packed = deflateRawSync(data);
		// Version, flags, method, time, date, checksum, both sizes, length of the name, no more.
		const common = Buffer.alloc(26);
		common.writeUInt16LE(20, 0);
		common.writeUInt16LE(encrypted ? 1 : 0, 2);
		common.writeUInt16LE(8, 4);
		common.writeUInt16LE(0x21, 8);
		common.writeUInt32LE(crc32(data), 10);
		common.writeUInt32LE(packed.length, 14);
		common.writeUInt32LE(claims, 18);
		common.writeUInt16LE(path.length, 22);
		const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, path, packed]);
		const rest = Buffer.alloc(14);
		rest.writeUInt32LE(at, 10);
		directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, path]));
		parts.push(local);
		at += local.length;
	}
	const central = Buffer.concat(directory);
	const end = Buffer.alloc(22);
	end.write('PK\x05\x06', 'latin1');
	end.writeUInt16LE(entries.length, 8);
	end.writeUInt16LE(entries.length, 10);
	end.writeUInt32LE(central.length, 12);
	end.writeUInt32LE(at, 16);
	return Buffer.concat([...parts, central, end]);
}
