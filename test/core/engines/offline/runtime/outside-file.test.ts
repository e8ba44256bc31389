import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {readOutside, readOutsideModule} from '../../../../../source/core/engines/offline/runtime/outside-file.ts';
import {packagePath} from '../../../../../source/core/package-root.ts';

/** What is used of WebAssembly: TypeScript knows it from browsers alone. */
const {WebAssembly: wasm} = globalThis as unknown as {
	readonly WebAssembly: {
		compile(bytes: ArrayBuffer): Promise<object>;
		Module: {exports(module: object): readonly {readonly name: string}[]};
	};
};

let folder: string;
let path: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'outside-file-'));
	path = join(folder, 'file');
});
afterEach(async () => {
	await rm(folder, {recursive: true});
});

it('a file is read whole, and no bytes are left once it is freed', async () => {
	const content = Buffer.from(Array.from({length: 70_000}, (_, at) => at % 251));
	await writeFile(path, content);
	const {bytes, free} = await readOutside(path);
	expect(Buffer.from(bytes).equals(content)).toBe(true);
	free();
	expect(bytes).toHaveLength(0);
});

describe('a module of WebAssembly', () => {
	/** The module with a custom section behind it, so that it has so many bytes. */
	const withLength = (module: Buffer, length: number): Buffer => {
		const rest = Buffer.alloc(length - module.length);
		const size = rest.length - 6;
		for (let digit = 0; digit < 5; digit++) {
			rest[1 + digit] = ((size >> (7 * digit)) & 0x7f) | (digit < 4 ? 0x80 : 0);
		}

		return Buffer.concat([module, rest]);
	};

	it.each([
		['nearly fills a page', 65_536 - 7],
		['leaves too little of a page for a section', 65_536 - 6],
		['fills a page', 65_536],
		['leaves nearly two', 65_537],
	])('that %s is the same module with what is behind it', async (_, length) => {
		const module = await readFile(packagePath('dist', 'pixels.wasm'));
		await writeFile(path, withLength(module, length));
		const {buffer, free} = await readOutsideModule(path);
		expect(buffer.byteLength % 65_536).toBe(0);
		const names = wasm.Module.exports(await wasm.compile(buffer)).map(({name}) => name);
		expect(names).toEqual(['memory', 'grey', 'halve']);
		free();
		expect(buffer.byteLength).toBe(0);
	});
});
