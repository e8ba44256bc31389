import {open} from 'node:fs/promises';

/** What is used of WebAssembly: TypeScript knows it from browsers alone. */
type Memory = {readonly buffer: ArrayBuffer; grow(pages: number): number};
const {Memory: WasmMemory} = (
	globalThis as unknown as {readonly WebAssembly: {readonly Memory: new (size: {initial: number}) => Memory}}
).WebAssembly;

/** Bytes of a page of WebAssembly's memory. */
const page = 65_536;

/** Bytes of a file, and what frees them. */
export type OutsideFile = {readonly bytes: Uint8Array; free(): void};

/**
 * Reads a file into a memory of WebAssembly, which the system has back when it is freed. malloc keeps as much as the largest
 * block that was ever freed, twice, in the room of each thread: a file of 14 MB read the usual way costs a long run more
 * than that.
 *
 * @param room Bytes behind the file's, at least
 */
export async function readOutside(path: string, room = 0): Promise<OutsideFile> {
	const file = await open(path);
	try {
		const {size} = await file.stat();
		const memory = new WasmMemory({initial: Math.ceil((size + room) / page)});
		const bytes = new Uint8Array(memory.buffer, 0, size);
		let filled = 0;
		while (filled < size) {
			const {bytesRead} = await file.read(bytes, filled, size - filled, filled);
			if (bytesRead === 0) throw new Error(`${path} became shorter while it was read`);
			filled += bytesRead;
		}
		// Growing, also by nothing, takes the memory from all that still name its buffer.
		return {bytes, free: () => void memory.grow(0)};
	} finally {
		await file.close();
	}
}

/** The least that a section without a name takes: its kind, five digits of its length, the length of its name. */
const sectionHead = 7;

/**
 * Reads a module of WebAssembly as a buffer that ends where the module does, which takes what a memory has behind the file: as a
 * custom section, which nothing reads (WebAssembly 2.0, 5.5.3).
 */
export async function readOutsideModule(path: string): Promise<{readonly buffer: ArrayBuffer; free(): void}> {
	const {bytes, free} = await readOutside(path, sectionHead);
	const buffer = bytes.buffer as ArrayBuffer;
	const rest = new Uint8Array(buffer, bytes.length);
	const length = rest.length - sectionHead + 1;
	// LEB128 with as many digits as it may have.
	for (let digit = 0; digit < 5; digit++) rest[1 + digit] = ((length >> (7 * digit)) & 0x7f) | (digit < 4 ? 0x80 : 0);
	return {buffer, free};
}
