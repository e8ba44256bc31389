// Changes in dependencies, as diffs in patches/ named after the package and its version. They are applied when this
// project is installed or built, so that the tests run what ships.

import {readdir, readFile, rename, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {applyPatch, parsePatch, reversePatch} from 'diff';

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(dirname(dirname(here)), 'node_modules');

/** Every change of one file: {path, patch}. */
const changes = async () => {
	const names = (await readdir(join(here, 'patches'))).filter(name => name.endsWith('.patch'));
	const texts = await Promise.all(names.map(name => readFile(join(here, 'patches', name), 'utf8')));
	return texts
		.flatMap(text => parsePatch(text))
		.map(patch => ({path: join(modules, patch.newFileName.replace(/^b\//, '')), patch}));
};

/** Applies the diffs to node_modules, except those that are there. Throws where a file is neither the old nor the new one. */
export const applyPatches = async () => {
	for (const {path, patch} of await changes()) {
		const before = await readFile(path, 'utf8');
		if (applyPatch(before, reversePatch(patch)) !== false) continue;
		const after = applyPatch(before, patch);
		if (after === false) throw new Error(`${path} is another version than its diff in source/build/patches`);
		// Another file in its place: a package manager may share the file with other projects.
		await writeFile(`${path}.new`, after);
		await rename(`${path}.new`, path);
	}
};

/** For esbuild: these packages as they were published, to compare with. */
export const unpatched = packages => ({
	name: 'unpatched',
	setup: async ({onLoad}) => {
		// Ink as it was published loads a package that is not installed, when DEV is set.
		onLoad({filter: /[\\/]ink[\\/]build[\\/]devtools\.js$/}, () => ({contents: ''}));
		const all = await changes();
		onLoad({filter: new RegExp(`node_modules[\\\\/](?:${packages.join('|')})[\\\\/]`)}, async ({path}) => {
			const ofFile = all.filter(change => change.path === path);
			if (ofFile.length === 0) return undefined;
			let contents = await readFile(path, 'utf8');
			for (const {patch} of ofFile.reverse()) contents = contents && applyPatch(contents, reversePatch(patch));
			if (contents === false) throw new Error(`${path} is not patched: npm run build`);
			return {contents};
		});
	},
});
