import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
// @ts-expect-error no types: it is what the build script reads
import {isUnchanged, noteBuild} from '../../source/build/unchanged.mjs';
import {temporaryFolder} from '../support/temporary-folder.ts';

/** A project of two sources and what was built of them. */
async function built() {
	const root = temporaryFolder();
	const write = (path: string, text: string) => writeFileSync(join(root, path), text);
	mkdirSync(join(root, 'dist', 'part'), {recursive: true});
	write('a.ts', 'a');
	write('b.ts', 'b');
	write('dist/a.js', 'A');
	write('dist/part/b.wasm', 'B');
	await noteBuild({root, out: 'dist', inputs: ['a.ts', 'b.ts']});
	return {root, write, isUnchanged: () => isUnchanged({root, out: 'dist'})};
}

test('a second build of the same has nothing to do', async () => {
	const {write, isUnchanged} = await built();
	expect(await isUnchanged()).toBe(true);
	write('a.ts', 'a');
	write('notes.md', 'no source');
	expect(await isUnchanged()).toBe(true);
});

test.each<[string, (root: string) => void]>([
	['a changed source', root => writeFileSync(join(root, 'a.ts'), 'c')],
	[
		'two sources with the contents of one another',
		root => ['a', 'b'].map((name, n) => writeFileSync(join(root, `${name}.ts`), 'ba'[n]!)),
	],
	['a removed source', root => rmSync(join(root, 'b.ts'))],
	['a changed file of the build', root => writeFileSync(join(root, 'dist/part/b.wasm'), 'C')],
	['a removed file of the build', root => rmSync(join(root, 'dist/a.js'))],
	['a file that no build made', root => writeFileSync(join(root, 'dist/c.js'), 'C')],
	['no note of a build', root => rmSync(join(root, 'dist/build.json'))],
	['a note that is cut', root => writeFileSync(join(root, 'dist/build.json'), '{"inputs":["a.ts')],
	['a note of another form', root => writeFileSync(join(root, 'dist/build.json'), '{"read":[]}')],
	['a fresh copy, without dist,', root => rmSync(join(root, 'dist'), {recursive: true})],
])('%s needs a build', async (_, change) => {
	const {root, isUnchanged} = await built();
	change(root);
	expect(await isUnchanged()).toBe(false);
});
